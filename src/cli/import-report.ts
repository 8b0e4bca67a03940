import { plural } from '../bot/text.ts'
import type { Counts, Imported, Layout } from '../crm/importing/importing.ts'
import { say } from '../crm/importing/words.ts'

/** What is told line by line; the rest is counted. */
const MOST_LINES = 50
const MOST_JOINED = 10

export interface ReportedTo {
  file: string
  workspace: string
  by: string
  preview: boolean
  /** Where the rows stand that are to be mended. */
  faultsFile?: string
  /** The mark of the import, and whether a run that was broken off went on under it. */
  id: string
  continued: boolean
}

/** What an import found and did, or would do, in lines for the terminal. */
export function reportOf(imported: Imported, to: ReportedTo): string {
  const { companies, contacts, items, layout, readAs, rows, skipped, unknownOwners } = imported
  const wrong = new Set(imported.faults.map(({ line }) => line)).size
  const people = contacts.added + contacts.updated + contacts.unchanged
  const wrote = [companies, contacts, ...Object.values(items)].some(({ added, updated }) => added + updated > 0)
  const lines = [
    `${to.file} into ${to.workspace}, in the name of ${to.by}${to.preview ? ' (a preview: nothing was written)' : ''}:`,
    `  read as ${readAs}${layout.program ? `, an export of ${layout.program}` : ''}`,
    `  columns: ${columnsOf(imported)}`,
    ...(layout.notTaken.length
      ? [`  columns not taken: ${layout.notTaken.join(', ')} (--map "Their header=name" takes one)`]
      : []),
    `  rows: ${rows}${skipped ? `, ${skipped} empty` : ''}${wrong ? `, ${wrong} with something wrong` : ''}`,
    ...Object.entries(items).map(([noun, some]) => `  ${noun === 'activity' ? 'activities' : `${noun}s`}: ${counts(some)}`),
    ...(layout.kind && companies.added + companies.updated === 0 ? [] : [`  companies: ${counts(companies)}`]),
    ...(people ? [`  contacts: ${counts(contacts)}`] : []),
    ...(to.continued ? ['  the run before was broken off: what it did is unchanged here, and one undo takes back both'] : []),
    ...joinedIn(imported),
    ...likelyIn(imported),
    ...(unknownOwners.length ? [`  owners who are no members here: ${ownersOf(unknownOwners)}; ${to.by} has those rows`] : []),
    ...faultsIn(imported, to),
    ...(wrote && !to.preview
      ? [`  ${to.by} can take all of it back: “undo” in the chat, or rapport import --undo ${to.id}`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

const columnsOf = ({ layout, numbers, days }: Pick<Imported, 'layout' | 'numbers' | 'days'>) =>
  layout.headers
    .flatMap((header, at) => {
      if (!layout.columns[at]) return []
      const notes = [
        layout.similar.has(at) && 'a similar name',
        numbers.has(at) && `numbers like ${numbers.get(at)}`,
        days.get(at) && `days: ${days.get(at)}`,
      ]
      const noted = notes.filter(Boolean).join(', ')
      return [`${header} → ${layout.columns[at]}${noted && ` (${noted})`}`]
    })
    .join(', ')

function joinedIn({ joined, joinedRows, layout }: Pick<Imported, 'joined' | 'joinedRows'> & { layout: Layout }): string[] {
  if (!joined.length) return []
  const told = joined.slice(0, MOST_JOINED).map((one) => `${one.line} with ${one.with}`)
  const more = joinedRows - told.length
  const what = layout.kind ? 'record' : layout.what === 'contacts' ? 'person' : 'company'
  return [`  rows of one ${what}, joined: lines ${told.join(', ')}${more > 0 ? `, … and ${more} more` : ''}`]
}

function likelyIn({ likely }: Imported): string[] {
  if (!likely?.count) return []
  const told = likely.rows.slice(0, MOST_JOINED)
  const more = likely.count - told.length
  const words = say('en')
  return [
    `  ${words.likely(likely.count)}`,
    ...told.map(({ line, what }) => `    line ${line}: ${what}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
    ...(likely.isPart ? [`    ${words.likelyPart(likely.looked)}`] : []),
    `    ${words.likelyMore}`,
  ]
}

const ownersOf = (owners: Imported['unknownOwners']) =>
  owners
    .slice(0, MOST_JOINED)
    .map(([name, rows]) => `${name} (${plural(rows, 'row')})`)
    .join(', ') + (owners.length > MOST_JOINED ? `, … and ${owners.length - MOST_JOINED} more` : '')

function faultsIn({ faults }: Imported, { preview, faultsFile }: ReportedTo): string[] {
  if (!faults.length) return []
  const more = faults.length - MOST_LINES
  const where = faultsFile ? ` in ${faultsFile}, and import that` : preview ? '' : '; import the file again when that is done'
  return [
    `  ${plural(faults.length, 'fault')} to mend${where}:`,
    ...faults.slice(0, MOST_LINES).map(({ line, what }) => `    line ${line}: ${what}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ]
}

const counts = ({ added, updated, unchanged }: Counts) => `${added} new, ${updated} updated, ${unchanged} unchanged`

/** Rows, rate and the time left, on one line of a terminal that is written anew; nothing where there is no terminal. */
export function progressOn(stream: NodeJS.WritableStream & { isTTY?: boolean }) {
  const began = performance.now()
  const write = (text: string) => void (stream.isTTY && stream.write(`\r\u001B[K${text}`))
  return {
    show: (rows: number, of: number) => {
      const rate = (rows / (performance.now() - began)) * 1000
      write(`  ${rows} of ${of} rows, ${Math.round(rate)} a second, ${Math.ceil((of - rows) / rate)} s left`)
    },
    end: () => write(''),
  }
}
