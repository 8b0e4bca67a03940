import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import { type Context, isAtLeast } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { notice, operation } from '../../bot/operation.ts'
import { activityById } from '../activities/activities.ts'
import { record } from '../audit/audit.ts'
import { say } from './words.ts'

/** The step of who has been through it. */
export const TOUR_DONE = 5
const STEPS = 4
/** Whoever only reads is not asked to log. */
const STEPS_OF_READERS = 3
const stepsOf = ({ me }: Context) => (isAtLeast(me.role, 'rep') ? STEPS : STEPS_OF_READERS)

export const tour = operation({
  name: 'tour',
  zh: '入门',
  also: ['教程', '导览'],
  summary: { en: 'Four steps, one minute: how Rapport works', zh: '四步一分钟：了解 Rapport' },
  examples: ['tour'],
  group: 'you',
  allow: 'anyone',
  effect: 'write',
  input: z.object({ step: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { step }) => {
    const resumed = context.me.tourStep < TOUR_DONE ? context.me.tourStep : 1
    return showStep(context, Math.min(stepsOf(context), Math.max(1, step ?? resumed)))
  },
})

/** Whoever is new hears what this is, and is led on from there. */
export const welcome = notice({ kind: 'welcome', input: z.object({}), build: async (context) => firstStep(context) })

/** The card of a step, which is then where the person stands. The last one is for who has logged something. */
export async function showStep(context: Context, step: number): Promise<Card> {
  if (step < stepsOf(context)) {
    await stand(context, step)
    return cards[step - 1]!(context)
  }
  if (!isAtLeast(context.me.role, 'rep')) {
    await stand(context, TOUR_DONE)
    return lastStepOfReaders(context)
  }
  const customer = await lastLogged(context)
  if (!customer) {
    await stand(context, 3)
    return { ...thirdStep(context), context: say(context.locale).threeFirst }
  }
  await stand(context, TOUR_DONE)
  return lastStep(context, customer)
}

async function stand(context: Context, tourStep: number): Promise<void> {
  const { db, workspace, me } = context
  if (me.tourStep === tourStep || (me.tourStep === TOUR_DONE && tourStep < TOUR_DONE)) return
  const where = { workspaceId_id: { workspaceId: workspace.id, id: me.id } }
  const before = await db.member.findUniqueOrThrow({ where })
  const after = await db.member.update({ where, data: { tourStep } })
  await record({ ...context, operation: 'tour' }, { noun: 'member', id: me.id, before, after })
}

async function lastLogged(context: Context): Promise<string | undefined> {
  const { db, workspace, me } = context
  const mine = await db.activity.findFirst({
    where: { workspaceId: workspace.id, memberId: me.id, archivedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  const found = mine && (await activityById(context, mine.id))
  return found?.companyName ?? found?.contactName ?? undefined
}

const stepIn = (context: Context, step: number) => say(context.locale).step(step, stepsOf(context))

const cards: readonly ((context: Context) => Card)[] = [firstStep, secondStep, thirdStep]

function firstStep(context: Context): Card {
  const words = say(context.locale)
  return card({
    title: words.oneTitle,
    lines: [isAtLeast(context.me.role, 'rep') ? words.oneLines : words.oneReads],
    context: stepIn(context, 1),
    buttons: [button(words.oneNext, 'tour', { step: 2 }, { style: 'primary' }), button(words.notNow, 'dismiss')],
  })
}

function secondStep(context: Context): Card {
  const { locale, me, now } = context
  const words = say(locale)
  const time = now.toZonedDateTimeISO(me.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  return card({
    title: words.twoTitle,
    lines: [words.twoLines(me.timeZone, time, me.morningAt)],
    context: stepIn(context, 2),
    buttons: [
      button(words.twoNext, 'tour', { step: 3 }, { style: 'primary' }),
      button(words.twoChange, 'tour settings', {}, { form: true }),
    ],
  })
}

function thirdStep(context: Context): Card {
  const words = say(context.locale)
  return card({
    title: words.threeTitle,
    lines: [words.threeLines],
    context: stepIn(context, 3),
    buttons: [button(words.threeNext, 'tour log', { line: words.threeExample }, { form: true, style: 'primary' })],
  })
}

function lastStep(context: Context, customer: string): Card {
  const words = say(context.locale)
  return card({
    tone: 'good',
    title: words.fourTitle,
    lines: [words.fourLines(customer)],
    context: stepIn(context, 4),
    buttons: [
      button(words.lastOf(customer.slice(0, 40)), 'last', { customer }, { style: 'primary' }),
      button(words.today, 'today'),
      button(words.help, 'help'),
    ],
  })
}

function lastStepOfReaders(context: Context): Card {
  const words = say(context.locale)
  return card({
    tone: 'good',
    title: words.fourTitle,
    lines: [words.fourReads],
    context: stepIn(context, STEPS_OF_READERS),
    buttons: [button(words.today, 'today', {}, { style: 'primary' }), button(words.help, 'help')],
  })
}
