import { afterEach, expect, test, vi } from 'vitest'
import { checkDiscord, discordManifest } from '../../../src/adapters/discord/index.ts'
import { connected } from './connected.ts'

let it: Awaited<ReturnType<typeof connected>>
afterEach(() => it.close())
const up = () =>
  vi.waitFor(() => expect(it.adapter.ready() && it.discord.world.commands.length > 0).toBe(true), { timeout: 10_000 })

test('the commands are registered once, and not again while they stand', async () => {
  it = await connected()
  await up()
  expect(it.discord.world.registrations).toBe(1)
  it.discord.gateway.forget()
  it.discord.gateway.drop(4000)
  await vi.waitFor(() => expect(it.discord.gateway.identified >= 2 && it.adapter.ready()).toBe(true), { timeout: 10_000 })
  expect(it.discord.world.registrations).toBe(1)
})

test('in no server yet, the log names the link that lets it in', async () => {
  it = await connected((discord) => {
    discord.world.guild.in = false
  })
  await up()
  const { application } = it.discord.world
  expect(it.warnings).toContainEqual(
    expect.objectContaining({
      invite: expect.stringMatching(`^https://discord.com/oauth2/authorize\\?client_id=${application.id}&`),
    }),
  )
})

test('Discord away at the start, then refusing, then there: it keeps trying', async () => {
  it = await connected((discord) => {
    discord.fail(/GET \/gateway\/bot/, { status: 503 }, 4)
    discord.fail(/GET \/gateway\/bot/, { status: 401 }, 2)
  })
  expect(it.adapter.ready()).toBe(false)
  await up()
  expect((await it.discord.command('ana', 'crm', 'undo')).message?.text).toBe('Taken back.')
})

test('a token that Discord refuses is told of once, with what to do', async () => {
  it = await connected((discord) => discord.fail(/GET \/gateway\/bot/, { status: 401 }, 3))
  expect(it.adapter.ready()).toBe(false)
  await up()
  expect(it.faults).toEqual([
    expect.objectContaining({
      what: expect.stringContaining('discord refuses DISCORD_TOKEN'),
      next: expect.stringContaining('Reset Token'),
    }),
  ])
})

test('after a dropped connection what was missed comes, once', async () => {
  it = await connected()
  await up()
  it.discord.gateway.drop(4000)
  it.discord.write('bo', `<@${it.discord.world.bot.id}> Acme: visit`)
  await vi.waitFor(() => expect(it.logged).not.toHaveLength(0), { timeout: 10_000 })
  expect(it.discord.gateway.resumed).toBe(1)
  expect(it.logged).toEqual(['Acme: visit'])
})

test('stopping is no loss, and nobody is told of one', async () => {
  it = await connected()
  await up()
  await it.adapter.stop()
  expect(it.warnings).toEqual([])
})

test('a connection closed for good is built anew', async () => {
  it = await connected()
  await up()
  it.discord.gateway.drop(4004)
  await vi.waitFor(() => expect(it.discord.gateway.identified === 2 && it.adapter.ready()).toBe(true), { timeout: 10_000 })
})

test('the same event twice does its work once, and answers', async () => {
  it = await connected()
  const answer = await it.discord.dm('bo', 'Acme: spoke to Wei')
  const event = { ...it.requests.at(-1)! }
  const again = await it.bot.dispatch(event)
  expect(again).toMatchObject({ kind: 'card' })
  expect(it.logged).toEqual(['Acme: spoke to Wei'])
  expect(answer.text).toContain('Logged')
})

test('an event that the library cannot read ends nothing', async () => {
  it = await connected()
  await up()
  it.discord.gateway.tell('INTERACTION_CREATE', { id: '1', type: 2, token: 'a', data: { name: 'crm', type: 1 } })
  expect((await it.discord.command('ana', 'crm', 'undo')).message?.text).toBe('Taken back.')
  expect(it.faults).toEqual([expect.objectContaining({ what: 'an event of discord could not be read' })])
})

test('the doctor says what stands and what to do next', async () => {
  it = await connected()
  await up()
  const registry = it.bot.registry
  const well = await checkDiscord(it.discord.config, { registry, now: Date.now() })
  expect(well.filter((one) => !one.ok)).toEqual([])
  it.discord.world.guild.in = false
  it.discord.world.commands = []
  const ill = await checkDiscord(it.discord.config, { registry, now: Date.now() + 600_000 })
  expect(ill.filter((one) => !one.ok).map(({ name, next }) => [name, next])).toEqual([
    ['Discord servers', expect.stringContaining('https://discord.com/oauth2/authorize?client_id=')],
    ['Discord commands', expect.stringContaining('Start Rapport')],
    ['Clock', expect.stringContaining('NTP')],
  ])
  const [refused] = await checkDiscord({ ...it.discord.config, token: 'wrong' })
  expect(refused).toMatchObject({ ok: false, says: 'Discord refuses the token.' })
  const [away] = await checkDiscord({ token: 'x', apiUrl: 'http://127.0.0.1:1/api' })
  expect(away).toMatchObject({ ok: false, says: 'Discord could not be reached.' })
})

test('the commands, as registered', async () => {
  it = await connected()
  expect(discordManifest(it.bot.registry)).toMatchSnapshot()
})
