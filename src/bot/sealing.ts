import type { Temporal } from 'temporal-polyfill'
import type { Action, Card, Form } from './card.ts'
import { type Caller, type Context, mayDo } from './context.ts'
import type { House } from './house.ts'
import type { Registry } from './registry.ts'
import { type SealedCard, type SealedForm, seal } from './sealed.ts'

/** For whom something is sealed, and where what does not fit into a token is kept. */
export interface Sealing {
  registry: Registry
  house: House
  caller: Caller
  now: Temporal.Instant
  /** Left out: the house's own. */
  db?: Context['db']
}

/** A card as the adapters get it, without what its reader may not do. */
export const sealedCard = (to: Sealing, shown: Card): Promise<SealedCard> =>
  seal(permitted(to, shown), parkFor(to)) as Promise<SealedCard>

/** A form as the adapters get it. */
export const sealedForm = (to: Sealing, form: Form): Promise<SealedForm> => seal(form, parkFor(to)) as Promise<SealedForm>

const parkFor =
  ({ house, caller, now, db = house.db }: Sealing) =>
  (action: Action) =>
    house.park(db, caller, action, new Date(now.epochMilliseconds))

/** What a reply offers to somebody: an operation that they may not run would only refuse them. */
function permitted({ registry, caller }: Sealing, shown: Card): Card {
  const may = ({ operation }: Action) => {
    const op = registry.find(operation)
    return !op || mayDo(caller.me, op)
  }
  const { buttons, items, pick, share } = shown
  const options = pick?.options.filter(may)
  return {
    ...shown,
    ...(buttons && { buttons: buttons.filter(may) }),
    ...(items && { items: items.map((item) => (item.buttons ? { ...item, buttons: item.buttons.filter(may) } : item)) }),
    ...(pick && { pick: options?.length ? { ...pick, options } : undefined }),
    ...(share && { share: may(share) ? share : undefined }),
  }
}
