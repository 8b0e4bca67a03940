import type { Context } from '../bot/context.ts'

interface With {
  companyId: string | null
  contactId: string | null
}

/**
 * Where something about a customer is filed: a person's under their company too, be it one that whoever enters it does not see. Where all is seen, the
 * customer says it already.
 */
export async function filedUnder(
  { db, workspace, sees }: Pick<Context, 'db' | 'workspace' | 'sees'>,
  { companyId, contactId }: With,
): Promise<With> {
  if (sees === 'all' || companyId || !contactId) return { companyId, contactId }
  const where = { workspaceId: workspace.id, id: contactId }
  const found = await db.contact.findFirst({ where, select: { companyId: true } })
  return { companyId: found?.companyId ?? null, contactId }
}
