import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { listed } from '../../bot/text.ts'
import { sayActivity, shortened } from '../activities/activities.ts'
import { standingOf } from '../activities/standing.ts'
import { attachmentsOf } from '../attachments/attachments.ts'
import { type Company, companyById } from '../companies/companies.ts'
import { contactById } from '../contacts/contacts.ts'
import { dealsField } from '../deals/said.ts'
import { fieldsOf, type RecordField, type Row, saidFacts, sayingOf } from '../fields/fields.ts'
import { missingOn } from '../fields/required.ts'
import { sayKindOf } from '../relations/kinds.ts'
import { type Related, relationsOf } from '../relations/relations.ts'
import { sayTask } from '../tasks/tasks.ts'
import { companiesSeen, contactsSeen } from '../visibility.ts'
import { keptField } from './cold.ts'
import { type Customer, theCustomer } from './customers.ts'
import { sayRefusal } from './may-contact.ts'
import { say } from './words.ts'

const MOST_PEOPLE = 10
const MOST_ATTACHED = 3

/** All that is known of a customer. */
export const show = operation({
  name: 'show',
  zh: '查看',
  summary: { en: 'All facts on a customer', zh: '查看客户的全部资料' },
  examples: ['show acme', 'show wei zhang'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  formTitle: { en: 'Show a customer', zh: '查看客户' },
  input: z.object({
    customer: field.customer(
      { en: 'Customer', zh: '客户' },
      { en: 'A name, e-mail, domain or phone number', zh: '名称、邮箱、域名或电话号码' },
    ),
  }),
  handle: async (context, input) => {
    const customer = await theCustomer(context, input.customer, { operation: 'show', input, field: 'customer' })
    const noun = customer.contactId ? 'contact' : 'company'
    const company = customer.contactId ? null : await companyById(context, customer.companyId ?? '')
    const contact = customer.contactId ? await contactById(context, customer.contactId) : null
    const row = contact ?? company
    const fields = await fieldsOf(context, noun)
    const missing = row ? missingOn(fields, row) : []
    const attached = await attachmentsOf(context, customer, MOST_ATTACHED)
    const { fields: happens, refusal } = await whatHappens(context, customer)
    return card({
      ...(refusal && { tone: 'warning' as const, lines: [sayRefusal(refusal, context.locale)] }),
      title: customer.name,
      fields: [
        ...(row ? await factsOf(context, fields, row) : []),
        ...(company ? await aroundCompany(context, company) : []),
        ...(contact ? await relationField(context, contact.id) : []),
        ...(attached.count ? [{ label: say(context.locale).attachments, value: namesOf(attached) }] : []),
        ...happens,
      ],
      context: missing.length
        ? say(context.locale).stillMissing(
            listed(
              missing.map(({ label }) => label[context.locale]),
              context.locale,
            ),
          )
        : undefined,
      links: attached.shown
        .filter(({ url }) => url.startsWith('https:'))
        .map(({ name, url }) => ({ label: shortened(name, 60), url })),
      buttons: buttonsFor(context, customer, fields, attached.count),
      pick: company?.aliases.length ? forgetting(context, company) : undefined,
      share: { operation: 'show', input: { customer: customer.ref } },
    })
  },
})

/** What is said of a record in its fields, standard and custom; where somebody works first. */
async function factsOf(context: Context, fields: readonly RecordField[], row: Row) {
  const inOrder = fields.toSorted((a, b) => Number(b.key === 'company') - Number(a.key === 'company'))
  return saidFacts(inOrder, row, await sayingOf(context, fields, [row])).map(({ label, value }) => ({ label, value }))
}

/** How somebody stands to others. */
async function relationField(context: Context, contactId: string) {
  const found = await relationsOf(context, contactId, MOST_PEOPLE)
  const line = ({ kind, isFrom, otherName, companyName }: Related) =>
    `${sayKindOf(kind, isFrom)[context.locale]} ${otherName}${companyName ? ` (${companyName})` : ''}`
  return found.length ? [{ label: say(context.locale).relations, value: found.map(line).join('\n') }] : []
}

/** The newest by name, and a sign that there are more. */
const namesOf = ({ shown, count }: { shown: readonly { name: string }[]; count: number }) =>
  [...shown.map(({ name }) => name), ...(count > shown.length ? ['…'] : [])].join('\n')

/** Further names, each to be forgotten by choosing it. */
const forgetting = ({ locale }: Context, { id, aliases }: Company) => ({
  placeholder: say(locale).forgetName,
  options: aliases.slice(0, 25).map((name) => ({ label: name, operation: 'forget alias', input: { company: id, name } })),
})

async function aroundCompany(context: Context, company: Company) {
  const words = say(context.locale)
  return [
    ...(company.aliases.length ? [{ label: words.alsoKnownAs, value: listed(company.aliases, context.locale) }] : []),
    ...(await daughters(context, company)),
    ...(await people(context, company.id)),
  ]
}

/** The companies that it is the parent of. */
async function daughters(context: Context, company: Company) {
  const { db, workspace, locale } = context
  const found = await db.company.findMany({
    where: { workspaceId: workspace.id, parentId: company.id, archivedAt: null, AND: companiesSeen(context) },
    orderBy: { name: 'asc' },
    take: MOST_PEOPLE + 1,
    select: { name: true },
  })
  const names = found.map((one) => one.name)
  return names.length ? [{ label: say(locale).daughters, value: listed(names, locale, MOST_PEOPLE) }] : []
}

async function people(context: Context, companyId: string) {
  const { db, workspace, locale } = context
  const found = await db.contact.findMany({
    where: { workspaceId: workspace.id, companyId, archivedAt: null, AND: contactsSeen(context) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE + 1,
    select: { name: true, title: true },
  })
  const names = found.map(({ name, title }) => (title ? `${name}, ${title}` : name))
  return names.length ? [{ label: say(locale).contacts, value: oneALine(names) }] : []
}

/** The first ten, and a sign that there are more. */
const oneALine = (names: string[]) => [...names.slice(0, MOST_PEOPLE), ...(names.length > MOST_PEOPLE ? ['…'] : [])].join('\n')

async function whatHappens(context: Context, customer: Customer) {
  const words = say(context.locale)
  const { contacts, tasks, deals, kept, refusal } = await standingOf(context, customer)
  const [last] = contacts
  const fields: NonNullable<Card['fields']> = [
    { label: words.lastContact, value: last ? sayActivity(last, context, context.locale) : words.never },
    ...keptField(kept, context),
    ...(tasks.length
      ? [{ label: words.openTasks, value: tasks.map((task) => sayTask(task, context, context.locale)).join('\n') }]
      : []),
    ...dealsField(context, deals),
  ]
  return { fields, refusal }
}

function buttonsFor(
  { locale }: Context,
  { ref, companyId, contactId }: Customer,
  fields: readonly RecordField[],
  attached: number,
) {
  const own = fields.some(({ customId }) => customId)
  const words = say(locale)
  return [
    button(words.log, 'log', { customer: ref }, { form: true, style: 'primary' }),
    button(words.remind, 'remind', { customer: ref }, { form: true }),
    button(words.timeline, 'timeline', { customer: ref }),
    button(words.edit, 'edit', { customer: ref, whole: 'yes' }, { form: true }),
    ...(own ? [button(words.moreFields, 'edit fields', { customer: ref }, { form: true })] : []),
    ...(attached ? [button(words.attachments, 'attachments', { customer: ref })] : []),
    button(words.deals, 'deals', { customer: ref }),
    button(words.assign, 'assign', { customer: ref }, { form: true }),
    contactId && companyId
      ? button(words.showCompany, 'show', { customer: `company:${companyId}` })
      : button(words.addContact, 'add contact', companyId ? { company: ref } : {}, { form: true }),
  ]
}
