import { z } from 'zod'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { shownDeal } from './card.ts'
import { theDeal } from './the-deal.ts'

/** All that is known of a deal. */
export const showDeal = operation({
  name: 'show deal',
  zh: '查看商机',
  also: ['show opportunity'],
  summary: { en: 'All facts on a deal', zh: '查看商机的全部资料' },
  examples: ['show deal acme renewal'],
  group: 'sales',
  allow: 'reader',
  effect: 'read',
  rare: true,
  formTitle: { en: 'Show a deal', zh: '查看商机' },
  input: z.object({
    deal: field.deal(
      { en: 'Deal', zh: '商机' },
      { en: 'Words of its name and its customer’s', zh: '商机名称或客户名称中的文字' },
    ),
  }),
  handle: async (context, input) =>
    shownDeal(context, (await theDeal(context, input.deal, { operation: 'show deal', input })).id),
})
