import { fault, sealed, sealedRefusal } from './answers.ts'
import { orLogged } from './as-it-stands.ts'
import { type Asked, whatIsAsked } from './asked.ts'
import type { Caller } from './context.ts'
import { Ask, UserError } from './errors.ts'
import type { Bot, House, SealedAnswer } from './house.ts'
import { asQuestion } from './question.ts'
import type { Registry } from './registry.ts'
import type { Request } from './request.ts'
import { run } from './run.ts'
import { suggester } from './suggest.ts'
import { localeOf } from './text.ts'

/**
 * One way through the house: find the operation, parse, allow, handle in one transaction, reply.
 * Whatever happens becomes an answer; a fault of ours gets a reference that stands in the log beside its cause.
 */
export function createBot(registry: Registry, house: House): Bot {
  return { registry, dispatch: (request) => answer(registry, house, request), suggest: suggester(registry, house) }
}

async function answer(registry: Registry, house: House, request: Request): Promise<SealedAnswer> {
  let locale = localeOf(request.locale)
  let asked: Asked | undefined
  let caller: Caller | undefined
  try {
    caller = await house.identify(request)
    locale = caller.me.locale
    asked = await whatIsAsked(registry, house, caller, request)
    return await run(registry, house, caller, asked, request)
  } catch (error) {
    if (error instanceof Ask && caller && asked) {
      const reply = asked.line ? orLogged(error.reply, asked.line, locale, request.id) : error.reply
      return sealed({ registry, house, caller, now: house.now() }, asked, asQuestion(registry, reply, request.id))
    }
    if (error instanceof UserError) return sealedRefusal(registry, house, caller, request, asked, error, locale)
    return fault(house, request, asked, error, locale)
  }
}
