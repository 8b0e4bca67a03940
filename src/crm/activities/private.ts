/** The sign of what only its author sees. */
const LOCK = '🔒'

/** `private: …`, `note private: …`, `private note …`, `🔒 …`, 私密：…; Slack sends the sign by its name. */
const MARK =
  /^\s*(?:(?:🔒|:lock:)\s*[:：]?|(?:private(?:ly)?|note\s+private|private\s+note|私密(?:备注|记录)?|私人(?:备注|记录)?|仅(?:限)?(?:我|自己)(?:可见)?)\s*[:：]|(?:note\s+private|private\s+note|私密备注|私人备注)(?=\s))\s*/iu

/** A line without the words that make it private, and whether it had them. */
export function asPrivate(typed: string): { line: string; isPrivate: boolean } {
  const line = typed.replace(MARK, '')
  return line && line !== typed ? { line, isPrivate: true } : { line: typed, isPrivate: false }
}

/** `private Acme: …` without the first word, which may as well begin a company's name. */
export const perhapsPrivate = (typed: string): string | undefined =>
  /^\s*(?:private(?:ly)?|私密|私人)\s+(?=\S)(.+)$/isu.exec(typed)?.[1]

/** The line as one types it: with the sign before what is private. */
export const lineOf = (line: string, isPrivate: boolean): string => (isPrivate ? `${LOCK} ${line}` : line)
