import type { Change } from './audit.ts'

/** Whom a change is about, by the columns of its row; `from…`: whom the record was about before, when the change moved it. */
export interface About {
  companyId: string | null
  contactId: string | null
  fromCompanyId: string | null
  fromContactId: string | null
}

/** So that a customer's history is found by an index: each change names the company and the person that its record belongs to. */
export function aboutOf({ noun, id, before, after }: Pick<Change, 'noun' | 'id' | 'before' | 'after'>): About {
  if (noun === 'relation' || noun === 'attachment') return aboutBoth((after ?? before ?? {}) as Row)
  const now = (after ?? before ?? {}) as Row
  const then = (before ?? {}) as Row
  if (noun === 'merge') return aboutMerge(now)
  const companyId = noun === 'company' ? id : (now.companyId ?? null)
  const contactId = noun === 'contact' ? id : (now.contactId ?? null)
  return {
    companyId,
    contactId,
    fromCompanyId: noun !== 'company' && then.companyId && then.companyId !== companyId ? then.companyId : null,
    fromContactId: noun !== 'contact' && then.contactId && then.contactId !== contactId ? then.contactId : null,
  }
}

/** What stands between two people is about both; what is attached, about the record that it is on. */
const aboutBoth = ({ fromId, toId, noun, recordId }: Row): About => ({
  companyId: noun === 'company' ? (recordId ?? null) : null,
  contactId: noun === 'contact' ? (recordId ?? null) : (fromId ?? null),
  fromCompanyId: null,
  fromContactId: toId ?? null,
})

interface Row {
  fromId?: string
  toId?: string
  noun?: string
  recordId?: string
  companyId?: string | null
  contactId?: string | null
  kind?: string
  winnerId?: string
  loserId?: string
}

const aboutMerge = ({ kind, winnerId, loserId }: Row): About =>
  kind === 'company'
    ? { companyId: winnerId ?? null, contactId: null, fromCompanyId: loserId ?? null, fromContactId: null }
    : { companyId: null, contactId: winnerId ?? null, fromCompanyId: null, fromContactId: loserId ?? null }
