import type { Context } from '../../bot/context.ts'
import { listed } from '../../bot/text.ts'
import type { Belongings } from './move.ts'
import { say } from './words.ts'

/** `12 companies, 3 contacts, 5 open tasks`; empty when there is nothing. */
export function sayBelongings({ locale }: Pick<Context, 'locale'>, all: Belongings): string {
  const words = say(locale)
  const parts = (['companies', 'contacts', 'tasks', 'deals', 'cadences'] as const).flatMap((one) =>
    all[one] ? [words[one](all[one])] : [],
  )
  return listed(parts, locale)
}
