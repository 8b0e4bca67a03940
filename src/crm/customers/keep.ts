import { z } from 'zod'
import { type Card, card } from '../../bot/card.ts'
import { type Context, isAtLeast } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { changeCompany, companyById } from '../companies/companies.ts'
import { changeContact, contactById } from '../contacts/contacts.ts'
import { lookAtSegment, type SavedSegment, savedSegment } from '../finding/kept.ts'
import { namesOf } from '../members/members.ts'
import { readCadence, sayCadence } from './cadence.ts'
import { type Customer, namesCustomer, theCustomer } from './customers.ts'
import { countOf, isOfAKeptKind, keepSegment, readSegment, type Segment } from './segments.ts'
import { say } from './words.ts'

const OFF = /^(off|no|none|never|stop|关|关闭|不用|取消)$/i
/** Where the customer ends and how often begins. */
const HOW_OFTEN =
  /\s+(?=(?:every|each|off|stop|daily|weekly|fortnightly|monthly|quarterly|yearly|\d{1,4}\s*[dwmy])\b)|\s*(?=每|关闭|取消)/i

/** A wish to be in touch with a customer every so often: who goes cold stands in the day of whom the customer belongs to. */
export const keep = operation({
  name: 'keep',
  zh: '保持联系',
  summary: { en: 'Keep in touch: be told when a customer is going cold', zh: '保持联系：客户太久没联系时提醒' },
  examples: [
    'keep acme every 90 days',
    'keep wei zhang every 2 weeks',
    'keep acme off',
    'keep my customers every 60 days',
    'keep segment Key accounts every 30 days',
    'keep 锦程物流 每90天',
  ],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Keep in touch', zh: '保持联系' },
  input: z.object({
    customer: field.customer({ en: 'Customer', zh: '客户' }),
    every: field.text(
      { en: 'How often', zh: '多久一次' },
      { hint: { en: 'For example: every 90 days, quarterly, off', zh: '例如：每90天、每季度、关闭' }, max: 60 },
    ),
  }),
  line: (rest) => {
    const [customer = '', ...more] = rest.split(HOW_OFTEN)
    return { customer: customer.trim(), ...(more.length && { every: more.join(' ').trim() }) }
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const days = OFF.test(input.every) ? null : readCadence(input.every)
    if (days === undefined) throw new UserError(words.badCadence(input.every), { field: 'every' })
    const segment = readSegment(input.customer, context.me) ?? (await savedSegment(context, input.customer))
    if (segment && !(await namesCustomer(context, input.customer))) return kindKept(context, segment, input.customer, days)
    const customer = await theCustomer(context, input.customer, { operation: 'keep', input, field: 'customer' })
    // Off for one customer of a kind that is kept in touch with is a wish of its own.
    const wanted = days ?? ((await isOfAKeptKind(context, customer)) ? 0 : null)
    const { keepDays: before, ownerId } = await changed(context, customer, wanted)
    if (before === wanted) return card({ lines: [words.nothingToChange] })
    return said(context, customer, days, ownerId)
  },
})

/** How often each customer of a kind is to be reached. A rep says it of their own customers, a manager of everybody's. */
async function kindKept(context: Context, segment: Segment | SavedSegment, typed: string, days: number | null): Promise<Card> {
  const words = say(context.locale)
  const own = segment.field === 'owner' || ('isMine' in segment && segment.isMine)
  if (!own && !isAtLeast(context.me.role, 'manager')) throw new NotAllowed(words.kindsByManagers)
  const { stood, id } = await keepSegment(context, segment, days)
  if (stood === days) return card({ lines: [words.nothingToChange] })
  const held = segment.field === 'segment' && id ? await lookAtSegment(context, id, segment.value) : undefined
  const count = days === null ? 0 : (held ?? (await countOf(context, segment)))
  return card({
    tone: 'good',
    lines: [days === null ? words.kindKeptNoMore(typed) : words.kindKept(typed, sayCadence(days, context.locale), count)],
    context: days === null ? undefined : words.tellsOwners,
    buttons: [undoButton(context)],
  })
}

/** Writes how often; gives what stood before. */
async function changed(context: Context, { companyId, contactId }: Customer, keepDays: number | null) {
  const contact = contactId ? await contactById(context, contactId) : null
  const company = contactId || !companyId ? null : await companyById(context, companyId)
  const stands = contact ?? company
  if (!stands) throw new UserError(say(context.locale).gone, { mend: false })
  if (stands.keepDays !== keepDays) {
    if (contact) await changeContact(context, contact, { keepDays })
    if (company) await changeCompany(context, company, { keepDays })
  }
  return stands
}

async function said(context: Context, customer: Customer, days: number | null, ownerId: string | null): Promise<Card> {
  const words = say(context.locale)
  const another = ownerId && ownerId !== context.me.id ? (await namesOf(context, [ownerId])).get(ownerId) : undefined
  return card({
    tone: 'good',
    lines: [days === null ? words.keptNoMore(customer.name) : words.kept(customer.name, sayCadence(days, context.locale))],
    context: days === null ? undefined : another ? words.tellsOwner(another) : words.tellsYou,
    buttons: [undoButton(context)],
  })
}
