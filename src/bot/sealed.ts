import { LONGEST_TOKEN, parkedToken, tokenOf } from './action.ts'
import type { Action, Button, Card, Form, Reply } from './card.ts'

/**
 * A reply as the adapters get it: each action has become one opaque token of at most 100 characters, unique within the message,
 * that the platform hands back when the button is pressed. Adapters never see an operation's input.
 */
export type Sealed<T> = T extends (infer U)[]
  ? Sealed<U>[]
  : T extends Action
    ? Omit<T, 'operation' | 'input' | 'form'> & { token: string }
    : T extends object
      ? { [K in keyof T]: Sealed<T[K]> }
      : T

export type SealedCard = Sealed<Card>
export type SealedButton = Sealed<Button>
/** A form's token carries its hidden input; the operation is named for those who complete its fields. */
export type SealedForm = Omit<Form, 'hidden'> & { token: string }
export type SealedReply = SealedCard | SealedForm

/** Keeps an input that is too long for a token, and gives the id it is kept under. */
export type Park = (action: Action) => Promise<string>

/** Seals a reply: what does not fit in a token is parked. */
export async function seal(reply: Reply, park: Park): Promise<SealedReply> {
  const taken = new Map<string, number>()
  const tokenFor = async (asked: Action, form = false) => {
    const action = { ...asked, input: storable(asked.input) }
    const plain = tokenOf(action, form)
    const token =
      plain.length <= LONGEST_TOKEN - 4
        ? plain
        : parkedToken(await park({ operation: action.operation, input: action.input }), form)
    const times = (taken.get(token) ?? 0) + 1
    taken.set(token, times)
    return times === 1 ? token : `${token}#${times}`
  }
  const sealed = async <A extends Action & { form?: boolean }>(action: A) => {
    const { operation, input, form, ...shown } = action
    return { ...shown, token: await tokenFor({ operation, input }, form) }
  }
  const all = <A extends Action>(actions: A[]) => inOrder(actions, sealed)

  if (reply.kind === 'form') {
    const { hidden, ...shown } = reply
    return { ...shown, token: await tokenFor({ operation: reply.operation, input: hidden }) }
  }
  const { buttons, items, pick, share, ...shown } = reply
  return {
    ...shown,
    ...(buttons && { buttons: await all(buttons) }),
    ...(items && {
      items: await inOrder(items, async (item) => ({ ...item, buttons: item.buttons && (await all(item.buttons)) })),
    }),
    ...(pick && { pick: { ...pick, options: await all(pick.options) } }),
    ...(share && { share: await sealed(share) }),
  } as SealedCard
}

// What a person typed may be carried before any schema has read it: NUL fits in no row, a lone surrogate in no token.
const storable = (input: Action['input']): Action['input'] =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    ]),
  )

// One after the other: parking writes inside one transaction, which takes one statement at a time.
async function inOrder<T, R>(list: T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const one of list) done.push(await each(one))
  return done
}
