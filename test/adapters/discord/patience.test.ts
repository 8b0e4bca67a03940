import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fieldsOf } from '../../support/discord/fill.ts'
import { connected } from './connected.ts'

let it: Awaited<ReturnType<typeof connected>>
beforeEach(async () => {
  it = await connected()
})
afterEach(() => it.close())

const acknowledged = (type: number) =>
  it.discord.until(
    () => [...it.discord.world.interactions.values()].some((one) => one.acknowledged === type),
    'Discord to be told to wait',
  )

test('a slow command is acknowledged in time, and answered later, still for the asker alone', async () => {
  const open = it.hold('last')
  const asked = it.discord.command('ana', 'crm', 'last', { customer: 'acme' })
  await acknowledged(5)
  open()
  const { message, deferred } = await asked
  expect(deferred).toBe(true)
  expect(message).toMatchObject({ ephemeral: true })
  expect(message?.text).toContain('Ana called')
})

test('a slow button keeps its message, and updates it later', async () => {
  const { message } = await it.discord.command('ana', 'log', undefined, { line: 'Acme: visit' })
  const open = it.hold('undo')
  const pressed = it.discord.press('ana', message!, 'Undo')
  await acknowledged(6)
  expect(message?.text).toContain('Logged')
  open()
  expect(await pressed).toMatchObject({ updated: true, deferred: true })
  expect(message?.text).toBe('Taken back.')
})

test('a slow answer for the channel is posted to all, beside the private word that was promised', async () => {
  const open = it.hold('announce')
  const asked = it.discord.command('ana', 'crm', 'announce')
  await acknowledged(5)
  open()
  const { message } = await asked
  expect(message?.ephemeral).toBe(true)
  await it.discord.until(() => it.discord.messagesInChannel().some((one) => one.text === 'For all.'), 'the public answer')
})

test('a form that is ready too late waits behind a button, which opens it at once', async () => {
  const open = it.hold('prefill')
  const asked = it.discord.command('ana', 'crm', 'edit', { name: 'Laura' })
  await acknowledged(5)
  open()
  const { message } = await asked
  expect(message?.labels).toEqual(['Open the form'])
  it.hold('prefill')
  const { modal } = await it.discord.press('ana', message!, 'Open the form')
  expect(fieldsOf(modal!)[0]?.value).toBe('Laura')
})

test('an answer that comes after the interaction is over comes by direct message', async () => {
  const open = it.hold('last')
  const asked = it.discord.command('ana', 'crm', 'last', { customer: 'acme' })
  await acknowledged(5)
  it.discord.passTime(16 * 60_000)
  open()
  const { message } = await asked
  expect(message).toMatchObject({ ephemeral: false, channel: it.discord.world.users.get('ana')?.channel })
  expect(message?.text).toContain('Ana called')
})

test('one that Discord no longer waits for is answered by direct message too', async () => {
  const open = it.hold('last')
  const asked = it.discord.command('ana', 'crm', 'last', { customer: 'acme' })
  await vi.waitFor(() => expect(it.requests).not.toHaveLength(0))
  it.discord.passTime(4000)
  open()
  expect((await asked).message?.text).toContain('Ana called')
  expect(it.discord.world.refusals).toEqual([expect.stringContaining('10062')])
})

test('an answer that Discord refuses becomes a plain word, and a line in the log', async () => {
  it.discord.fail(/callback$/, { status: 400, code: 50035, message: 'Invalid Form Body' })
  const { message } = await it.discord.command('ana', 'crm', 'undo')
  expect(message?.text).toContain('did not take the answer')
  expect(it.faults).toEqual([expect.objectContaining({ code: 50035 })])
})

test('stopping waits for what is under way, and takes nothing more', async () => {
  const open = it.hold('log')
  const asked = it.discord.command('ana', 'crm', 'log', { line: 'Acme: visit' })
  await vi.waitFor(() => expect(it.requests).not.toHaveLength(0))
  const stopped = it.adapter.stop()
  open()
  expect((await asked).message?.text).toContain('Logged')
  await stopped
  expect(it.adapter.ready()).toBe(false)
  expect(it.logged).toEqual(['Acme: visit'])
})
