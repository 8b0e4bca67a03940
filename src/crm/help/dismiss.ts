import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { say } from './words.ts'

/** The way out of a question: nothing is done, and the person's words are given back. */
export const dismiss = operation({
  name: 'dismiss',
  summary: { en: 'Leave it', zh: '算了' },
  examples: [],
  group: 'you',
  allow: 'anyone',
  effect: 'read',
  hidden: true,
  input: z.object({ text: field.hidden().optional() }),
  handle: async ({ locale }, { text }) => {
    const words = say(locale)
    return card({ lines: [words.nothing], fields: text ? [{ label: words.youTyped, value: text }] : undefined })
  },
})
