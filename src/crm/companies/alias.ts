import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { refusedName } from '../customers/customers.ts'
import { changeCompany, companyById } from './companies.ts'
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
    const wanted = normalizeName(given.name)
    if ([company.name, ...company.aliases].some((one) => normalizeName(one) === wanted))
      return card({ lines: [words.alreadyMeans(given.name, company.name)] })
    const refused = await refusedName(context, given.name, company.id)
    if (refused) throw new UserError(refused, { mend: false })
    await changeCompany(context, company, { aliases: [...company.aliases, given.name] })
    return card({ tone: 'good', title: words.remembered(given.name, company.name), buttons: [undoButton(context)] })
  },
})
