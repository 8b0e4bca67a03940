import { type Caller, type Context, contextFor } from '../bot/context.ts'
import type { House } from '../bot/house.ts'
import { html } from '../bot/html.ts'
import type { PageContext } from '../bot/page.ts'

/** How a page writes: in one transaction, once for each form that was shown. Where to go next is kept as the answer. */
export const writing = (house: House, caller: Caller, context: Context): Pick<PageContext, 'write' | 'once'> => ({
  once: html`<input type="hidden" name="once" value="${crypto.randomUUID()}">`,
  write: async (work) => {
    const { requestId: id, operation, place, now, reach } = context
    let within: Context | undefined
    const done = await house.once(caller, { id, operation, at: new Date(now.epochMilliseconds) }, async (db) => {
      within = contextFor(db, caller, operation, { id, place }, { now, reach })
      const to = await work(within)
      return { kind: 'card', replaces: false, card: { kind: 'card', lines: [to] } }
    })
    if (within) house.forget(caller.workspace.id, within.changed)
    const to = done.kind === 'card' ? done.card.lines?.[0] : undefined
    if (!to) throw new Error(`page ${operation} was answered without a way on`)
    return { kind: 'go', to }
  },
})
