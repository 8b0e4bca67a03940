import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sender, senderOver } from '../../../src/adapters/discord/deliver.ts'
import { impatientRest } from '../../../src/adapters/discord/rest.ts'
import { type FakeDiscord, fakeDiscord } from '../../support/discord/index.ts'

let discord: FakeDiscord
let courier: Sender
beforeAll(async () => {
  discord = await fakeDiscord()
  discord.user('ana')
  discord.user('bo', { closed: true })
  courier = senderOver(impatientRest(discord.config))
})
afterAll(() => discord.close())

const to = (key: string) => ({
  platform: 'discord' as const,
  team: discord.world.guild.id,
  user: discord.world.users.get(key)?.id ?? '1',
})
const reminder = {
  kind: 'card' as const,
  title: 'Call Wei',
  lines: ['Last: *quote*'],
  buttons: [{ label: 'Done', token: 'done' }],
}

test('a notice is a direct message, its title where a phone shows it; the same id comes once', async () => {
  const receipt = await courier.deliver(to('ana'), reminder, 'message-1')
  const again = await courier.deliver({ ...to('ana'), channel: receipt.channel }, reminder, 'message-1')
  expect(again).toEqual(receipt)
  expect(discord.messagesTo('ana')).toHaveLength(1)
  expect(discord.messagesTo('ana')[0]).toMatchObject({ content: '**Call Wei**', labels: ['Done'] })
  expect(discord.messagesTo('ana')[0]?.text).toContain('Last: *quote*')
})

test('a message sent before is replaced, its old title too', async () => {
  const receipt = await courier.deliver(to('ana'), reminder, 'message-2')
  await courier.update(receipt, { kind: 'card', lines: ['Done.'] })
  expect(discord.messagesTo('ana').at(-1)).toMatchObject({ text: 'Done.', labels: [], edited: 1 })
})

test('a channel that is no more is opened anew', async () => {
  const receipt = await courier.deliver({ ...to('ana'), channel: '99' }, reminder, 'message-3')
  expect(receipt.channel).toBe(discord.world.users.get('ana')?.channel)
})

test('a message into a channel comes once by the same id; one that is hidden or gone is given up', async () => {
  const into = { platform: 'discord' as const, team: discord.world.guild.id, channel: discord.world.guild.channel }
  const day = { kind: 'card' as const, title: 'The team’s day', items: [{ heading: 'Today', text: '*send* @everyone' }] }
  const receipt = await courier.announce(into, day, 'day-1')
  expect(await courier.announce(into, day, 'day-1', true)).toEqual(receipt)
  const shown = [...discord.world.messages.values()].filter((one) => one.channel === into.channel)
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({ content: '**The team’s day**', labels: [] })
  expect(shown[0]?.text).toContain('*send* @everyone')
  await expect(courier.announce({ ...into, channel: '99' }, day, 'day-2')).rejects.toMatchObject({ permanent: true })
  discord.fail(/POST \/channels/, { status: 403, code: 50001 })
  await expect(courier.announce(into, day, 'day-3')).rejects.toMatchObject({ permanent: true, closed: false })
})

test.each([
  ['bo', undefined, { permanent: true }],
  ['nobody', undefined, { permanent: true }],
  ['ana', { status: 429, retryAfter: 2.5 }, { permanent: false, retryAfter: 2550 }],
  ['ana', { status: 503 }, { permanent: false, retryAfter: undefined }],
  ['ana', { status: 401 }, { permanent: false, refusesBot: true }],
])('to %s with %o: the house hears %o', async (key, failure, expected) => {
  if (failure) discord.fail(/POST \/channels/, failure)
  await expect(courier.deliver(to(key), reminder, `message-${key}-${failure?.status}`)).rejects.toMatchObject({
    name: 'DeliveryError',
    ...expected,
  })
})

test('Discord away is for now', async () => {
  const lost = senderOver(impatientRest({ token: 'x', apiUrl: 'http://127.0.0.1:1/api' }))
  await expect(lost.deliver(to('ana'), reminder, 'message-9')).rejects.toMatchObject({ name: 'DeliveryError', permanent: false })
})
