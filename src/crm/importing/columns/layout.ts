import { distance } from '../../../bot/spelling.ts'
import { ImportError } from '../reading/source.ts'
import { byHeader, type Column, FIELDS, MANY, OF_COMPANIES, OF_EITHER, OF_PEOPLE, type Own, plain } from './fields.ts'
import { meaningIn, type Program, programOf } from './programs.ts'
import { OF_THEM, type Unkept, unkeptIn } from './unkept.ts'

export type What = 'companies' | 'contacts'

/** What the person says of the columns, because the headers do not. */
export interface LayoutOptions {
  what?: What
  /** `Their header=name`, as typed. */
  map?: readonly string[]
  /** The fields that an admin defined. */
  own?: readonly Own[]
}

export interface Layout {
  headers: readonly string[]
  /** What each column holds, in the file's order; undefined for one that is not taken. */
  columns: (Column | undefined)[]
  /** Columns that were taken because their header is nearly one we know. */
  similar: ReadonlySet<number>
  /** Headers of columns that are not taken. */
  notTaken: string[]
  /** The CRM that wrote the file, when it is one we know. */
  program?: string
  /** Under what the ids of the file are kept. */
  source: string
  what: What
  hasPeople: boolean
  /** The rows are something that is not kept: of them the companies and the people are taken, and nothing else. */
  unkept?: Unkept
}

/** Finds the columns by their headers: as told, as the CRM that wrote them means it, as anybody does, or nearly so. Throws ImportError that says what to type. */
export function layoutOf(headers: readonly string[], options: LayoutOptions = {}): Layout {
  const own = options.own ?? []
  const told = toldIn(headers, options.map ?? [], own)
  const unkept = unkeptIn(headers)
  const program = programOf(headers)
  const similar = new Set<number>()
  const found = headers.map((header, at) => {
    if (told.has(at)) return told.get(at)
    const admins = own.find(({ names }) => names.includes(plain(header)))
    if (admins) return admins.column
    const known = (program && meaningIn(program, header)) ?? byHeader.get(plain(header))
    if (known) return known === '-' ? undefined : known
    const near = nearest(header)
    if (near) similar.add(at)
    return near
  })
  const what = options.what ?? (unkept ? 'companies' : whatIn(found, program, headers))
  const meant = found.map((column, at) =>
    told.has(at) ? column : column && (ofTheRows(column, what, own) ?? meaning(column, what, found, program)),
  )
  const taken = new Set<Column>()
  const columns = meant.map((column, at) => {
    // Two columns of one meaning: the first counts, where there is room for one.
    if (!column || (taken.has(column) && !MANY.has(column))) return undefined
    if (unkept && !told.has(at) && !OF_THEM.has(column)) return undefined
    taken.add(column)
    return column
  })
  const notTaken = headers.filter((header, at) => header && !columns[at])
  const from = { program: program?.name, source: program?.source ?? 'import' }
  const layout = { headers, columns, similar, notTaken, ...from, what, hasPeople: hasName(columns), unkept }
  check(layout)
  return layout
}

/** Of two fields of one name that an admin defined, that of what the rows are; undefined for any other column. */
function ofTheRows(column: Column, what: What, own: readonly Own[]): Column | undefined {
  const known = own.find((one) => one.column === column)
  const noun = what === 'contacts' ? 'contact' : 'company'
  return known && (own.find((one) => one.noun === noun && one.field.key === known.field.key)?.column ?? column)
}

/** What `--map` says, by the column's place. */
function toldIn(headers: readonly string[], map: readonly string[], own: readonly Own[]): Map<number, Column | undefined> {
  return new Map(
    map.map((one) => {
      const cut = one.lastIndexOf('=')
      const [header, name] = [one.slice(0, cut), plain(one.slice(cut + 1))]
      const at = headers.findIndex((known) => plain(known) === plain(header))
      if (cut < 1 || at < 0)
        throw new ImportError((say, by) => say.noColumn(JSON.stringify(one), headers.join(', ').slice(0, 500), by))
      const admins = own.find(({ names }) => names.includes(name))
      if (name && !admins && !(name in FIELDS))
        throw new ImportError((say, by) => say.noMeaning(JSON.stringify(one), name, namesOf(own), by))
      return [at, name in FIELDS ? (name as Column) : admins?.column]
    }),
  )
}

const namesOf = (own: readonly Own[]) => [...Object.keys(FIELDS), ...own.map(({ field }) => field.key)].join(', ')

/** A bare name, phone or e-mail is the person's where the file is of people; else the company's. */
function meaning(
  column: Column,
  what: What,
  found: readonly (Column | undefined)[],
  program: Program | undefined,
): Column | undefined {
  const people = what === 'contacts'
  if (column === 'name') return people ? 'contact' : found.includes('company') ? undefined : 'company'
  if (column === 'id') return people ? 'contact id' : found.includes('company id') ? undefined : 'company id'
  if (column === 'phone') return people ? 'contact phone' : 'company phone'
  if (column === 'email') return people ? 'contact email' : 'company email'
  if (!people && OF_PEOPLE.includes(column) && !found.includes('company') && !hasName(found)) return undefined
  // In an export of people from a CRM, the city is where the person lives.
  if (people && program && OF_EITHER.includes(column)) return PERSONS[column]
  return column
}

/** Where a person lives, who stands in the address book of a CRM. */
const PERSONS: Partial<Record<Column, Column>> = { city: 'contact city', country: 'contact country', address: 'contact address' }

const hasName = (found: readonly (Column | undefined)[]) =>
  (['contact', 'first name', 'last name'] as const).some((one) => found.includes(one))

function whatIn(found: readonly (Column | undefined)[], program: Program | undefined, headers: readonly string[]): What {
  const has = (columns: readonly Column[]) => columns.some((one) => found.includes(one))
  if (hasName(found) || has(['title']) || (found.includes('name') && found.includes('company'))) return 'contacts'
  if (has(OF_COMPANIES) || program || !found.includes('name') || found.filter(Boolean).length === 1) return 'companies'
  if (has(OF_PEOPLE)) return 'contacts'
  if (!has(['phone', 'email'])) return 'companies'
  throw new ImportError((say, by) => say.what(headers.join(', ').slice(0, 300), by), {
    choose: { name: 'what', values: ['companies', 'contacts'] },
  })
}

function check({ columns, headers }: Layout): void {
  if (columns.some((one) => one === 'company' || one === 'contact' || one === 'last name' || one === 'first name')) return
  throw new ImportError((say, by) => say.noName(headers.join(', ').slice(0, 300), by))
}

/** The column whose header is one or two slips away; none when two are, or the word is short. */
function nearest(header: string): Column | undefined {
  const wanted = plain(header)
  if (wanted.length < 5 || wanted.length > 40 || /\d/.test(wanted)) return undefined
  const slips = wanted.length < 9 ? 1 : 2
  const near = [...byHeader].filter(
    ([known]) => known.length > 4 && Math.abs(known.length - wanted.length) <= slips && distance(known, wanted) <= slips,
  )
  const meant = new Set(near.map(([, column]) => column))
  return meant.size === 1 ? [...meant][0] : undefined
}
