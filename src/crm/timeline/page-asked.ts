import { z } from 'zod'
import { wantedSchema } from './asked.ts'

/** What an address of the page carries: whose timeline, what of it, and where it goes on. */
const asked = wantedSchema.extend({ customer: z.string().max(60), at: z.string().max(100).optional() })
export type AskedPage = z.infer<typeof asked>

export const partsOf = (page: AskedPage) => ({ asked: Buffer.from(JSON.stringify(page)).toString('base64url') })

/** Undefined for what no address of ours says. */
export function readParts(part: string): AskedPage | undefined {
  try {
    return asked.parse(JSON.parse(Buffer.from(part, 'base64url').toString()))
  } catch {
    return undefined
  }
}
