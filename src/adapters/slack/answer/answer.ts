import type { Bot, Log, SealedAnswer } from '../../../bot/house.ts'
import type { Request } from '../../../bot/request.ts'
import type { SealedForm } from '../../../bot/sealed.ts'
import { localeOf } from '../../../bot/text.ts'
import { words } from '../../../bot/words.ts'
import type { Client } from '../client.ts'
import { codeOf } from '../failures.ts'
import type { Origin } from '../origin.ts'
import { FIELD, renderForm } from '../render/form.ts'
import { formCard, refill } from '../render/form-card.ts'
import { within } from '../within.ts'
import { isPublic, type Post, postWith, QUIET, rendered } from './post.ts'

/** An answer ready within this time (milliseconds) is given in the acknowledgement itself; Slack waits three seconds. */
export const SOON = 1_000
/** Of what is then left, so much may go into finding out the person's language (milliseconds). */
const LANGUAGE = 500

/** Answers to what was asked, each the way its kind allows. */
export interface Answers {
  /** A slash command: the acknowledgement carries the answer. */
  command: (request: Request, origin: Origin, trigger: string, ack: Ack) => Promise<void>
  /** A form that was sent. */
  submission: (request: Request, origin: Origin, fields: readonly string[], ack: Ack) => Promise<void>
  /** Acknowledged already: a button, a shortcut, an event. */
  acknowledged: (
    request: Request,
    origin: Origin,
    more?: { trigger?: string; kept?: Parameters<typeof refill>[1] },
  ) => Promise<void>
}
export type Ack = (payload?: object) => Promise<void>

export function answersOf(bot: Pick<Bot, 'dispatch'>, client: Client, log: Log): Answers {
  const post = postWith(client, log)
  const give = (answer: SealedAnswer, origin: Origin, trigger?: string) =>
    giveAnswer({ client, post, log }, answer, origin, trigger)
  const acked = acknowledger(log)
  return {
    command: async (request, origin, trigger, ack) => {
      const pending = bot.dispatch(request)
      const soon = await within(SOON, pending)
      if (soon && soon.kind !== 'form' && (await acked(ack, inlineMessage(origin, soon)))) return
      if (!soon) await acked(ack, { response_type: 'ephemeral', text: await busy(request) })
      if (soon?.kind === 'form') await acked(ack)
      await give(await pending, origin, trigger)
    },
    submission: async (request, origin, fields, ack) => {
      const pending = bot.dispatch(request)
      const soon = await within(SOON, pending)
      const inView = soon && inTheView(soon, origin, fields)
      if (inView && (await acked(ack, inView))) return
      if (!inView) await acked(ack)
      await give(await pending, origin)
    },
    acknowledged: async (request, origin, { trigger, kept } = {}) => {
      const answer = await bot.dispatch(request)
      const filled = answer.kind === 'form' && kept ? { ...answer, form: refill(answer.form, kept) } : answer
      await give(filled, origin, trigger)
    },
  }
}

/** Acknowledges, and says whether Slack could be told. A lost connection is no reason to lose the answer: it goes the other way. */
export const acknowledger =
  (log: Log) =>
  async (ack: Ack, payload?: object): Promise<boolean> => {
    try {
      await ack(payload)
      return true
    } catch (error) {
      log.warn({ error }, 'Slack did not take an acknowledgement')
      return false
    }
  }

const inlineMessage = (origin: Origin, { card }: Exclude<SealedAnswer, { kind: 'form' }>) => ({
  response_type: isPublic(origin, card) ? 'in_channel' : 'ephemeral',
  ...rendered(origin, card),
  ...QUIET,
})

// In the person's own language, if Slack tells it before the time is up.
async function busy({ profile }: Request): Promise<string> {
  const told = await within(
    LANGUAGE,
    profile().catch(() => undefined),
  )
  return words(localeOf(told?.locale)).busy
}

// Slack takes errors only for blocks that stand in the view.
function inTheView(answer: SealedAnswer, origin: Origin, fields: readonly string[]): object | undefined {
  if (answer.kind === 'form') return { response_action: 'update', view: renderForm(answer.form, origin) }
  if (answer.kind !== 'faults' || !Object.keys(answer.faults).every((name) => fields.includes(name))) return undefined
  return {
    response_action: 'errors',
    errors: Object.fromEntries(Object.entries(answer.faults).map(([name, said]) => [`${FIELD}${name}`, said.slice(0, 2_000)])),
  }
}

interface Means {
  client: Client
  post: Post
  log: Log
}

async function giveAnswer(means: Means, answer: SealedAnswer, origin: Origin, trigger?: string): Promise<void> {
  if (answer.kind === 'form') return giveForm(means, answer.form, origin, trigger)
  await means.post.card(origin, answer.card, answer.kind === 'card' && answer.replaces)
}

// A trigger lives three seconds and opens one form: without one, a button makes a new one.
async function giveForm({ client, post, log }: Means, form: SealedForm, origin: Origin, trigger?: string): Promise<void> {
  if (trigger) {
    try {
      await client.views.open({ trigger_id: trigger, view: renderForm(form, origin) })
      return
    } catch (error) {
      log.info({ code: codeOf(error), error }, 'a form could not be opened and is offered as a button')
    }
  }
  await post.card(origin, formCard(form))
}
