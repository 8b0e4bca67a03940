import { normalizeName } from '../../understanding/index.ts'
import { changeCompany, companiesNamed, companyById, createCompany, type Writer } from '../companies/companies.ts'
import { changeContact, contactById, contactsNamed, createContact } from '../contacts/contacts.ts'
import { companyFactsIn, contactFactsIn, newIn, personIn } from './facts.ts'
import type { Counts, Run } from './importing.ts'
import type { Entry } from './read.ts'

/** The longest name of a company or a person. */
const LONGEST_NAME = 200
const SOURCE = 'import'

/** Takes one row: its company, then the person on it. */
export async function takeEntry(writer: Writer, entry: Entry, run: Run): Promise<void> {
  const { company } = entry.values
  const person = personIn(entry)
  const wrong = [company, person].find((name) => name !== undefined && !isName(name))
  if (wrong !== undefined)
    return fault(run, entry, `“${wrong.slice(0, 60)}” is no name: it needs a letter, and at most ${LONGEST_NAME} characters`)
  if (!company && !person) return fault(run, entry, 'names no company: fill that column in')
  const companyId = company ? await takeCompany(writer, company, entry, run) : null
  if (person && companyId !== undefined) await takePerson(writer, person, companyId, entry, run)
}

const isName = (name: string) => normalizeName(name) !== '' && name.length <= LONGEST_NAME
const fault = (run: Run, { line }: Entry, what: string): void => {
  run.faults.push({ line, what })
}

// The better news wins: a company made by this run stays new, whatever its later rows add.
const fateAfter = (before: keyof Counts | undefined, changed: boolean): keyof Counts =>
  before === 'added' ? 'added' : changed || before === 'updated' ? 'updated' : 'unchanged'

async function takeCompany(writer: Writer, name: string, entry: Entry, run: Run): Promise<string | undefined> {
  const key = normalizeName(name)
  const known = run.companies.get(key)
  const named = known ? [known] : await companiesNamed(writer, name)
  if (named.length > 1) {
    fault(run, entry, `there are ${named.length} companies named ${name}: give one of them another name, then import again`)
    return undefined
  }
  const given = companyFactsIn(entry, writer, run.faults)
  const standing = named[0] && (await companyById(writer, named[0].id))
  if (!standing) {
    const { id } = await createCompany(writer, { ...given, name, source: SOURCE })
    run.companies.set(key, { id, fate: 'added' })
    return id
  }
  const change = newIn(standing, given)
  const changed = Object.keys(change).length > 0
  if (changed) await changeCompany(writer, standing, change)
  run.companies.set(key, { id: standing.id, fate: fateAfter(known?.fate, changed) })
  return standing.id
}

async function takePerson(writer: Writer, name: string, companyId: string | null, entry: Entry, run: Run): Promise<void> {
  const same = await contactsNamed(writer, name, companyId)
  if (same.length > 1) return fault(run, entry, `there are ${same.length} people named ${name} there: the person was not taken`)
  const given = contactFactsIn(entry, writer, run.faults)
  const standing = same[0] && (await contactById(writer, same[0].id))
  if (!standing) {
    const { id } = await createContact(writer, { ...given, name, companyId, source: SOURCE })
    run.contacts.set(id, 'added')
    return
  }
  const change = newIn(standing, given)
  const changed = Object.keys(change).length > 0
  if (changed) await changeContact(writer, standing, change)
  run.contacts.set(standing.id, fateAfter(run.contacts.get(standing.id), changed))
}
