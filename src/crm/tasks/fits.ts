import { sayAbout } from './said.ts'
import type { NamedTask } from './task.ts'

const LETTER = /[\p{L}\p{N}]/u
const HAN = /\p{Script=Han}/u
/** Words that stand in many tasks and name none: what is done cannot be guessed from them. */
const NAMES_NOTHING =
  /^(?:(?:all|everything|both|it|this|that|these|those|them|the|a|an|one|task|tasks|to|of|for|and|or|with|on|in|at|by|until|till)(?:\s+|$))+$/

/** As it is compared: in small letters, and digits of any width alike. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** Whether what was typed means a task: its words and its customer's name hold it, from where a word begins. `all` is not in `call`. */
export function fits(task: NamedTask, typed: string): boolean {
  const wanted = plain(typed)
  if (wanted === plain(task.what)) return true
  if (!wanted || NAMES_NOTHING.test(wanted)) return false
  return beginsAWord(
    [task.what, sayAbout(task)].filter(Boolean).map((one) => plain(one!)),
    wanted,
  )
}

function beginsAWord(texts: readonly string[], wanted: string): boolean {
  // Chinese has no spaces: its words begin anywhere.
  const anywhere = HAN.test(wanted[0]!) || !LETTER.test(wanted[0]!)
  return texts.some((text) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      if (anywhere || at === 0 || !LETTER.test(text[at - 1]!) || HAN.test(text[at - 1]!)) return true
    return false
  })
}
