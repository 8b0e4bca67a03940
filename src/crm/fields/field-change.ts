import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { listed } from '../../bot/text.ts'
import { undoButton } from '../audit/audit.ts'
import type { Definition } from './custom.ts'
import { archiveField, changeField, definitionNamed, moveField } from './define.ts'
import { MORE_WORDS, readMore } from './more.ts'
import { nounFirst, nounOf } from './read-definition.ts'
import { sayDefinition } from './said.ts'
import { readPairs } from './typed.ts'
import { say } from './words.ts'

const which = {
  noun: field.text({ en: 'On companies, contacts or deals', zh: '用于公司、联系人或商机' }, { max: 20 }),
  field: field.text({ en: 'Field', zh: '字段' }, { max: 100 }),
}

/** The noun's field that is meant. Throws UserError when there is none. */
async function meant(context: Context, noun: string, typed: string): Promise<Definition> {
  const known = nounOf(noun)
  if (!known) throw new UserError(say(context.locale).noNoun(noun.slice(0, 40)), { field: 'noun' })
  return definitionNamed(context, known, typed)
}

const bare = (text: string) => text.trim().replace(/^["“](.*)["”]$/su, '$1')

/** What a field is called, its choices, whether it must be filled in. */
export const fieldChange = operation({
  name: 'field change',
  zh: '修改字段',
  also: ['field edit', 'field rename'],
  summary: {
    en: 'Rename a field of your own, change its choices, or make it required',
    zh: '修改自定义字段的名称、选项或是否必填',
  },
  examples: [
    'field change company seats name=Licences',
    'field change contact "Preferred language" options=English, 中文, Deutsch required=no',
  ],
  group: 'records',
  allow: 'admin',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Change a field', zh: '修改字段' },
  input: z.object({
    ...which,
    more: field.lines(
      { en: 'What it is to be', zh: '改成' },
      {
        hint: {
          en: 'One a line: name=…, options=A, B, required=yes, default=…, help=…',
          zh: '每行一项：名称=…、选项=A、B、必填=是、默认=…、说明=…',
        },
        max: 3000,
      },
    ),
  }),
  notInForm: ['noun', 'field'],
  line: (line) => {
    const { noun, rest } = nounFirst(line)
    const { head, pairs } = readPairs(rest)
    const more = pairs.flatMap(([name, value], at) => (MORE_WORDS.includes(name) || at === 0 ? [`${name}=${value}`] : []))
    return { ...(noun && { noun }), ...(head && { field: bare(head) }), ...(more.length && { more: more.join('\n') }) }
  },
  prefill: async (context, { noun, field: typed }): Promise<Record<string, { value: string }>> => {
    if (typeof noun !== 'string' || typeof typed !== 'string') return {}
    const found = await meant(context, noun, typed).catch((error: unknown) => {
      if (error instanceof UserError) return undefined
      throw error
    })
    // Which field was meant is what is to be mended.
    if (!found) return {}
    const { label, type, options, required, byDefault, help } = found
    const yes = required ? say(context.locale).yes : say(context.locale).no
    const lines = [
      `name=${label}`,
      ...(type === 'choice' ? [`options=${options.join(', ')}`] : []),
      `required=${yes}`,
      `default=${byDefault ?? ''}`,
      `help=${help ?? ''}`,
    ]
    return { more: { value: lines.join('\n') } }
  },
  handle: async (context, { noun, field: typed, more }) => {
    const words = say(context.locale)
    const before = await meant(context, noun, typed)
    const wish = readMore(context, more)
    if (wish.options && before.type !== 'choice') throw new UserError(words.noChoiceField(before.label), { field: 'more' })
    const after = await changeField(context, before, wish)
    if (!after) return card({ lines: [words.nothingToChange] })
    const gone = before.options.filter((one) => !after.options.includes(one))
    const kept = gone.length ? await countOf(context, before, gone) : 0
    return card({
      tone: 'good',
      title: words.fieldChanged(after.label),
      lines: [sayDefinition(after, context.locale), ...(kept ? [words.stillChosen(kept, listed(gone, context.locale))] : [])],
      buttons: [button(words.allFields, 'fields', { noun: before.noun }), undoButton(context)],
    })
  },
})

/** How many records still have one of these choices. */
const countOf = ({ db, workspace }: Context, { id }: Definition, gone: string[]): Promise<number> =>
  db.customValue.count({
    where: { workspaceId: workspace.id, fieldId: id, text: { in: gone.map((one) => one.slice(0, 200).toLowerCase()) } },
  })

/** Takes a field out of use. */
export const fieldArchive = operation({
  name: 'field archive',
  zh: '停用字段',
  also: ['field remove', 'field delete', '删除字段'],
  summary: { en: 'Take a field of your own out of use; its values are kept', zh: '停用自定义字段，已填的内容保留' },
  examples: ['field archive company seats'],
  group: 'records',
  allow: 'admin',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Take a field out of use', zh: '停用字段' },
  input: z.object(which),
  line: (line) => {
    const { noun, rest } = nounFirst(line)
    return { ...(noun && { noun }), ...(rest && { field: bare(rest) }) }
  },
  handle: async (context, { noun, field: typed }): Promise<Card> => {
    const words = say(context.locale)
    const found = await meant(context, noun, typed)
    const filled = await context.db.customValue.count({ where: { workspaceId: context.workspace.id, fieldId: found.id } })
    await archiveField(context, found)
    return card({ tone: 'good', lines: [words.fieldArchived(found.label, filled)], buttons: [undoButton(context)] })
  },
})

/** Changes the order in which fields are shown and asked. */
export const fieldMove = operation({
  name: 'field move',
  zh: '移动字段',
  summary: { en: 'Change the order of your own fields', zh: '调整自定义字段的顺序' },
  examples: ['field move company seats 1'],
  group: 'records',
  allow: 'admin',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Move a field', zh: '移动字段' },
  input: z.object({
    ...which,
    place: field.text({ en: 'To which place', zh: '移到第几位' }, { hint: { en: '1 is the first', zh: '1 表示第一位' }, max: 5 }),
  }),
  line: (line) => {
    const { noun, rest } = nounFirst(line)
    const [, name = rest, place = ''] = /^(.*?)\s+(?:to\s+|到\s*)?(\d{1,3})$/s.exec(rest) ?? []
    return { ...(noun && { noun }), ...(name && { field: bare(name) }), ...(place && { place }) }
  },
  handle: async (context, { noun, field: typed, place }) => {
    const words = say(context.locale)
    const found = await meant(context, noun, typed)
    if (!/^[1-9]\d{0,2}$/.test(place)) throw new UserError(words.badPlace(place), { field: 'place' })
    const at = await moveField(context, found, Number(place))
    return card({
      tone: 'good',
      lines: [words.fieldMoved(found.label, at)],
      buttons: [button(words.allFields, 'fields', { noun: found.noun }), undoButton(context)],
    })
  },
})
