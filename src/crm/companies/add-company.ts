import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import {
  COMPANY_FIELDS,
  type Company,
  companyFacts,
  companyField,
  createCompany,
  oneAtATime,
  readCompany,
  readDetails,
  readPairs,
  sameCompany,
} from './companies.ts'
import { say } from './words.ts'

const named = (one: (typeof COMPANY_FIELDS)[number]) => ({ en: say('en')[one], zh: say('zh')[one] })

const input = z.object({
  name: field.text(named('name'), { max: 200 }),
  domain: field.text(named('domain'), { hint: { en: 'For example: acme.com', zh: '例如：acme.com' }, max: 300 }).optional(),
  phone: field.text(named('phone'), { max: 200 }).optional(),
  email: field.text(named('email'), { max: 300 }).optional(),
  industry: field.text(named('industry'), { max: 100 }).optional(),
  city: field.text(named('city'), { max: 100 }).optional(),
  country: field.text(named('country'), { max: 100 }).optional(),
  address: field.text(named('address'), { max: 300 }).optional(),
  employees: field.text(named('employees'), { max: 30 }).optional(),
  revenue: field.text(named('revenue'), { max: 30 }).optional(),
  founded: field.text(named('founded'), { max: 10 }).optional(),
  /** A field that was typed and that there is not. */
  unknown: field.hidden(40).optional(),
  /** There is one of that name, and yet it is another. */
  another: field.hidden(5).optional(),
})
type NewCompany = z.infer<typeof input>

export const addCompany = operation({
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
  notInForm: ['city', 'country', 'address', 'employees', 'revenue', 'founded'],
  handle: async (context, given) => {
    const words = say(context.locale)
    if (given.unknown)
      throw new UserError(words.unknownField(given.unknown, COMPANY_FIELDS.join(', ')), { field: 'name', mend: false })
    if (!normalizeName(given.name)) throw new UserError(words.noName, { field: 'name' })
    const { another, unknown: _, ...facts } = given
    const columns = readCompany(facts, context)
    await oneAtATime(context, given.name)
    const same = await sameCompany(context, given.name)
    if (same && !another) throw new Ask(askSame(context, same, given))
    return added(context, await createCompany(context, { ...columns, name: given.name }))
  },
})

function readLine(rest: string): Record<string, string> {
  const { head, pairs } = readPairs(rest)
  const { rest: name, ...details } = readDetails(head)
  const given: Record<string, string> = { name, ...details }
  for (const [typed, value] of pairs) {
    const known = companyField(typed)
    if (!known) given.unknown ??= typed
    else if (value) given[known] = value
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value))
}

function askSame({ locale }: Context, same: { id: string; name: string }, given: NewCompany): Reply {
  const words = say(locale)
  const again = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string>
  return card({
    tone: 'warning',
    lines: [words.standsAlready(same.name)],
    buttons: [
      button(words.showIt(same.name), 'show', { customer: `company:${same.id}` }, { style: 'primary' }),
      button(words.addAnyway, 'add company', { ...again, another: 'yes' }),
      button(words.cancel, 'dismiss', { text: given.name }),
    ],
  })
}

function added(context: Context, company: Company): Reply {
  const words = say(context.locale)
  const ref = `company:${company.id}`
  return card({
    tone: 'good',
    title: words.added(company.name),
    fields: companyFacts(company, context.locale),
    buttons: [
      button(words.log, 'log', { customer: ref }, { form: true, style: 'primary' }),
      button(words.addContact, 'add contact', { company: ref }, { form: true }),
      button(words.edit, 'edit', { customer: ref, whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}
