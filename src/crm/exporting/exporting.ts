import { BOM, csvLine } from '../csv.ts'
import { type Lines, linesOf, type Row, rowsOf } from './pages.ts'
import { columnsOf, customFields, shownIn } from './tables.ts'
import { type CardFacts, type Labelled, vcard } from './vcard.ts'
import { type Kind, type Reader, TYPES, type Wish } from './wish.ts'

export { countOf } from './pages.ts'
export { FORMATS, type Format, formatsOf, KINDS, type Kind, type Reader, TYPES, type Wish } from './wish.ts'

/** Told how many rows have been given, after each page. */
type Counted = (rows: number) => void

/** The bytes of a file, as they are asked for: a page of rows is held, and no more. */
export async function* exported(reader: Reader, wish: Wish, counted: Counted = () => undefined): AsyncGenerator<Buffer> {
  let count = 0
  for await (const { text, rows } of piecesOf(reader, wish)) {
    count += rows
    yield Buffer.from(text)
    counted(count)
  }
}

async function* piecesOf(reader: Reader, wish: Wish): AsyncGenerator<Lines> {
  const { kind, format, bom } = wish
  if (format === 'jsonl') return yield* linesOf(reader, wish, await customFields(reader, kind))
  if (format === 'csv') {
    const columns = await columnsOf(reader, kind)
    yield { text: (bom ? BOM : '') + csvLine(columns.map(({ header }) => header)), rows: 0 }
    for await (const page of rowsOf(reader, wish, shownIn(columns)))
      yield { text: page.map((row) => csvLine(columns.map((column) => column.of(row)))).join(''), rows: page.length }
    return
  }
  const version = format === 'vcf3' ? 3 : 4
  for await (const page of rowsOf(reader, wish, ON_A_CARD))
    yield { text: page.map((row) => vcard(cardOf(kind, row), version)).join(''), rows: page.length }
}

/** The columns that a card is made of. */
const ON_A_CARD = [
  ...['name', 'title', 'emails', 'phones', 'labels', 'domains', 'website', 'address', 'city', 'country', 'birthday'],
  ...['tags', 'updatedAt'],
]

function cardOf(kind: Kind, row: Row): CardFacts {
  const one = (name: string) => (row[name] ? String(row[name]) : undefined)
  const labels = (row.labels ?? {}) as Record<string, string>
  const labelled = (name: string): Labelled[] =>
    ((row[name] ?? []) as string[]).map((value) => ({ value, ...(labels[value] && { label: labels[value] }) }))
  const place = { street: one('address'), city: one('city'), country: one('country') }
  const domains = ((row.domains ?? []) as string[]).map((domain) => `https://${domain}`)
  return {
    id: row.id,
    name: String(row.name),
    isCompany: kind === 'companies',
    company: one('companyName'),
    title: one('title'),
    emails: labelled('emails'),
    phones: labelled('phones'),
    urls: [...domains, ...(row.website ? [String(row.website)] : [])],
    address: place.street || place.city || place.country ? place : undefined,
    birthday: one('birthday'),
    tags: (row.tags ?? []) as string[],
    changed: new Date(String(row.updatedAt)),
  }
}

/** `contacts-2026-11-24.csv`. */
export const fileName = ({ kind, format }: Pick<Wish, 'kind' | 'format'>, day: string): string =>
  `${kind}-${day}.${TYPES[format].ending}`
