import type { Member } from '../../../bot/context.ts'
import { type Html, html } from '../../../bot/html.ts'
import type { Locale } from '../../../bot/text.ts'
import { BARE, type Column, type Own } from '../columns/fields.ts'
import { type About, labelled } from '../columns/labels.ts'
import { columnsFor } from '../columns/layout.ts'
import { DATE_ORDERS } from '../dates.ts'
import type { Kept, Wishes } from '../kept/kept.ts'
import { type ItemKind, itemKind, WHATS } from '../kinds/kinds.ts'
import { NUMBER_FORMATS } from '../survey.ts'
import { say } from '../words.ts'

/** What there is to choose from: the fields that an admin defined, and who may own something. */
export interface Choices {
  own: readonly Own[]
  members: readonly Pick<Member, 'id' | 'name'>[]
}

/** What each column holds, to be chosen, beside what stands in its first rows; then how the file as a whole is meant. */
export function mapping(kept: Kept, choices: Choices, once: Html, locale: Locale): Html {
  const words = say(locale)
  const { headers = [], columns = [], samples = [] } = kept.found
  const told = parted(kept.options.map)
  const rows = headers.map((header, at) => {
    const holds = told.get(header) ?? columns[at] ?? ''
    const example = samples.map((row) => row[at]).filter(Boolean)
    return html`<tr>
<td>${header}</td>
<td><select name="c${at}" aria-label="${header}"><option value="">${words.leaveOut}</option>${optionsFor(kept, choices, holds, locale)}</select></td>
<td class="quiet">${example.slice(0, 2).join(' · ')}</td>
</tr>`
  })
  return html`<form method="post" class="pane">${once}<input type="hidden" name="do" value="look">
<h2>${words.columnsOf}</h2>
<div class="wide"><table class="stack"><thead><tr><th>${words.column}</th><th>${words.holds}</th><th>${words.samples}</th></tr></thead><tbody>${rows}</tbody></table></div>
<div class="filters">
${choice(kept, 'what', words.rowsAre, WHATS, locale)}
${choice(kept, 'numbers', words.numbersAre, NUMBER_FORMATS, locale)}
${choice(kept, 'dates', words.datesAre, DATE_ORDERS, locale)}
</div>
${ownersOf(kept, choices, locale)}
${kindOf(kept) && html`<label class="check"><input type="checkbox" name="createMissing" value="yes"${kept.options.createMissing ? html` checked` : ''}> ${words.createMissing}</label>`}
<div class="row"><button>${words.again}</button></div>
</form>`
}

const choice = (
  { options }: Kept,
  name: 'what' | 'numbers' | 'dates',
  label: string,
  values: readonly string[],
  locale: Locale,
) =>
  html`<label><span>${label}</span>
<select name="${name}">${option('', say(locale).found, !options[name])}${values.map((one) => option(one, say(locale).choice(one), options[name] === one))}</select></label>`

const option = (value: string, label: string, chosen: boolean): Html =>
  chosen ? html`<option value="${value}" selected>${label}</option>` : html`<option value="${value}">${label}</option>`

const kindOf = ({ options, found }: Kept): ItemKind | undefined => itemKind(options.what ?? found.what)
const namesFor = (kept: Kept, { own }: Choices): Column[] => columnsFor(own, kindOf(kept))

/** What a column can hold, as people call it, by what it speaks of. */
function optionsFor(kept: Kept, choices: Choices, holds: Column, locale: Locale): Html[] {
  const words = say(locale)
  const kind = kindOf(kept)
  const groups = new Map<About, Html[]>(
    (kind ? (['row', 'company', 'contact'] as const) : (['company', 'contact', 'row'] as const)).map((one) => [one, []]),
  )
  for (const column of namesFor(kept, choices)) {
    if (!kind && BARE.includes(column)) continue
    const [about, label] = labelled(column, choices.own, kind)
    groups.get(about)!.push(option(column, label[locale], column === holds))
  }
  return [...groups].map(([about, some]) => html`<optgroup label="${words.about(about)}">${some}</optgroup>`)
}

/** Who owners are that no member is called like: as many choices as there are names. */
function ownersOf({ options, found }: Kept, { members }: Choices, locale: Locale): Html | undefined {
  const words = say(locale)
  const told = parted(options.owners)
  const names = [...new Set([...told.keys(), ...(found.unknownOwners ?? []).map(([name]) => name)])].slice(0, MOST_OWNERS)
  if (!names.length) return undefined
  return html`<h2>${words.whoAreOwners}</h2><div class="filters">${names.map(
    (name, at) => html`<label><span>${name}</span><input type="hidden" name="n${at}" value="${name}">
<select name="o${at}">${option('', words.importersOwn, !told.get(name))}${members.map((one) => option(one.id, one.name, told.get(name) === one.id))}</select></label>`,
  )}</div>`
}

const MOST_OWNERS = 50

/** `A=b`, by what stands before the sign. */
const parted = (list: readonly string[] = []) =>
  new Map(list.map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)]))

/** What was chosen, as `--map` would say it: only what differs from how the columns are taken anyway, so that the rest stays found by its header. */
export function chosenIn(form: URLSearchParams, kept: Kept, choices: Choices): Wishes {
  const { headers = [], columns = [] } = kept.found
  const before = parted(kept.options.map)
  const chosen = <T extends string>(name: string, values: readonly T[]) => values.find((one) => one === form.get(name))
  const [what, numbers, dates] = [chosen('what', WHATS), chosen('numbers', NUMBER_FORMATS), chosen('dates', DATE_ORDERS)]
  // Of other rows than these were taken for, the columns are found anew.
  const isSame = !what || what === (kept.options.what ?? kept.found.what)
  const names = namesFor(kept, choices)
  const map = headers.flatMap((header, at) => {
    const holds = form.get(`c${at}`)
    if (!isSame || holds === null || (holds !== '' && !names.includes(holds)) || header === '') return []
    return holds === (columns[at] ?? '') && !before.has(header) ? [] : [`${header}=${holds}`]
  })
  const owners = Array.from({ length: MOST_OWNERS }, (_, at) => {
    const [name, member] = [form.get(`n${at}`), form.get(`o${at}`)]
    return name && choices.members.some(({ id }) => id === member) ? [`${name.slice(0, 200)}=${member}`] : []
  }).flat()
  return {
    ...(map.length && { map }),
    ...(what && { what }),
    ...(numbers && { numbers }),
    ...(dates && { dates }),
    ...(owners.length && { owners }),
    ...(form.get('createMissing') === 'yes' && { createMissing: true }),
  }
}
