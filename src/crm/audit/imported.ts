import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { listed } from '../../bot/text.ts'
import { asDate } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'
import { standingOf, type TakenBack, takeBackSome } from './many.ts'
import { isTooOld } from './requests.ts'
import { say } from './words.ts'

/** What the chat takes back at once, without letting anybody wait; more is taken back beside everything else. */
const MOST = 2000
/** How many records that stayed are named. */
const NAMED = 5

/** Whether a request was an import: what it brought is taken back as far as it stands as it came. */
export const isImport = (request: string): boolean => /^import:\S+$/.test(request)

/** Takes back an import from the chat; what was changed since stays, and is said. */
export async function undoImport(context: Context, request: string): Promise<Card> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  const where = { workspaceId: workspace.id, requestId: request }
  const one = await db.change.findFirst({ where, orderBy: { id: 'desc' }, select: { memberId: true, at: true } })
  if (!one) return card({ lines: [words.nothing] })
  if (me.role === 'reader') throw new NotAllowed(words.readsOnly)
  if (me.role !== 'admin' && one.memberId !== me.id) throw new NotAllowed(words.notYours)
  if (isTooOld(one.at, context.now)) throw new UserError(words.importTooOld(request), { mend: false })
  const count = await standingOf(context, request)
  if (!count) return card({ lines: [words.already] })
  if (count > MOST) return beside(context, request, count)
  const done: TakenBack = { taken: 0, stayed: [] }
  do {
    const some = await takeBackSome(context, request, done.next)
    done.taken += some.taken
    done.stayed.push(...some.stayed)
    done.next = some.next
  } while (done.next)
  for (const noun of ['company', 'contact', 'activity', 'task', 'deal']) context.changed.add(noun)
  const names = done.stayed.slice(0, NAMED).map(({ name }) => name)
  const more = done.stayed.length - names.length
  const stayed = [listed(names, locale), ...(more > 0 ? [words.more(more)] : [])].join('\n')
  return card({
    tone: 'good',
    lines: [words.importTakenBack(done.taken), ...(names.length ? [words.importStayed(done.stayed.length), stayed] : [])],
  })
}

/** A large one is taken back beside everything else, by the job of the imports, which tells when it is done. */
async function beside({ db, workspace, now, locale }: Context, request: string, count: number): Promise<Card> {
  const words = say(locale)
  await db.import.updateMany({
    where: { workspaceId: workspace.id, id: request },
    data: { state: 'undoing', done: 0, claimedUntil: asDate(now) },
  })
  await wakeSenders({ db })
  return card({ lines: [words.importBeside(count)] })
}
