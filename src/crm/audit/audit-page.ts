import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberPage } from '../../bot/page.ts'
import { auditFile, type Filter, FORMATS } from './export.ts'

/** What a link to the file carries of what was asked. */
const asked = z.object({
  format: z.enum(FORMATS),
  since: z.string().optional(),
  until: z.string().optional(),
  memberId: z.uuid().optional(),
  noun: z.string().max(40).optional(),
})
export type AskedFile = z.infer<typeof asked>

export const partsOf = (file: AskedFile) => ({ asked: Buffer.from(JSON.stringify(file)).toString('base64url') })

/** Undefined for what no link of ours says. */
function readParts(part: string): AskedFile | undefined {
  try {
    return asked.parse(JSON.parse(Buffer.from(part, 'base64url').toString()))
  } catch {
    return undefined
  }
}

/** The audit as a file, for an admin; it is sent as it is read. */
export const auditPage: MemberPage = {
  name: 'audit export',
  path: 'audit/:asked',
  allow: 'admin',
  title: { en: 'The audit', zh: '审计记录' },
  show: async (context, { asked: part = '' }) => {
    const file = readParts(part)
    if (!file) return undefined
    const { format, since, until, memberId, noun } = file
    const filter: Filter = {
      ...(since && { since: Temporal.Instant.from(since) }),
      ...(until && { until: Temporal.Instant.from(until) }),
      ...(memberId && { memberId }),
      ...(noun && { noun }),
    }
    const reading = { db: context.db, workspaceId: context.workspace.id, viewerId: context.me.id }
    return {
      kind: 'file',
      name: `rapport-audit-${context.now.toString().slice(0, 10)}.${format}`,
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      bytes: auditFile(reading, filter, format),
    }
  },
}
