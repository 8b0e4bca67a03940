import { beforeAll, describe, expect, test } from 'vitest'
import { renderCard as discordCard } from '../../src/adapters/discord/render/message.ts'
import { modalOf } from '../../src/adapters/discord/render/modal.ts'
import { renderCard as slackCard } from '../../src/adapters/slack/render/card.ts'
import { renderForm } from '../../src/adapters/slack/render/form.ts'
import { rapportRegistry } from '../../src/rooms.ts'
import { checkModal } from '../support/discord/check-components.ts'
import { checkMessage as checkDiscord } from '../support/discord/check-message.ts'
import { Faults } from '../support/discord/refusal.ts'
import type { Json } from '../support/discord/types.ts'
import { checkMessage as checkSlack, checkView, complaintsAbout } from '../support/slack/check.ts'
import { type Answered, answersIn, askedOperations, type Names, PLAIN } from './asked.ts'
import { discordOutline, modalOutline, slackOutline } from './outlines.ts'

/** One text everywhere: in names as much as fits there, whole in notes. */
const everywhere = (text: string): Names => ({
  company: `Acme ${text}`.slice(0, 200),
  contact: `Wei ${text}`.slice(0, 200),
  note: `spoke to Wei ${text}`,
  task: `send ${text}`.slice(0, 2000),
})

const HOSTILE: [string, Names][] = [
  ['mentions', everywhere('<!channel> <!here> @everyone @here <@U1> <#C1> <@&123> &lt;!channel&gt;')],
  [
    'markup',
    everywhere('*bold* _it_ ~s~ `code` ```x``` ||spoiler|| __u__ [text](https://evil.example) <https://evil.example|bank>'),
  ],
  ['5,000 characters', everywhere('All work and no play. '.repeat(230))],
  ['5,000 characters without a space', everywhere('@everyone<!channel>*_~`|'.repeat(210))],
  ['right to left, emoji, NUL', everywhere('\u202eshalom שלום عميل\u0000 👩‍👩‍👧‍👦🇩🇪 :smile: \ud83d \u2066x')],
  ['code', everywhere('</script><script>alert(1)</script> =HYPERLINK("x") %s %d {{y}} \\ \' "; DROP TABLE members; --')],
]

const registry = rapportRegistry()
const ORIGIN = { user: 'U1', channel: 'C1' }

test('every operation is asked here: a new one needs a line of its own in asked.ts', () => {
  expect(askedOperations.toSorted()).toEqual(registry.operations.map((op) => op.name).toSorted())
})

describe('with plain names', () => {
  let said: Awaited<ReturnType<typeof answersIn>>
  beforeAll(async () => {
    said = await answersIn(PLAIN)
  })

  test('every message that comes unasked was sent, and nothing failed', () => {
    expect(said.notices).toEqual([...registry.notices.keys()].toSorted())
    expect(said.faults).toEqual([])
  })
  test('Slack shows it so', async () => {
    await expect(written(said.answers, onSlack)).toMatchFileSnapshot('rendered/slack.txt')
  })
  test('Discord shows it so', async () => {
    await expect(written(said.answers, onDiscord)).toMatchFileSnapshot('rendered/discord.txt')
  })
})

describe.each(HOSTILE)('with %s for names', (_what, names) => {
  let said: Awaited<ReturnType<typeof answersIn>>
  beforeAll(async () => {
    said = await answersIn(names)
  })

  test('nothing fails, and everything that comes unasked still comes', () => {
    expect(said.faults).toEqual([])
    expect(said.notices).toEqual([...registry.notices.keys()].toSorted())
  })
  test('Slack takes every answer, and no mention, link or markup in it lives', () => {
    for (const { operation, reply } of said.answers) expect(livesOnSlack(reply), operation).toEqual([])
  })
  test('Discord takes every answer, and no mention, link or markup in it lives', () => {
    for (const { operation, reply } of said.answers) expect(livesOnDiscord(reply), operation).toEqual([])
  })
})

type Reply = Answered['reply']

