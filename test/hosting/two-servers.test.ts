import { expect, test } from 'vitest'
import type { Courier } from '../../src/bot/house.ts'
import type { Ask } from '../../src/bot/request.ts'
import type { SealedCard } from '../../src/bot/sealed.ts'
import { presenceOf } from '../../src/crm/workspaces/presence.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { quiet } from '../support/quiet.ts'
import { rapport, said, tokenOf } from '../support/rapport.ts'

const it = await rapport()
const sent: { id: string; card: SealedCard }[] = []
const courier: Courier = {
  platform: 'discord',
  deliver: async ({ team }, card, id) => {
    sent.push({ id, card })
    return { platform: 'discord', team, channel: 'D1', message: id }
  },
  announce: async () => Promise.reject(new Error('not wanted')),
  mention: async () => Promise.reject(new Error('not wanted')),
  update: async () => undefined,
}
const delivery = createDelivery({
  database: it.database,
  registry: it.bot.registry,
  house: it.house,
  couriers: new Map([['discord', courier]]),
  log: quiet,
  wait: async () => undefined,
  jitter: () => 0,
})

let count = 0
const ana = async (team: string, ask: Ask, message?: string) =>
  it.bot.dispatch({
    id: `two-${++count}`,
    ask,
    place: { platform: 'discord', team, user: '42', kind: team ? 'channel' : 'direct', channel: team ? 'C1' : 'D1', message },
    ...(team && { standing: { roles: [], manages: true } }),
    profile: async () => ({ name: 'Ana', timeZone: 'Europe/Berlin', teamName: team }),
  })
const says = async (team: string, text: string) => said(await ana(team, { kind: 'say', text }))

test('somebody in two servers: a button in their direct messages belongs to the server that sent it', async () => {
  await says('100', 'remind in 1 hour water the plants')
  it.clock.pass({ minutes: 1 })
  await says('200', 'remind in 3 hours call the bank')
  await delivery.tick()
  it.clock.pass({ hours: 1 })
  await delivery.tick()
  const reminder = sent.find(({ card }) => JSON.stringify(card).includes('water the plants'))!
  // Typed words go to where they used it last, a press to where the message is from.
  expect(await says('', 'tasks')).toContain('call the bank')
  const done = await ana('', { kind: 'press', token: tokenOf(reminder.card, 'Done') }, reminder.id)
  expect(said(done)).toContain('water the plants')
  const left = await it.database.prisma.task.findMany({ where: { doneAt: null } })
  expect(left.map((one) => one.what)).toEqual(['call the bank'])
})

test('a server that put the bot out is not reached by direct message either', async () => {
  const presence = presenceOf(it.database.prisma, 'discord', it.clock.now)
  await presence.isOut(['200'])
  it.clock.pass({ minutes: 1 })
  expect(await says('', 'tasks')).not.toContain('call the bank')
  await presence.isOut(['100'])
  it.clock.pass({ minutes: 1 })
  expect(await says('', 'tasks')).toMatch(/server/)
  await presence.isIn(['200'])
  expect(await says('', 'tasks')).toContain('call the bank')
})
