import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { changeCompany, companiesNamed, companyById } from './companies.ts'
import { say } from './words.ts'

/** Teaches a company a further name, by which it is found from then on. */
export const alias = operation({
  name: 'alias',
  summary: { en: 'Teach a company a further name', zh: '为公司记住另一个名称' },
  examples: [],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ company: field.id(), name: field.hidden(200) }),
  handle: async (context, given) => {
    const words = say(context.locale)
    const company = await companyById(context, given.company)
    if (!company) throw new UserError(words.gone, { mend: false })
    if (!normalizeName(given.name)) throw new UserError(words.noName, { mend: false })
    const same = await companiesNamed(context, given.name)
    if (same.some((one) => one.id === company.id)) return card({ lines: [words.alreadyMeans(given.name, company.name)] })
    if (same[0]) throw new UserError(words.isAnother(given.name, same[0].name), { mend: false })
    await changeCompany(context, company, { aliases: [...company.aliases, given.name] })
    return card({ tone: 'good', title: words.remembered(given.name, company.name), buttons: [undoButton(context)] })
  },
})
