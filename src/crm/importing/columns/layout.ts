import { distance } from '../../../bot/spelling.ts'
import type { ItemKind } from '../kinds/kind.ts'
import { itemKind, itemKindIn, meaningOf, WHATS } from '../kinds/kinds.ts'
import { ImportError } from '../reading/source.ts'
import { BARE, byHeader, type Column, FIELDS, MANY, OF_COMPANIES, OF_EITHER, OF_PEOPLE, type Own, plain } from './fields.ts'
import { meaningIn, type Program, programOf } from './programs.ts'
import { checkKept, OF_THEM } from './unkept.ts'

/** What the rows are: `companies`, `contacts`, or a kind of `kinds/`. */
export type What = string

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
  /** Of rows that are neither companies nor people. */
  kind?: ItemKind
  hasPeople: boolean
}

/** Finds the columns by their headers: as told, as the CRM that wrote them means it, as anybody does, or nearly so. Throws ImportError that says what to type. */
export function layoutOf(headers: readonly string[], options: LayoutOptions = {}): Layout {
  const own = options.own ?? []
  const kind = options.what ? itemKind(options.what) : itemKindIn(headers)
  const told = toldIn(headers, options.map ?? [], columnsFor(own, kind), own)
  if (!kind && !options.what) checkKept(headers)
  const program = programOf(headers)
  const similar = new Set<number>()
  const found = headers.map((header, at) => {
    if (told.has(at)) return told.get(at)
    const its = kind && meaningOf(kind, header)
    if (its) return its
    const admins = own.find(({ names, noun }) => names.includes(plain(header)) && (!kind || noun === kind.own))
    if (admins) return admins.column
    const known = (program && meaningIn(program, header)) ?? byHeader.get(plain(header))
    if (known) return known === '-' ? undefined : known
    const near = kind ? undefined : nearest(header)
    if (near) similar.add(at)
    return near
  })
  const what = options.what ?? kind?.what ?? whatIn(found, program, headers)
  const meant = found.map((column, at) => {
    if (!column || (told.has(at) && !BARE.includes(column))) return column
    if (kind) return ofKind(column, kind, found)
    return ofTheRows(column, what, own) ?? meaning(column, what, found, program)
  })
  const taken = new Set<Column>()
  const columns = meant.map((column, at) => {
    // Two columns of one meaning: the first counts, where there is room for one.
    if (!column || (taken.has(column) && !MANY.has(column))) return undefined
    if (kind && !told.has(at) && !columnsFor(own, kind).includes(column)) return undefined
    taken.add(column)
    return column
  })
  const notTaken = headers.filter((header, at) => header && !columns[at])
  const from = { program: program?.name, source: program?.source ?? 'import' }
  const layout = {
    headers,
    columns,
    similar,
    notTaken,
    ...from,
    what,
    hasPeople: hasName(columns),
    ...(kind && { kind }),
  }
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
function toldIn(
  headers: readonly string[],
  map: readonly string[],
  known: readonly Column[],
  own: readonly Own[],
): Map<number, Column | undefined> {
  return new Map(
    map.map((one) => {
      const cut = one.lastIndexOf('=')
      const [header, name] = [one.slice(0, cut), plain(one.slice(cut + 1))]
      const at = headers.findIndex((one) => plain(one) === plain(header))
      if (cut < 1 || at < 0)
        throw new ImportError((say, by) => say.noColumn(JSON.stringify(one), headers.join(', ').slice(0, 500), by))
      const admins = own.find(({ names, column }) => names.includes(name) && known.includes(column))
      if (name && !admins && !known.includes(name))
        throw new ImportError((say, by) => say.noMeaning(JSON.stringify(one), name, namesOf(known, own), by))
      return [at, admins && !known.includes(name) ? admins.column : name || undefined]
    }),
  )
}

const namesOf = (known: readonly Column[], own: readonly Own[]) =>
  known.map((column) => own.find((one) => one.column === column)?.field.key ?? column).join(', ')

/** What a column of such rows can hold, by the names that `--map` takes. */
export function columnsFor(own: readonly Own[], kind: ItemKind | undefined): Column[] {
  const admins = own.filter(({ noun }) => (kind ? noun === kind.own : noun === 'company' || noun === 'contact'))
  const standard = kind ? [...new Set([...Object.keys(kind.columns), 'id', ...OF_THEM])] : Object.keys(FIELDS)
  return [...standard, ...admins.map(({ column }) => column)]
}

/** In rows of a kind a bare phone or e-mail is that of the person there. */
function ofKind(column: Column, { bareName }: ItemKind, found: readonly (Column | undefined)[]): Column | undefined {
  if (column === 'name') return found.includes(bareName) ? undefined : bareName
  if (column === 'phone' || column === 'email') return `contact ${column}`
  return column
}

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
  throw new ImportError((say, by) => say.what(headers.join(', ').slice(0, 300), WHATS, by), {
    choose: { name: 'what', values: [...WHATS] },
  })
}

function check({ columns, headers, kind }: Layout): void {
  if (kind) {
    if (kind.needsCustomer && !columns.some((one) => one && OF_THEM.has(one)))
      throw new ImportError((say, by) => say.noCustomer(headers.join(', ').slice(0, 300), by))
    if (!kind.needs.some((one) => columns.includes(one)))
      throw new ImportError((say, by) => say.needs(kind, headers.join(', ').slice(0, 300), by))
    return
  }
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
