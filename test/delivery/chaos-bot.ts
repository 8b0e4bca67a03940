import { Temporal } from 'temporal-polyfill'
import { DeliveryError } from '../../src/bot/errors.ts'
import type { Courier } from '../../src/bot/house.ts'
import { openDatabase } from '../../src/database/index.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { houseOver } from '../../src/house.ts'
import { rapportRegistry } from '../../src/rooms.ts'
import { quiet } from '../support/quiet.ts'

// A bot as a process of its own, for tests that kill it: it delivers what is due to a platform over HTTP, by a clock that runs fast and that
// the test sets.
const { databaseUrl, platform, began, from, speed } = JSON.parse(process.argv[2] ?? '') as {
  databaseUrl: string
  platform: string
  began: number
  from: number
  speed: number
}
let step = 0
process.on('message', (to: { step: number }) => {
  step = to.step
})
process.on('disconnect', () => process.exit(0))
const now = () => Temporal.Instant.fromEpochMilliseconds(Math.round(from + (Date.now() - began) * speed + step))

const courier: Courier = {
  platform: 'playground',
  deliver: async ({ team, user }, card, id) => {
    const texts = card.items?.length ? card.items.map((item) => item.text) : [card.title]
    const body = JSON.stringify({ id, user, texts, at: now().epochMilliseconds })
    const answer = await fetch(platform, { method: 'POST', body })
    if (answer.status === 429) throw new DeliveryError('slow down', { permanent: false, retryAfter: 2_000 })
    if (!answer.ok) throw new DeliveryError(`the platform said ${answer.status}`, { permanent: false })
    return { platform: 'playground', team, channel: user, message: id }
  },
  announce: async () => {
    throw new Error('nothing goes into a channel here')
  },
  mention: () => Promise.reject(new Error('nobody is called here')),
  update: async () => undefined,
}

const database = await openDatabase({ databaseUrl, dataDir: '', log: quiet })
const house = houseOver(database, { timeZone: 'Europe/Berlin', locale: 'en' }, { log: quiet, now })
const couriers = new Map([['playground', courier] as const])
const delivery = createDelivery({ database, registry: rapportRegistry(), house, couriers, log: quiet, patience: 400 })
await delivery.start()
process.send?.('up')
