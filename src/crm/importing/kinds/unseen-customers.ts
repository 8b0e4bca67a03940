import type { Writer } from '../../companies/companies.ts'
import type { Run } from '../records/run.ts'
import { unseenAmong } from '../records/unseen.ts'
import type { FoundCustomer, SaidCustomer } from './customers.ts'

/** Of whose the rows are, without those whom the importer does not see: nothing is filed with them, and nobody is made in their place. */
export async function withoutUnseen(
  writer: Writer,
  run: Run,
  said: readonly SaidCustomer[],
  found: ReadonlyMap<number, FoundCustomer>,
): Promise<Map<number, FoundCustomer>> {
  const all = [...found.values()]
  const companies = await unseenAmong(
    writer,
    run,
    'company',
    all.flatMap(({ companyId }) => companyId ?? []),
  )
  const contacts = await unseenAmong(
    writer,
    run,
    'contact',
    all.flatMap(({ contactId, otherContactIds }) => [...(contactId ? [contactId] : []), ...otherContactIds]),
  )
  return new Map(
    said.map((one) => {
      const its = found.get(one.line)!
      const { companyId, contactId } = its
      // As everywhere, the person tells where there is one.
      const isUnseen = contactId ? contacts.has(contactId) : companyId !== null && companies.has(companyId)
      const otherContactIds = its.otherContactIds.filter((id) => !contacts.has(id))
      if (!isUnseen) return [one.line, { ...its, otherContactIds }]
      const [person] = one.people
      const company = one.company ?? one.domain ?? one.companyIds[0]
      const unseen = (contactId && (person?.name ?? person?.email ?? person?.externalId)) || company || ''
      return [one.line, { companyId: null, contactId: null, otherContactIds: [], missing: {}, unseen }]
    }),
  )
}