function onSlack(reply: Reply): string {
  if (reply.kind === 'form') return slackOutline(checkedView(reply))
  return withoutSecrets(slackOutline(checkedSlack(reply)))
}

function onDiscord(reply: Reply): string {
  if (reply.kind === 'form') return modalOutline(checkedModal(reply))
  return withoutSecrets(discordOutline(checkedDiscord(reply)))
}

function checkedSlack(reply: Extract<Reply, { kind: 'card' }>) {
  const message = slackCard(reply, { shareable: true })
  checkSlack({ ...message })
  checkSlack({ ...message }, { update: true })
  return message
}

function checkedView(form: Extract<Reply, { kind: 'form' }>) {
  const view = renderForm(form, ORIGIN)
  checkView(view)
  return view
}

function checkedDiscord(reply: Extract<Reply, { kind: 'card' }>) {
  const message = discordCard(reply, { guild: true })
  checkDiscord(message as unknown as Json)
  return message
}

function checkedModal(form: Extract<Reply, { kind: 'form' }>) {
  const modal = modalOf(form)
  const faults = new Faults()
  checkModal(faults, modal as unknown as Json)
  faults.refuse()
  return modal
}

/** What a text must not hold on Slack, where `<`, `>` and `&` are escaped in all that is no input. */
function livesOnSlack(reply: Reply): string[] {
  if (reply.kind === 'form') {
    const { blocks } = checkedView(reply)
    return textsIn(blocks).filter((text) => /[<>]/.test(text))
  }
  const message = checkedSlack(reply)
  const marked = /[*_~`](?!\u200b|…$)/.test(message.text) ? [message.text] : []
  const kinds = JSON.stringify(message.blocks).includes('"mrkdwn"') ? ['mrkdwn'] : []
  const texts = [message.text, ...textsIn(message.blocks)].filter((text) => /[<>]/.test(text))
  return [...kinds, ...marked, ...texts, ...complaintsAbout('chat.postEphemeral', { ...message })]
}

/** What a text must not hold on Discord once its escapes are taken away: the bot's own marks are bold numbers and headings, and small print. */
function livesOnDiscord(reply: Reply): string[] {
  const texts = reply.kind === 'form' ? noticesOf(checkedModal(reply)) : markdownOf(checkedDiscord(reply))
  return texts.filter((text) => {
    const bare = text
      .replaceAll(/\\[!-/:-@[-`{-~]/g, '')
      .replaceAll(/^\*\*\d+\.\*\* |^-# |^• |\*\*[\p{L}\p{N} ,，:?·-]+\*\*(?: |$)/gmu, '')
    return /[*_~`|<[]|@(?:everyone|here|[!&\d])|https?:\/\//.test(bare)
  })
}

const noticesOf = ({ components }: ReturnType<typeof modalOf>) =>
  components.flatMap((one) => ('content' in one ? [String(one.content)] : []))

function markdownOf({ content, embeds }: ReturnType<typeof discordCard>): string[] {
  return [
    content,
    ...embeds.flatMap((embed) => [
      embed.title ?? '',
      embed.description ?? '',
      ...(embed.fields ?? []).flatMap((one) => [one.name, one.value]),
    ]),
  ]
}

/** Every text of blocks, but not what stands in an input: that is no markup. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (name === 'text' && typeof one === 'string' ? [one] : textsIn(one)))
}

/** One answer below the other; what differs from run to run stands as `…`. */
const written = (answers: Answered[], outline: (reply: Reply) => string): string =>
  `${answers.map(({ operation, reply }) => `=== ${operation} ===\n${outline(reply)}`).join('\n\n')}\n`.replaceAll(
    /\b[A-HJ-NP-Z2-9]{4}-?[A-HJ-NP-Z2-9]{4}\b|(?<=door#)[\w\\-]+/g,
    '…',
  )

/** A link's secret is another one each time. */
const withoutSecrets = (outline: string) => outline.replaceAll(/(?<=\/door#)[\w-]{43}/g, '…')
