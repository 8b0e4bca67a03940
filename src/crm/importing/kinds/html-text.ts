const MARKUP =
  /<\/?(?:p|div|br|span|a|ul|ol|li|b|i|u|em|strong|font|h[1-6]|table|tbody|tr|td|th|html|body|head|img|blockquote|pre)\b[^<>]*>/i
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }

/** A text as programs export it, without its markup: lines stay lines. */
export function textOf(value = ''): string {
  if (!MARKUP.test(value)) return value.trim()
  return value
    .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/<br\b[^<>]*>|<\/(?:p|div|h[1-6]|tr|ul|ol|table|blockquote|pre)\s*>/gi, '\n')
    .replaceAll(/<li\b[^<>]*>/gi, '\n• ')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (all, name: string) => signOf(name.toLowerCase()) ?? all)
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}

function signOf(name: string): string | undefined {
  if (NAMED[name]) return NAMED[name]
  if (!name.startsWith('#')) return undefined
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
}
