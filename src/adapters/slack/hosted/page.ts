export interface InstallPage {
  locale: 'en' | 'zh'
  title: string
  lines: readonly string[]
  link?: { label: string; to: string }
}

/** A page for whoever installs the bot, in the look of all pages. Whatever comes in is text: a team's name may hold anything. */
export const pageOf = ({ locale, title, lines, link }: InstallPage): string => `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escaped(title)} · Rapport</title>
<link rel="icon" href="/door/icon.svg">
<link rel="stylesheet" href="/door/look.css">
</head>
<body>
<header><strong>Rapport</strong></header>
<main>
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${link ? `<p><a class="primary" href="${escaped(link.to)}">${escaped(link.label)}</a></p>` : ''}
</main>
</body>
</html>
`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one]!)
