import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { changeCompany, companyById } from './companies.ts'
import { say } from './words.ts'

/** Takes a further name from a company. */
export const forgetAlias = operation({
  name: 'forget alias',
  summary: { en: 'Forget a further name of a company', zh: '删除公司的一个别名' },
  examples: [],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ company: field.id(), name: field.hidden(200) }),
  handle: async (context, { company: id, name }) => {
    const words = say(context.locale)
    const company = await companyById(context, id)
    if (!company) throw new UserError(words.gone, { mend: false })
    if (!company.aliases.includes(name)) return card({ lines: [words.notCalled(company.name, name)] })
    await changeCompany(context, company, { aliases: company.aliases.filter((one) => one !== name) })
    return card({ tone: 'good', title: words.forgotten(name, company.name), buttons: [undoButton(context)] })
  },
})
