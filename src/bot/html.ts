/** A piece of HTML that was put together by `html` and nothing else: what is in it is escaped. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | false | undefined | null | readonly Part[]

/**
 * HTML with values in it, each of them escaped but for other pieces of HTML; a list is put together, nothing is left out. Attributes stand in
 * double quotes:
 *
 *     html`<a href="${address}">${name}</a>`
 */
export const html = (strings: TemplateStringsArray, ...values: Part[]): Html =>
  new Html(strings.map((text, at) => (at === 0 ? text : escaped(values[at - 1]) + text)).join(''))

function escaped(value: Part): string {
  if (value instanceof Html) return value.text
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value).replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!)
  return value.map(escaped).join('')
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
