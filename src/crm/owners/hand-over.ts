import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { notice, operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { anybodyNamed, leads, memberById, memberNamed } from '../members/members.ts'
import { owe } from '../messages/messages.ts'
import { belongings, isNothing, move } from './move.ts'
import { sayBelongings } from './said.ts'
import { say } from './words.ts'

/** Fifty thousand records are moved in some seconds. */
const MAY_TAKE = 120_000

export const handOver = operation({
  name: 'hand over',
  zh: '交接',
  summary: { en: 'Hand over everything of a colleague to another', zh: '把一位同事的全部工作移交给另一位' },
  examples: ['hand over everything of @Ana to @Bo'],
  group: 'team',
  allow: 'manager',
  effect: 'write',
  rare: true,
  patience: MAY_TAKE,
  formTitle: { en: 'Hand over everything', zh: '全部移交' },
  input: z.object({
    from: field.member({ en: 'Whose', zh: '谁的' }),
    to: field.member({ en: 'To whom', zh: '交给谁' }),
    /** The counts were shown, and it was said to go on. */
    sure: field.hidden(5).optional(),
  }),
  line: (rest): Record<string, string> => {
    const typed = rest.replace(/^(?:everything|all)\s+(?:of|from)\s+|^(?:everything|all)\s+|^(?:of|from)\s+/i, '')
    const [, from, to] =
      /^(\S.*?)\s*(?:的(?:全部|所有|一切)?(?:工作|客户)?)?\s*(?:\sto\s|给|\s(?=[@<]))\s*(\S.*)$/i.exec(typed) ?? []
    return from && to ? { from, to } : { from: typed }
  },
  handle: async (context, { sure, ...given }) => {
    const words = say(context.locale)
    const from = await anybodyNamed(context, given.from)
    const to = await memberNamed(context, given.to)
    if (from.id === to.id) throw new UserError(words.toThemselves, { field: 'to' })
    if (!(await leads(context, from.id))) throw new NotAllowed(words.notTheirManager(from.name))
    if (to.role === 'reader') throw new UserError(words.mayOnlyRead(to.name), { field: 'to' })
    const all = await belongings(context, { from: from.id })
    if (isNothing(all)) return card({ lines: [words.hasNothing(from.name)] })
    if (!sure)
      return card({
        tone: 'warning',
        title: words.willMove(from.name, to.name),
        lines: [sayBelongings(context, all), words.stays],
        buttons: [
          button(words.moveThem, 'hand over', { from: from.id, to: to.id, sure: 'yes' }, { style: 'primary' }),
          button(words.cancel, 'dismiss'),
        ],
      })
    const moved = await move(context, { from: from.id }, to)
    if (to.id !== context.me.id)
      await owe(context, {
        memberId: to.id,
        kind: 'handedall',
        input: { by: context.me.id, from: from.id, request: context.requestId, ...moved },
      })
    return card({
      tone: 'good',
      lines: [words.moved(from.name, to.name), sayBelongings(context, moved)],
      context: words.stays,
      buttons: [undoButton(context)],
    })
  },
})

/** Tells a colleague of all that is theirs now; nothing once that was taken back. */
export const handedAll = notice({
  kind: 'handedall',
  input: z.object({
    by: field.id(),
    from: field.id(),
    request: z.string(),
    companies: z.number(),
    contacts: z.number(),
    tasks: z.number(),
    deals: z.number().default(0),
    cadences: z.number(),
  }),
  build: async (context: Context, { by, from, request, ...moved }) => {
    const where = { workspaceId: context.workspace.id, requestId: request, undoneAt: null }
    if (!(await context.db.change.findFirst({ where, select: { id: true } }))) return undefined
    const words = say(context.locale)
    const names = [(await memberById(context, by)).name, (await memberById(context, from)).name] as const
    return card({
      title: words.toldFrom(...names),
      lines: [sayBelongings(context, moved)],
      buttons: [button(words.today, 'today')],
    })
  },
})
