import { optionFields } from '../../bot/form.ts'
import { GROUPS } from '../../bot/operation.ts'
import type { Registry } from '../../bot/registry.ts'
import { localeOf } from '../../bot/text.ts'
import { groupTitles, page } from './words.ts'

/** All that the page needs to hint and to complete, derived from the registry. */
export function guide(registry: Registry, tag: string) {
  const locale = localeOf(tag)
  const shown = registry.operations.filter((op) => !op.hidden)
  return {
    locale,
    words: page(locale),
    groups: GROUPS.map((group) => ({
      title: groupTitles(locale)[group],
      operations: shown
        .filter((op) => op.group === group)
        .map((op) => ({
          name: op.name,
          summary: op.summary[locale],
          examples: op.examples,
          // The field that the page completes while it is typed behind the operation's name.
          completes: optionFields(op).find((one) => one.widget === 'customer' || one.widget === 'member')?.name,
        })),
    })).filter((group) => group.operations.length > 0),
  }
}
