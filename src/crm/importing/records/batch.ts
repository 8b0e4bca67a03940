import type { CompanyColumns, Writer } from '../../companies/companies.ts'
import { companiesFor, takeCompany } from './companies.ts'
import { contactsFor, type SaidContact, takeContact } from './contacts.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Joined, Kind, Noun, Run } from './run.ts'
import type { Said, SaidByRow } from './said.ts'

/** What became of the rows of a batch. */
export interface Planned {
  drafts: ReadonlyMap<Noun, Drafts>
  joined: Joined[]
  faults: [line: number, what: string][]
  /** Companies whose rows name a parent. */
  children: Child[]
  /** Rows that are not taken, because whom they name is not here. */
  missing?: number
}

interface Batch extends Planned {
  companies: Drafts
  contacts: Drafts
}

export interface Child {
  line: number
  id: string
  parent: NonNullable<SaidByRow['parent']>
}

/** Finds out which records the rows speak of, and what is to stand; nothing is written yet. `kind` is what the rows are, one each. */
export async function plan(writer: Writer, run: Run, kind: Kind, said: readonly SaidByRow[]): Promise<Planned> {
  const batch: Batch = {
    companies: await companiesFor(
      writer,
      run,
      said.flatMap(({ company }) => company ?? []),
    ),
    contacts: undefined as never,
    drafts: new Map(),
    joined: [],
    faults: said.flatMap(({ line, faults }) => faults.map((what): [number, string] => [line, what])),
    children: [],
  }
  const people: SaidContact[] = []
  for (const row of said) {
    const company = row.company && takeCompany(writer, run, batch.companies, row.company)
    if (typeof company === 'string') {
      batch.faults.push([row.line, company])
      continue
    }
    if (company) {
      spokenOf(batch, run, 'company', kind, company, row.line)
      if (row.parent) batch.children.push({ line: row.line, id: company.id, parent: row.parent })
    }
    if (row.contact) people.push({ ...row.contact, companyId: company?.id ?? null })
  }
  batch.contacts = await contactsFor(writer, run, people)
  for (const person of people) {
    const contact = takeContact(writer, run, batch.contacts, person)
    if (typeof contact === 'string') batch.faults.push([person.line, contact])
    else spokenOf(batch, run, 'contact', kind, contact, person.line)
  }
  const { companies, contacts, ...planned } = batch
  return { ...planned, drafts: new Map([['company', companies] as const, ['contact', contacts] as const]) }
}

/** Notes by which line a record was spoken of first; another line for what the rows are joins it. */
function spokenOf(batch: Batch, run: Run, kind: Kind, rowsAre: Kind, draft: Draft, line: number): void {
  const earlier = run.touched[kind].lineOf(draft.id) ?? draft.line
  if (kind === rowsAre && earlier && earlier !== line) batch.joined.push({ line, with: earlier })
  draft.line ||= line
}

/** Gives the rows their owners: of the people when the rows are people, else of the companies. */
export function owned(said: SaidByRow[], kind: Kind, ownerOf: (name: string) => string | undefined): void {
  for (const row of said) {
    const record: Said<CompanyColumns> | SaidByRow['contact'] = row[kind]
    if (record && row.owner) record.ownerId = ownerOf(row.owner)
  }
}
