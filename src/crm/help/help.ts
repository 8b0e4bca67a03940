import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import { type Context, mayDo } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { askedFields } from '../../bot/form.ts'
import { GROUPS, type Group, type Operation, operation } from '../../bot/operation.ts'
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
      const group = groupNamed(topic)
      if (group) return groupCard(registry(), context, group)
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

const shownIn = (registry: Registry, context: Context, group: Group) =>
  registry.operations.filter((op) => !op.hidden && op.group === group && mayDo(context.me, op))

const groupNamed = (typed: string): Group | undefined =>
  GROUPS.find((group) => Object.values(groupNames[group]).some((name) => name.toLowerCase() === typed.trim().toLowerCase()))

const saidBy = (op: Operation, locale: Locale) => `${nameIn(op, locale)}${locale === 'en' ? ': ' : '：'}${op.summary[locale]}`

/** What is for every day with what it does; the rest by its names, a press away: a page of fifty lines teaches nobody. */
function overview(registry: Registry, context: Context): Card {
  const { locale } = context
  const words = say(locale)
  const [daily, ...others] = GROUPS.map((group) => ({ group, there: shownIn(registry, context, group) })).filter(
    ({ there }) => there.length,
  )
  const named = (operations: readonly Operation[]) =>
    operations.map((op) => nameIn(op, locale)).join(locale === 'en' ? ', ' : '、')
  const often = daily?.there.filter((op) => !op.rare) ?? []
  const seldom = daily?.there.filter((op) => op.rare) ?? []
  return card({
    title: words.title,
    lines: [
      [
        groupNames.daily[locale],
        ...often.map((op) => saidBy(op, locale)),
        ...(seldom.length ? [words.also(named(seldom))] : []),
      ].join('\n'),
      ...others.map(({ group, there }) => `${groupNames[group][locale]}\n${named(there)}`),
    ],
    context: words.direct,
    buttons: [
      button(words.log, 'log', {}, { form: true, style: 'primary' }),
      button(words.tour, 'tour'),
      ...others
        .filter(({ group }) => group !== 'you')
        .map(({ group }) => button(groupNames[group][locale], 'help', { topic: groupNames[group][locale] })),
      button(words.settings, 'settings'),
    ],
  })
}

function groupCard(registry: Registry, context: Context, group: Group): Card {
  const { locale } = context
  const words = say(locale)
  return card({
    title: groupNames[group][locale],
    lines: [
      shownIn(registry, context, group)
        .map((op) => saidBy(op, locale))
        .join('\n'),
    ],
    context: words.direct,
    buttons: [button(words.allHelp, 'help')],
  })
}

/** Said where it is for few, or not for who asks. */
function forWhom({ locale, me }: Context, { allow }: Operation): string[] {
  const words = say(locale)
  const isFew = allow === 'manager' || allow === 'admin' || (allow === 'rep' && me.role === 'reader')
  return isFew ? [words.onlyRole(words[allow])] : []
}

function topicCard(context: Context, op: Operation): Card {
  const { locale } = context
  const words = say(locale)
  const asked = askedFields(op).map((one) => `${one.label[locale]}${one.required ? '' : ` (${words.optional})`}`)
  return card({
    title: nameIn(op, locale),
    lines: [op.summary[locale], [words.examples, ...op.examples].join('\n'), ...forWhom(context, op)],
    fields: asked.length ? [{ label: words.asks, value: asked.join(locale === 'en' ? ', ' : '、') }] : undefined,
    buttons: [
      ...(asked.length ? [button(words.form, op.name, {}, { form: true, style: 'primary' as const })] : []),
      button(words.allHelp, 'help'),
    ],
  })
}

function logTopic(context: Context, op: Operation): Card {
  const { locale } = context
  const words = say(locale)
  return card({
    title: words.logTitle,
    lines: [words.logRules, logExamples(locale).join('\n'), ...forWhom(context, op)],
    buttons: [button(words.form, op.name, {}, { form: true, style: 'primary' }), button(words.allHelp, 'help')],
  })
}
