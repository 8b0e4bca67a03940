import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { type Operation, operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { theCustomer } from '../customers/customers.ts'
import { fillIn } from '../duplicates/fill.ts'
import { factsOf, likelyOf, warnOf } from '../duplicates/warn.ts'
import { askMissing, linesToFill } from '../fields/ask-missing.ts'
import { asInput, ownFacts, ownFields, withoutOwn } from '../fields/asked.ts'
import { columnsOf, fieldsOf, saidFacts, sayingOf } from '../fields/fields.ts'
import { factsGiven } from '../fields/given.ts'
import { besides, detailsInput, inputsOf } from '../fields/inputs.ts'
import { asked, missingIn } from '../fields/required.ts'
import { splitFacts } from '../fields/typed.ts'
import { COMPANY_FIELDS, type Company, createCompany, oneAtATime, readDetails, readPairs, sameCompany } from './companies.ts'
import { say } from './words.ts'

const IN_FORM = ['domain', 'phone', 'email'] as const
const inputs = inputsOf(COMPANY_FIELDS, IN_FORM)

const input = z
  .object({
    name: field.text(COMPANY_FIELDS[0]!.label, { max: 200 }),
    ...inputs,
    details: detailsInput(),
    /** There is one of that name, and yet it is another. */
    another: field.hidden(5).optional(),
    /** The one that stands is meant: it takes what was typed. */
    use: field.hidden(100).optional(),
    /** What must be filled in was asked for. */
    asked: field.hidden(5).optional(),
  })
  .catchall(ownFields)
type NewCompany = z.infer<typeof input>

export const addCompany: Operation = operation({
  name: 'add company',
  zh: '新增公司',
  also: ['添加公司', '新建公司'],
  summary: { en: 'Add a company', zh: '新增公司' },
  examples: ['add company Globex globex.com +1 415 555 0100', 'add company Initech industry=Software, city=Austin'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Add a company', zh: '新增公司' },
  input,
  line: (rest) => readLine(rest),
  notInForm: besides(inputs, IN_FORM),
  asks: async (context) => asked(missingIn(await fieldsOf(context, 'company'), {})).map(asInput),
  prefill: async (context, given) => linesToFill(missingIn(await fieldsOf(context, 'company'), {}), given),
  handle: async (context, typed) => {
    const words = say(context.locale)
    const { another, use, asked: _, name: typedName, details, ...given } = withoutOwn(typed)
    const fields = await fieldsOf(context, 'company')
    const options = { ...given, ...ownFacts(fields, typed) }
    const { head: name, facts } = await factsGiven(context, fields, { head: typedName, lines: details, options, isNew: true })
    if (!normalizeName(name)) throw new UserError(words.noName, { field: 'name' })
    if (facts.parent) facts.parent = await parentNamed(context, facts.parent, typed)
    const columns = columnsOf(fields, facts, context)
    if (use) return fillIn(context, 'company', use, fields, columns)
    await oneAtATime(context, name)
    const same = await sameCompany(context, name)
    if (same && !another) throw new Ask(askSame(context, same, typed))
    if (!another)
      warnOf(context, {
        ...{ kind: 'company', name, likely: await likelyOf(context, 'company', factsOf('company', { ...columns, name })) },
        use: (ref, called) => button(words.use(called), 'add company', { ...typedBack(typed), use: ref }),
        anyway: { operation: 'add company', input: typedBack(typed) },
      })
    askMissing(context, addCompany, typed, missingIn(fields, facts))
    return added(context, await createCompany(context, { ...columns, name }))
  },
})

function readLine(rest: string): Record<string, string> {
  const { head, pairs } = readPairs(rest)
  const { rest: name, ...details } = readDetails(head)
  const given: Record<string, string> = { name, ...details, ...splitFacts(COMPANY_FIELDS, pairs) }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value))
}

const typedBack = (given: NewCompany) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string>

async function parentNamed(context: Context, typed: string, given: NewCompany): Promise<string> {
  const ask = { operation: 'add company', input: typedBack(given), field: 'parent', only: 'company' } as const
  return (await theCustomer(context, typed, ask)).companyId ?? ''
}

function askSame({ locale }: Context, same: { id: string; name: string }, given: NewCompany): Reply {
  const words = say(locale)
  return card({
    tone: 'warning',
    lines: [words.standsAlready(same.name)],
    buttons: [
      button(words.showIt(same.name), 'show', { customer: `company:${same.id}` }, { style: 'primary' }),
      button(words.addAnyway, 'add company', { ...typedBack(given), another: 'yes' }),
      button(words.cancel, 'dismiss', { text: given.name }),
    ],
  })
}

async function added(context: Context, company: Company): Promise<Reply> {
  const words = say(context.locale)
  const ref = `company:${company.id}`
  const fields = (await fieldsOf(context, 'company')).filter(({ key }) => key !== 'owner')
  const facts = saidFacts(fields, company, await sayingOf(context, fields, [company]))
  return card({
    tone: 'good',
    title: words.added(company.name),
    fields: facts.map(({ label, value }) => ({ label, value })),
    buttons: [
      button(words.log, 'log', { customer: ref }, { form: true, style: 'primary' }),
      button(words.addContact, 'add contact', { company: ref }, { form: true }),
      button(words.edit, 'edit', { customer: ref, whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}
