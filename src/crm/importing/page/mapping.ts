import { type Html, html } from '../../../bot/html.ts'
import type { Locale } from '../../../bot/text.ts'
import { FIELDS } from '../columns/fields.ts'
import type { Kept, Wishes } from '../kept/kept.ts'
import { say } from '../words.ts'

/** What each column holds, to be chosen, beside what stands in its first rows. */
export function mapping(kept: Kept, once: Html, locale: Locale): Html {
  const words = say(locale)
  const { headers = [], columns = [], samples = [] } = kept.found
  const told = toldOf(kept)
  const rows = headers.map((header, at) => {
    const holds = told.get(header) ?? columns[at] ?? ''
    const example = samples.map((row) => row[at]).filter(Boolean)
    return html`<tr>
<td>${header}</td>
<td><select name="c${at}" aria-label="${header}"><option value="">${words.leaveOut}</option>${[...Object.keys(FIELDS), ...ownIn(columns)].map((one) => option(one, labelOf(one, locale), one === holds))}</select></td>
<td class="quiet">${example.slice(0, 2).join(' · ')}</td>
</tr>`
  })
  const choice = (name: keyof Wishes, label: string, values: readonly string[]) => html`<label><span>${label}</span>
<select name="${name}">${option('', words.found, !kept.options[name])}${values.map((one) => option(one, words.choice(one), kept.options[name] === one))}</select></label>`
  return html`<form method="post" class="pane">${once}<input type="hidden" name="do" value="look">
<div class="wide"><table><thead><tr><th>${words.column}</th><th>${words.holds}</th><th>${words.samples}</th></tr></thead><tbody>${rows}</tbody></table></div>
${choice('what', words.rowsAre, ['companies', 'contacts'])}
${choice('numbers', words.numbersAre, ['1,234.5', '1.234,5'])}
<button>${words.again}</button>
</form>`
}

const option = (value: string, label: string, chosen: boolean): Html =>
  chosen ? html`<option value="${value}" selected>${label}</option>` : html`<option value="${value}">${label}</option>`

/** In Chinese a column is called as Chinese files call it. */
const labelOf = (column: string, locale: Locale) =>
  (locale === 'zh' && (FIELDS as Record<string, string>)[column]?.split(', ').find((one) => /\p{Script=Han}/u.test(one))) ||
  column

/** Columns that are fields of an admin's own, as they were found. */
const ownIn = (columns: readonly (string | null)[]) => [...new Set(columns)].filter((one) => one?.startsWith('own ')) as string[]

const toldOf = ({ options }: Kept) =>
  new Map((options.map ?? []).map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)]))

/** What was chosen, as `--map` would say it: only what differs from how the columns are taken anyway, so that the rest stays found by its header. */
export function chosenIn(form: URLSearchParams, kept: Kept): Wishes {
  const { headers = [], columns = [] } = kept.found
  const before = toldOf(kept)
  const map = headers.flatMap((header, at) => {
    const holds = form.get(`c${at}`)
    if (holds === null || (holds !== '' && !(holds in FIELDS) && !columns.includes(holds)) || header === '') return []
    return holds === (columns[at] ?? '') && !before.has(header) ? [] : [`${header}=${holds}`]
  })
  const numbers = form.get('numbers')
  const what = form.get('what')
  return {
    ...(map.length && { map }),
    ...((what === 'companies' || what === 'contacts') && { what }),
    ...((numbers === '1,234.5' || numbers === '1.234,5') && { numbers }),
  }
}
