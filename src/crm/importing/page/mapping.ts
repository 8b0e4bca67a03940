import { type Html, html } from '../../../bot/html.ts'
import type { Locale } from '../../../bot/text.ts'
import { type Column, FIELDS } from '../columns/fields.ts'
import { columnsFor } from '../columns/layout.ts'
import { DATE_ORDERS } from '../dates.ts'
import type { Kept, Wishes } from '../kept/kept.ts'
import { itemKind, WHATS } from '../kinds/kinds.ts'
import { NUMBER_FORMATS } from '../survey.ts'
import { say } from '../words.ts'

/** What each column holds, to be chosen, beside what stands in its first rows. */
export function mapping(kept: Kept, once: Html, locale: Locale): Html {
  const words = say(locale)
  const { headers = [], columns = [], samples = [] } = kept.found
  const told = toldOf(kept)
  const names = namesFor(kept)
  const rows = headers.map((header, at) => {
    const holds = told.get(header) ?? columns[at] ?? ''
    const example = samples.map((row) => row[at]).filter(Boolean)
    return html`<tr>
<td>${header}</td>
<td><select name="c${at}" aria-label="${header}"><option value="">${words.leaveOut}</option>${names.map((one) => option(one, labelOf(one, locale), one === holds))}</select></td>
<td class="quiet">${example.slice(0, 2).join(' · ')}</td>
</tr>`
  })
  const choice = (name: keyof Wishes, label: string, values: readonly string[]) => html`<label><span>${label}</span>
<select name="${name}">${option('', words.found, !kept.options[name])}${values.map((one) => option(one, words.choice(one), kept.options[name] === one))}</select></label>`
  return html`<form method="post" class="pane">${once}<input type="hidden" name="do" value="look">
<div class="wide"><table><thead><tr><th>${words.column}</th><th>${words.holds}</th><th>${words.samples}</th></tr></thead><tbody>${rows}</tbody></table></div>
${choice('what', words.rowsAre, WHATS)}
${choice('numbers', words.numbersAre, NUMBER_FORMATS)}
${choice('dates', words.datesAre, DATE_ORDERS)}
${
  itemKind(kept.options.what ?? kept.found.what) &&
  html`<label class="check"><input type="checkbox" name="createMissing" value="yes"${kept.options.createMissing ? html` checked` : ''}> <span>${words.createMissing}</span></label>`
}
<button>${words.again}</button>
</form>`
}

const option = (value: string, label: string, chosen: boolean): Html =>
  chosen ? html`<option value="${value}" selected>${label}</option>` : html`<option value="${value}">${label}</option>`

/** In Chinese a column is called as Chinese files call it. */
const labelOf = (column: string, locale: Locale) =>
  (locale === 'zh' && (FIELDS as Record<string, string>)[column]?.split(', ').find((one) => /\p{Script=Han}/u.test(one))) ||
  column

/** What a column can hold: what the rows are decides. */
const namesFor = ({ options, found }: Kept): Column[] => [
  ...columnsFor([], itemKind(options.what ?? found.what)),
  ...ownIn(found.columns ?? []),
]

/** Columns that are fields of an admin's own, as they were found. */
const ownIn = (columns: readonly (string | null)[]) => [...new Set(columns)].filter((one) => one?.startsWith('own ')) as string[]

const toldOf = ({ options }: Kept) =>
  new Map((options.map ?? []).map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)]))

/** What was chosen, as `--map` would say it: only what differs from how the columns are taken anyway, so that the rest stays found by its header. */
export function chosenIn(form: URLSearchParams, kept: Kept): Wishes {
  const { headers = [], columns = [] } = kept.found
  const before = toldOf(kept)
  const names = namesFor(kept)
  const map = headers.flatMap((header, at) => {
    const holds = form.get(`c${at}`)
    if (holds === null || (holds !== '' && !names.includes(holds)) || header === '') return []
    return holds === (columns[at] ?? '') && !before.has(header) ? [] : [`${header}=${holds}`]
  })
  const chosen = <T extends string>(name: string, values: readonly T[]) => values.find((one) => one === form.get(name))
  const [what, numbers, dates] = [chosen('what', WHATS), chosen('numbers', NUMBER_FORMATS), chosen('dates', DATE_ORDERS)]
  return {
    ...(map.length && { map }),
    ...(what && { what }),
    ...(numbers && { numbers }),
    ...(dates && { dates }),
    ...(form.get('createMissing') === 'yes' && { createMissing: true }),
  }
}
