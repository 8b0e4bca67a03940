import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { namesOf } from '../members/members.ts'
import { countUndelivered, dropUndelivered, retryUndelivered, undeliveredOnes } from './undelivered.ts'
import { kindNames, say } from './words.ts'

const ON_A_PAGE = 8

export const adminUndelivered = operation({
  name: 'admin undelivered',
  zh: '未送达',
  summary: { en: 'Messages that could not be delivered: retry or drop them', zh: '未能送达的消息：重试或丢弃' },
  examples: ['admin undelivered', 'admin undelivered retry'],
  group: 'team',
  allow: 'admin',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Undelivered messages', zh: '未送达的消息' },
  input: z.object({
    act: field
      .choice({ en: 'What to do with all', zh: '全部处理' }, ['retry', 'drop'], {
        retry: { en: 'Retry', zh: '重试' },
        drop: { en: 'Drop', zh: '丢弃' },
      })
      .optional(),
    message: field.id().optional(),
    page: field.page().optional(),
  }),
  handle: async (context, { act, message, page = 1 }) => {
    const done = act ? await deal(context, act, message) : undefined
    const shown = await list(context, page)
    return done ? { ...shown, tone: 'good', lines: [done] } : shown
  },
})

async function deal(context: Context, act: 'retry' | 'drop', message: string | undefined): Promise<string> {
  const words = say(context.locale)
  const count = await (act === 'retry' ? retryUndelivered : dropUndelivered)(context, message)
  if (message && count === 0) throw new UserError(words.gone, { mend: false })
  return act === 'retry' ? words.retried(count) : words.dropped(count)
}

async function list(context: Context, page: number): Promise<Card> {
  const words = say(context.locale)
  const count = await countUndelivered(context)
  if (count === 0) return card({ lines: [words.none] })
  const skip = (Math.min(page, Math.ceil(count / ON_A_PAGE)) - 1) * ON_A_PAGE
  const found = await undeliveredOnes(context, ON_A_PAGE, skip)
  const names = new Map([
    ...(await namesOf(
      context,
      found.map((one) => one.memberId),
    )),
    ...(await channelNames(context, found)),
  ])
  return card({
    title: words.title(count),
    items: found.map((one) => entry(context, one, names.get(one.channelId ?? one.memberId) ?? '')),
    buttons: [
      button(words.retryAll, 'admin undelivered', { act: 'retry' }, { style: 'primary' }),
      button(words.dropAll, 'admin undelivered', { act: 'drop' }, { style: 'danger' }),
      ...(skip + found.length < count ? [button(words.more, 'admin undelivered', { page: page + 1 })] : []),
    ],
  })
}

async function channelNames(
  { db, workspace, locale }: Context,
  messages: readonly { channelId: string | null }[],
): Promise<[string, string][]> {
  const ids = messages.flatMap((one) => one.channelId ?? [])
  if (ids.length === 0) return []
  const found = await db.channel.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } })
  return found.map((one) => [one.id, one.name ?? say(locale).aChannel])
}

function entry(context: Context, message: Awaited<ReturnType<typeof undeliveredOnes>>[number], name: string): Item {
  const words = say(context.locale)
  const when = Temporal.Instant.fromEpochMilliseconds((message.gaveUpAt ?? message.createdAt).getTime())
  return {
    text: `${kindNames[message.kind]?.[context.locale] ?? message.kind} · ${name}`,
    detail: words.tried(sayAgo(when, context, context.locale), message.fault ?? ''),
    buttons: [
      button(words.retry, 'admin undelivered', { act: 'retry', message: message.id }),
      button(words.drop, 'admin undelivered', { act: 'drop', message: message.id }),
    ],
  }
}
