/** The sign of what only its author sees. */
const LOCK = '🔒'

/** `private: …`, `private note: …`, `🔒 …`, 私密：…; Slack sends the sign by its name. */
const MARK =
  '(?:🔒|:lock:)\\s*[:：]?|(?:private(?:ly)?|note\\s+private|private\\s+note|私密(?:备注|记录)?|私人(?:备注|记录)?|仅(?:限)?(?:我|自己)(?:可见)?)\\s*[:：]'

/** A line that begins with it; here `note private …` needs no colon. */
const BEFORE = new RegExp(`^\\s*(?:${MARK}|(?:note\\s+private|private\\s+note|私密备注|私人备注)(?=\\s))\\s*`, 'iu')

/** The same behind whom it is about: `Acme: private: …`, `Acme，🔒 …`. What somebody means to keep must not be told for its place in the line. */
const BEHIND = new RegExp(`^(\\s*[^:：\\n]{1,80}?\\s*[:：,，]\\s*)(?:${MARK})\\s*(?=\\S)`, 'iu')

interface Marked {
  line: string
  isPrivate: boolean
}

/** A text, perhaps of several lines, that begins with the words that make all of it private: without them. */
export function asPrivateFromStart(typed: string): Marked {
  const line = typed.replace(BEFORE, '')
  return line && line !== typed ? { line, isPrivate: true } : { line: typed, isPrivate: false }
}

/** A line without the words that make it private, and whether it had them, before whom it is about or behind. */
export function asPrivate(typed: string): Marked {
  const led = asPrivateFromStart(typed)
  if (led.isPrivate) return led
  const line = typed.replace(BEHIND, (_, head: string) => (/\s$/.test(head) ? head : `${head} `))
  return line !== typed ? { line, isPrivate: true } : led
}

/** `private Acme: …` without the first word, which may as well begin a company's name. */
export const perhapsPrivate = (typed: string): string | undefined =>
  /^\s*(?:private(?:ly)?|私密|私人)\s+(?=\S)(.+)$/isu.exec(typed)?.[1]

/** The line as one types it: with the sign before what is private. */
export const lineOf = (line: string, isPrivate: boolean): string => (isPrivate ? `${LOCK} ${line}` : line)
