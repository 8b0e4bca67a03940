import { z } from 'zod'
import { card } from '../../../bot/card.ts'
import { notice } from '../../../bot/operation.ts'
import { say } from '../words.ts'
import { cardOf } from './card.ts'
import { keptBy } from './kept.ts'

/** How far a file is: made true again whenever that changes, so that an older message shows the progress of what was pressed in it. */
export const importNews = notice({
  kind: 'import',
  input: z.object({ import: z.string(), state: z.string() }),
  build: async (context, input) => {
    const kept = await keptBy(context, input.import)
    if (!kept) return undefined
    // What came after it was told in a message of its own.
    const isOver = kept.state !== input.state && kept.state !== 'importing' && kept.state !== 'reading'
    return isOver
      ? card({ lines: [`${kept.file}: ${say(context.locale).stateOf(kept.state ?? '')}`] })
      : cardOf(kept, context.locale)
  },
  staysReadable: true,
})
