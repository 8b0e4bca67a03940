import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import { type Context, isAtLeast } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { askedFields } from '../../bot/form.ts'
import { GROUPS, type Operation, operation } from '../../bot/operation.ts'
import type { Registry } from '../../bot/registry.ts'
import type { Locale } from '../../bot/text.ts'
import { groupNames, logExamples, say } from './words.ts'

/** The registry is complete only after every room, this one too, has been made. */
export type TheRegistry = () => Registry

export const help = (registry: TheRegistry) =>
  operation({
    name: 'help',
    zh: '帮助',
    summary: { en: 'What I can do, with examples to paste', zh: '我能做什么，附可粘贴的例子' },
    examples: ['help', 'help log'],
    group: 'you',
    allow: 'anyone',
    effect: 'read',
    formTitle: { en: 'Help', zh: '帮助' },
    input: z.object({
      topic: field.text({ en: 'Topic', zh: '主题' }, { hint: { en: 'For example: log', zh: '例如：log' }, max: 100 }).optional(),
    }),
    handle: async (context, { topic }) => {
      if (!topic) return overview(registry(), context)
      const found = topicOf(registry(), topic)
      if (found) return found.name === 'log' ? logTopic(context, found) : topicCard(context, found)
      return { ...overview(registry(), context), context: say(context.locale).noTopic(topic), nothing: true }
    },
  })

function topicOf(registry: Registry, typed: string): Operation | undefined {
  const found = registry.match(typed)?.operation ?? registry.find(registry.didYouMean(typed) ?? '')
  return found?.hidden ? undefined : found
}

// Discord's own commands keep their English names: both are said.
const nameIn = (op: Operation, locale: Locale) => (locale === 'zh' && op.zh ? `${op.zh} (${op.name})` : op.name)

const may = ({ me }: Context, op: Operation) => op.allow === 'anyone' || isAtLeast(me.role, op.allow)

function overview(registry: Registry, context: Context): Card {
  const { locale } = context
  const words = say(locale)
  const shown = registry.operations.filter((op) => !op.hidden && may(context, op))
  const comma = locale === 'en' ? ': ' : '：'
  const lines = GROUPS.flatMap((group) => {
    const there = shown.filter((op) => op.group === group).map((op) => `${nameIn(op, locale)}${comma}${op.summary[locale]}`)
    return there.length ? [[groupNames[group][locale], ...there].join('\n')] : []
  })
  return card({
    title: words.title,
    lines,
    context: words.direct,
    buttons: [
      button(words.log, 'log', {}, { form: true, style: 'primary' }),
      button(words.tour, 'tour'),
      button(words.settings, 'settings'),
    ],
  })
}

function topicCard({ locale }: Context, op: Operation): Card {
  const words = say(locale)
  const asked = askedFields(op).map((one) => `${one.label[locale]}${one.required ? '' : ` (${words.optional})`}`)
  const role = op.allow === 'manager' || op.allow === 'admin' ? [words.onlyRole(words[op.allow])] : []
  return card({
    title: nameIn(op, locale),
    lines: [op.summary[locale], [words.examples, ...op.examples].join('\n'), ...role],
    fields: asked.length ? [{ label: words.asks, value: asked.join(locale === 'en' ? ', ' : '、') }] : undefined,
    buttons: [
      ...(asked.length ? [button(words.form, op.name, {}, { form: true, style: 'primary' as const })] : []),
      button(words.allHelp, 'help'),
    ],
  })
}

function logTopic({ locale }: Context, op: Operation): Card {
  const words = say(locale)
  return card({
    title: words.logTitle,
    lines: [words.logRules, logExamples(locale).join('\n')],
    buttons: [button(words.form, op.name, {}, { form: true, style: 'primary' }), button(words.allHelp, 'help')],
  })
}
