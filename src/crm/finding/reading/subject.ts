import type { Text } from './scan.ts'
import { membersAt } from './values.ts'

/** Who did something, said in front of it. */
export interface Subject {
  end: number
  /** Absent: anybody, or nobody. */
  by?: string[]
  isNobody?: true
}

const NOBODY = /(?:nobody|no one|no-one|noone|none of us)(?: here)?(?:'s)? /y
const ANYBODY = /(?:we|they|anybody|anyone|somebody|someone)(?:'ve|'s)? /y
const HAVE = /(?:'ve|'s)? /y

/** `I`, `Ana or Bo`, `nobody`, `we`; the verb comes next. */
export function subjectAt(text: Text, at: number): Subject | undefined {
  const nobody = text.match(NOBODY, at)
  if (nobody) return { end: at + nobody[0].length, isNobody: true }
  const anybody = text.match(ANYBODY, at)
  if (anybody) return { end: at + anybody[0].length }
  const who = membersAt(text, at)
  const gap = who && text.match(HAVE, who.end)
  return gap && { end: who.end + gap[0].length, by: who.members }
}
