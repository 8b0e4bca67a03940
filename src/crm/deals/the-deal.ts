import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { dealsNamed, type NamedDeal, namedDealById } from './named.ts'
import { dealLine, dealTitle } from './said.ts'
import { say } from './words.ts'

const REF = /^deal:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/
export const dealRef = ({ id }: { id: string }): string => `deal:${id}`

/** What is being asked, so that a pick runs the same operation with the same words. */
export interface AskedOfDeal {
  operation: string
  input: Record<string, string | number | boolean | undefined>
}

const MOST_OPTIONS = 25

/**
 * The one deal that was typed or picked. Throws UserError when it is gone, or none goes by these words; Ask when several do: one picks, none is guessed. Of several
 * of just that name and customer an only open one is meant.
 */
export async function theDeal(context: Context, typed: string, ask: AskedOfDeal): Promise<NamedDeal> {
  const words = say(context.locale)
  const [, id] = REF.exec(typed.trim()) ?? []
  if (id) {
    const found = await namedDealById(context, id)
    if (!found) throw new UserError(words.gone, { field: 'deal', mend: false, cause: `no deal ${id}` })
    return found
  }
  const found = await dealsNamed(context, typed, MOST_OPTIONS + 1)
  const [first, ...more] = found
  if (!first) throw new Ask(askUnknown(context, typed))
  if (!more.length) return first
  throw new Ask(askWhich(context, found.slice(0, MOST_OPTIONS), ask, found.length > MOST_OPTIONS))
}

function askUnknown({ locale }: Context, typed: string) {
  const words = say(locale)
  return card({
    tone: 'warning',
    lines: [words.unknown(typed.slice(0, 100))],
    buttons: [
      button(words.addDeal, 'add deal', { name: typed.slice(0, 200) }, { form: true, style: 'primary' }),
      button(words.list, 'deals'),
      button(words.cancel, 'dismiss', { text: typed }),
    ],
    nothing: true,
  })
}

function askWhich(context: Context, found: readonly NamedDeal[], { operation, input }: AskedOfDeal, isMore: boolean) {
  const words = say(context.locale)
  const known = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Record<string, string>
  return card({
    tone: 'warning',
    lines: [isMore ? words.whichMany(found.length) : words.which(found.length)],
    buttons: [button(words.cancel, 'dismiss', { text: String(input.deal ?? '') })],
    pick: {
      placeholder: words.pick,
      options: found.map((one) => ({
        label: [dealTitle(one), dealLine(context, one)].filter(Boolean).join(' · ').slice(0, 100).toWellFormed(),
        operation,
        input: { ...known, deal: dealRef(one) },
      })),
    },
  })
}
