import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context, Member } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { operation } from '../../bot/operation.ts'
import { logActivity } from '../activities/activities.ts'
import { undoButton } from '../audit/audit.ts'
import { createCompany, readCompany } from '../companies/companies.ts'
import { createContact, readContact } from '../contacts/contacts.ts'
import { type Customer, customer } from '../customers/customers.ts'
import { createDeal } from '../deals/deals.ts'
import { createTask } from '../tasks/tasks.ts'
import { isEmpty } from '../workspaces/workspaces.ts'
import { type Cast, castOf } from './cast.ts'
import { ACTIVITIES, CUSTOMERS, DEALS, type Open, type Sold, TASKS, type Told } from './story.ts'
import { say } from './words.ts'

/** The sample: customers, what happened with them in the last weeks, and what is to be done. For trying out, in an empty workspace alone. */
export const sampleOperation = operation({
  name: 'sample',
  summary: { en: 'Load the sample company to try things out', zh: '载入示例客户，方便试用' },
  examples: [],
  group: 'team',
  allow: 'admin',
  effect: 'write',
  hidden: true,
  input: z.object({}),
  handle: async (context) => {
    const words = say(context.locale)
    const loaded = await loadSample(context)
    return card({
      tone: 'good',
      title: words.loaded(loaded.companies, loaded.activities, loaded.tasks, loaded.deals),
      lines: [words.tryIt],
      buttons: [
        button(words.last, 'last', { customer: loaded.first.ref }, { style: 'primary' }),
        button(words.today, 'today'),
        undoButton(context),
      ],
    })
  },
})

/** Loads it, relative to now. Throws UserError when the workspace has customers. */
export async function loadSample(context: Context) {
  if (!(await isEmpty(context.db, context.workspace.id))) throw new UserError(say(context.locale).notEmpty, { mend: false })
  const cast = await castOf(context)
  const customers = await addCustomers(context)
  const named = (name: string) => customers.get(name) ?? missing(name)
  for (const told of ACTIVITIES) await tell(context, cast, named(told[3]), told)
  for (const open of TASKS) await plan(context, cast, named(open[3]), open)
  for (const sold of DEALS) await sell(context, cast, named(sold[1]), sold)
  const counts = { companies: CUSTOMERS.length, activities: ACTIVITIES.length, tasks: TASKS.length, deals: DEALS.length }
  return { first: named('Acme Corp'), ...counts }
}

function missing(name: string): never {
  throw new Error(`the sample's story tells of ${name}, who is not among its customers`)
}

async function addCustomers(context: Context): Promise<Map<string, Customer>> {
  const added = new Map<string, Customer>()
  for (const { company: typed, contacts } of CUSTOMERS) {
    const company = await createCompany(context, { ...readCompany(typed, context), name: typed.name, source: 'sample' })
    added.set(company.name, customer(company, undefined))
    for (const one of contacts) {
      const given = { ...readContact(one, context), name: one.name, companyId: company.id, source: 'sample' }
      added.set(one.name, customer(company, await createContact(context, given)))
    }
  }
  return added
}

async function tell(context: Context, cast: Cast, who: Customer, [days, time, by, , what, note]: Told): Promise<void> {
  await logActivity(asMember(context, cast[by]), {
    ...what,
    companyId: who.companyId,
    contactId: who.contactId,
    at: `${workday(context, days)}T${time}`,
    note,
  })
}

async function plan(context: Context, cast: Cast, who: Customer, [days, time, whose, , what, recurrence]: Open): Promise<void> {
  const day = localDay(context).add({ days })
  const at = time ? `${day}T${time}` : day.toString()
  await createTask(asMember(context, cast[whose]), { customer: who, ownerId: cast[whose].id, what, at, recurrence })
}

async function sell(
  context: Context,
  cast: Cast,
  who: Customer,
  [whose, , name, stage, amount, currency, days]: Sold,
): Promise<void> {
  const day = `${localDay(context).add({ days })}T00:00:00.000Z`
  const { companyId, contactId } = who
  const closes = stage === 'won' ? { closedOn: day } : { expectedCloseDate: day }
  await createDeal(asMember(context, cast[whose]), { name, companyId, contactId, stage, amount, currency, ...closes })
}

const asMember = (context: Context, me: Member): Context => ({ ...context, me, zone: me.timeZone, locale: me.locale })
const localDay = ({ now, zone }: Context): Temporal.PlainDate => now.toZonedDateTimeISO(zone).toPlainDate()

/** The day that lies so many working days, Monday to Friday, before today. */
function workday(context: Context, days: number): Temporal.PlainDate {
  let day = localDay(context)
  for (let left = days; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (day.dayOfWeek <= 5) left--
  }
  return day
}
