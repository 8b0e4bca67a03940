import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import type { Localized } from '../../bot/text.ts'
import { undoButton } from '../audit/audit.ts'
import { createField, type Wish } from './define.ts'
import { CUSTOM_TYPES } from './field.ts'
import { readMore } from './more.ts'
import { nounOf, readDefinition, readOptions } from './read-definition.ts'
import { sayDefinition, TYPE_LABELS } from './said.ts'
import { say } from './words.ts'

/** How a record of each noun is changed. */
const HOW: Readonly<Record<string, Localized>> = {
  company: { en: 'edit Acme', zh: '修改 Acme' },
  contact: { en: 'edit Wei Zhang', zh: '修改 Wei Zhang' },
  deal: { en: 'edit deal Acme renewal', zh: '修改商机 Acme renewal' },
}

/** A field of this workspace's own. */
export const fieldAdd = operation({
  name: 'field add',
  zh: '新增字段',
  also: ['添加字段', 'add field'],
  summary: { en: 'Define a field of your own on companies, contacts or deals', zh: '为公司、联系人或商机新增自定义字段' },
  examples: ['field add company seats number', 'field add contact "Preferred language" choice English, 中文 required'],
  group: 'records',
  allow: 'admin',
  effect: 'write',
  rare: true,
  formTitle: { en: 'A new field', zh: '新增字段' },
  input: z.object({
    noun: field.text(
      { en: 'On companies, contacts or deals', zh: '用于公司、联系人或商机' },
      { hint: { en: 'company, contact or deal', zh: '公司、联系人或商机' }, max: 20 },
    ),
    label: field.text({ en: 'What it is called', zh: '名称' }, { max: 200 }),
    type: field.choice({ en: 'What it holds', zh: '类型' }, CUSTOM_TYPES, TYPE_LABELS),
    options: field
      .text(
        { en: 'The choices, if it is a choice', zh: '选项（单选时）' },
        { hint: { en: 'Parted by commas: English, 中文', zh: '用逗号分开：English、中文' }, max: 2000 },
      )
      .optional(),
    more: field
      .lines(
        { en: 'More', zh: '其他' },
        { hint: { en: 'One a line: required=yes, default=…, help=…', zh: '每行一项：必填=是、默认=…、说明=…' }, max: 600 },
      )
      .optional(),
  }),
  line: readDefinition,
  handle: async (context, { noun: typed, label, type, options, more }) => {
    const words = say(context.locale)
    const noun = nounOf(typed)
    if (!noun) throw new UserError(words.noNoun(typed.slice(0, 40)), { field: 'noun' })
    const said = readMore(context, more ?? '')
    const wish: Wish = {
      label,
      type,
      required: false,
      byDefault: null,
      help: null,
      ...said,
      options: type === 'choice' ? (said.options ?? readOptions(options ?? '')) : [],
    }
    const made = await createField(context, noun, wish)
    return card({
      tone: 'good',
      title: words.fieldAdded(made.label, noun),
      lines: [sayDefinition(made, context.locale), words.howToType((HOW[noun] ?? HOW.company!)[context.locale], made.key)],
      buttons: [button(words.allFields, 'fields', { noun }), undoButton(context)],
    })
  },
})
