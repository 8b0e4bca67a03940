import { button, type Reply } from './card.ts'
import type { Operation } from './operation.ts'
import { onceFor } from './question.ts'
import type { Locale } from './text.ts'
import { words } from './words.ts'

/** A plain line, as `log` takes it. */
export type Line = { line: string; url?: string }

const FEW_WORDS = 3
const HAN = /\p{Script=Han}/gu

/** Long enough for a sentence that only begins with a command's name: `done with the Acme call, they want pricing`. Han is written without spaces. */
const mayBeSentence = (rest: string) =>
  rest.trim().split(/\s+/).length + Math.floor((rest.match(HAN)?.length ?? 0) / 2) >= FEW_WORDS

/** The line itself, where what was read as a command may be one. Not of commands that keep the line they were typed with. */
export const perhapsALine = (op: Operation, rest: string, line: Line): Line | undefined =>
  mayBeSentence(rest) && !('line' in op.input.shape) ? line : undefined

/** Logs the line, once, however often it is pressed. */
export const logButton = (line: Line, locale: Locale, requestId: string) =>
  onceFor(button(words(locale).asItStands, 'log', line), requestId)

/** The same answer, with a way to log the line instead. */
export const orLogged = (reply: Reply, line: Line, locale: Locale, requestId: string): Reply =>
  reply.kind === 'form' ? reply : { ...reply, buttons: [...(reply.buttons ?? []), logButton(line, locale, requestId)] }
