import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { type Asked, cancelButton } from '../customers/customers.ts'
import { say } from './vocabulary.ts'

/** The words name no customer: the form asks for one, and keeps them. */
export function noCustomer({ locale }: Pick<Context, 'locale'>, ask: Asked): Card {
  const words = say(locale)
  const input = ask.input as Record<string, string>
  return card({
    tone: 'warning',
    lines: [words.whoWasIt],
    context: String(input.line ?? '').slice(0, 300),
    buttons: [button(words.name, ask.operation, input, { form: true, style: 'primary' }), cancelButton(locale, ask)],
  })
}
