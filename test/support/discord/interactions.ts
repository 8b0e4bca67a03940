import { checkModal } from './check-components.ts'
import { checkMessage } from './check-message.ts'
import { EPHEMERAL, editMessage, makeMessage } from './messages.ts'
import { channelOf } from './payloads.ts'
import { Faults, Refusal } from './refusal.ts'
import type { FakeMessage, FakeModal, Interaction, Json } from './types.ts'
import type { World } from './world.ts'

const FIRST_RESPONSE = 3000
const TOKEN_LIVES = 15 * 60_000
const AUTOCOMPLETE = 4
const MODAL_SUBMIT = 5

/** One of the callbacks that Discord takes once, within 3 s, and only where it fits. Returns the message it made or changed. */
export function callback(world: World, id: string, token: string, body: Json): FakeMessage | undefined {
  const one = world.interactions.get(token)
  if (!one || one.id !== id || world.now() - one.made > FIRST_RESPONSE) throw new Refusal(404, 10062, 'Unknown interaction')
  if (one.acknowledged !== undefined) throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
  const type = Number(body.type)
  const data = (body.data ?? {}) as Json
  fits(one, type)
  const message = perform(world, one, type, data)
  one.acknowledged = type
  world.changed()
  return message
}

function fits(one: Interaction, type: number): void {
  const faults = new Faults()
  if (![4, 5, 6, 7, 8, 9].includes(type)) faults.add(['type'], 'Not a response type')
  if ((type === 6 || type === 7) && !one.source) faults.add(['type'], 'There is no message to update')
  if ((type === 8) !== (one.type === AUTOCOMPLETE)) faults.add(['type'], 'Not a response to this interaction')
  if (type === 9 && one.type === MODAL_SUBMIT) faults.add(['type'], 'A modal cannot follow a modal')
  faults.refuse()
}

function perform(world: World, one: Interaction, type: number, data: Json): FakeMessage | undefined {
  switch (type) {
    case 4:
      checkMessage(data)
      one.original = make(world, one, data)
      one.outcome.message = one.original
      return one.original
    case 5:
      one.deferredFlags = Number(data.flags ?? 0)
      one.outcome.deferred = true
      return undefined
    case 6:
      one.original = one.source
      one.outcome.deferred = true
      return undefined
    case 7:
      one.original = one.source
      return update(one, data)
    case 8:
      one.outcome.choices = checkedChoices(data)
      return undefined
    default:
      one.outcome.modal = checkedModal(one, data)
      return undefined
  }
}

const make = (world: World, one: Interaction, data: Json) =>
  makeMessage(world, channelOf(world, one.user, one.place), data, { onlyFor: one.user.key })

function update(one: Interaction, data: Json): FakeMessage {
  checkMessage(data, { empty: true })
  const message = editMessage(one.original!, data)
  one.outcome.message = message
  one.outcome.updated = message === one.source
  return message
}

function checkedChoices(data: Json) {
  const faults = new Faults()
  const choices = (data.choices ?? []) as { name: string; value: string }[]
  if (choices.length > 25) faults.add(['data', 'choices'], 'Must be 25 or fewer in length.')
  choices.forEach(({ name, value }, at) => {
    faults.length(['data', 'choices', at, 'name'], name, 1, 100)
    faults.length(['data', 'choices', at, 'value'], value, 1, 100)
  })
  faults.refuse()
  return choices
}

function checkedModal(one: Interaction, data: Json): FakeModal {
  const faults = new Faults()
  checkModal(faults, data)
  faults.refuse()
  return { ...(data as unknown as Omit<FakeModal, 'from' | 'place'>), from: one.source, place: one.place }
}

function alive(world: World, token: string): Interaction {
  const one = world.interactions.get(token)
  if (!one) throw new Refusal(404, 10015, 'Unknown Webhook')
  if (world.now() - one.made > TOKEN_LIVES) throw new Refusal(401, 50027, 'Invalid Webhook Token')
  if (one.acknowledged === undefined) throw new Refusal(404, 10015, 'Unknown Webhook')
  return one
}

/** PATCH @original: the answer that was waited for, or a later version of it. */
export function editOriginal(world: World, token: string, body: Json): FakeMessage {
  const one = alive(world, token)
  if (!one.original && !one.outcome.deferred) throw new Refusal(404, 10008, 'Unknown Message')
  if (one.original) {
    const message = update(one, body)
    world.changed()
    return message
  }
  checkMessage(body)
  one.original = make(world, one, { ...body, flags: one.deferredFlags & EPHEMERAL })
  one.outcome.message = one.original
  world.changed()
  return one.original
}

/** POST: one more message after the answer. */
export function followUp(world: World, token: string, body: Json): FakeMessage {
  const one = alive(world, token)
  checkMessage(body)
  const message = make(world, one, body)
  one.outcome.followUps.push(message)
  one.outcome.message ??= message
  world.changed()
  return message
}
