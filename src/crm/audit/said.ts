import type { Context } from '../../bot/context.ts'
import { sayKind } from '../activities/vocabulary.ts'
import { dealName, sayStage } from '../deals/stages.ts'
import type { Kept, Noun, Snapshot } from './audit.ts'
import type { Names } from './names.ts'
import { changedColumns } from './overtaken.ts'
import { say } from './words.ts'

/** What a change did, in words: `Logged call with Wei Zhang (Acme Corp)`. */
export function sayChange(change: Kept, names: Names, locale: Context['locale']): string {
  const row = change.after ?? change.before ?? {}
  return tellers[change.noun]({ row, change, names, locale })
}

/** What changes did, in words, each said once. */
export function sayTold(changes: readonly Kept[], names: Names, locale: Context['locale']): string[] {
  // A merge is one thing to people, of whatever changes it is made.
  const merges = changes.filter(({ noun }) => noun === 'merge')
  return [...new Set((merges.length ? merges : changes).map((one) => sayChange(one, names, locale)))]
}

interface Told {
  row: Snapshot
  change: Kept
  names: Names
  locale: Context['locale']
}

const text = (row: Snapshot, column: string) => (typeof row[column] === 'string' ? row[column] : '')
const isNew = ({ change }: Told) => change.before === null

function customerOf({ row, names }: Told): string {
  const contact = names.get(text(row, 'contactId'))
  const company = names.get(text(row, 'companyId'))
  return contact && company ? `${contact} (${company})` : (contact ?? company ?? '')
}

const tellers: Record<Noun, (told: Told) => string> = {
  activity(told) {
    const words = say(told.locale)
    const kind = sayKind(text(told.row, 'kind'), told.locale).toLowerCase()
    const customer = customerOf(told)
    if (!customer) return words.loggedAlone(kind)
    return isNew(told) ? words.logged(kind, customer) : words.edited(kind, customer)
  },
  task(told) {
    const words = say(told.locale)
    const what = text(told.row, 'what')
    if (isNew(told)) return words.task(what)
    const columns = changedColumns(told.change.before ?? {}, told.row)
    if (columns.includes('doneAt') && told.row.doneAt) return words.taskDone(what)
    if (columns.includes('ownerId')) return words.taskHanded(what)
    if (columns.includes('remindAt')) return words.taskMoved(what)
    return words.taskChanged(what)
  },
  company: (told) => sayRecord(told),
  contact: (told) => sayRecord(told),
  deal: (told) => sayDeal(told),
  member(told) {
    if (isNew(told)) return say(told.locale).joined(text(told.row, 'name'))
    const role = changedColumns(told.change.before ?? {}, told.row).includes('role')
    return say(told.locale)[role ? 'roleOf' : 'settingsOf'](text(told.row, 'name'))
  },
  workspace: ({ row, locale }) => say(locale).workspace(text(row, 'name')),
  installation: ({ row, locale }) => say(locale).accessOf(text(row, 'name')),
  message: ({ row, locale }) => say(locale).message(text(row, 'kind')),
  channel: ({ row, locale }) => say(locale).toldIn(text(row, 'name')),
  team: ({ row, locale }) => say(locale).team(text(row, 'name')),
  event: ({ row, locale }) => sayEvent(row, locale),
  segment: ({ row, locale }) => say(locale).segment(text(row, 'name')),
  field: ({ row, locale }) => say(locale).field(text(row, 'label')),
  relation: ({ row, names, locale }) =>
    say(locale).relation(names.get(text(row, 'fromId')) ?? '…', names.get(text(row, 'toId')) ?? '…'),
  attachment: ({ row, locale }) => say(locale).attachment(text(row, 'name')),
  cadence: ({ row, names, locale }) => say(locale).keptInTouch(keptOf(text(row, 'field'), text(row, 'value'), names)),
  distinction: ({ locale }) => say(locale).distinction,
  merge: ({ row, locale }) => say(locale).merged(text(row, 'loser'), text(row, 'winner')),
}

/** Whom somebody wants to be kept in touch with; nothing, where it is all customers of an owner. */
const keptOf = (field: string, value: string, names: Names) =>
  field === 'owner' ? '' : field === 'segment' ? (names.get(value.split(' ')[0]!) ?? '…') : value

const sayRecord = (told: Told) => say(told.locale)[isNew(told) ? 'added' : 'changed'](text(told.row, 'name'))

/** What a deal is called, with whom it is. */
function sayDeal(told: Told): string {
  const words = say(told.locale)
  const { row, change, locale, names } = told
  const name = dealName(text(row, 'name'), names.get(text(row, 'companyId')) ?? names.get(text(row, 'contactId')))
  if (isNew(told)) return words.dealOpened(name)
  const columns = changedColumns(change.before ?? {}, row)
  const stage = text(row, 'stage')
  if (!columns.includes('stage')) return words.dealChanged(name)
  if (stage === 'won') return words.dealWon(name)
  return stage === 'lost' ? words.dealLost(name) : words.dealMoved(name, sayStage(stage, locale))
}

/** What changed no record. A kind that is not known here is said as it is. */
function sayEvent(row: Snapshot, locale: Context['locale']): string {
  const what = text(row, 'what')
  const words = say(locale)
  const count = typeof row.count === 'number' ? row.count : 1
  if (what === 'audit export') return words.auditExported
  if (what === 'erase') return words.erased(count)
  if (what === 'export') return words.exported
  if (what === 'export person') return words.exportedPerson
  if (what === 'erase member') return words.erasedMember
  return what === 'install' ? words.installed : what
}

/** What is written down of an event beside its kind: `customers`, `1,240`. */
export const sayEventFacts = (row: Snapshot, locale: Context['locale']): string[] =>
  Object.entries(row)
    .filter(([name, value]) => name !== 'what' && value !== null)
    .map(([, value]) => (typeof value === 'number' ? value.toLocaleString(locale === 'en' ? 'en-US' : 'zh-CN') : String(value)))
