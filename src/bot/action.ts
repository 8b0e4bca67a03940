import type { Action, Input } from './card.ts'

/** Discord's custom_id is the tightest place an action has to fit in: 1–100 characters. */
export const LONGEST_TOKEN = 100
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const PREFIXED_UUID = /^([a-z]+):([0-9a-f-]{36})$/

/** An id as a token has it. */
export const shortened = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
const lengthen = (short: string) =>
  Buffer.from(short, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

function packed(value: Input): string {
  if (typeof value !== 'string') return `!${value}`
  if (UUID.test(value)) return `~${shortened(value)}`
  const [, prefix, id] = PREFIXED_UUID.exec(value) ?? []
  if (prefix && id && UUID.test(id)) return `*${prefix}:${shortened(id)}`
  return `'${encodeURIComponent(value.toWellFormed())}`
}

function unpacked(text: string): Input {
  const rest = text.slice(1)
  if (text.startsWith('~')) return lengthen(rest)
  if (text.startsWith('*')) return rest.replace(/:(.*)$/, (_, short: string) => `:${lengthen(short)}`)
  if (text.startsWith("'")) return decodeURIComponent(rest)
  return rest === 'true' ? true : rest === 'false' ? false : Number(rest)
}

/** `snooze|task=~AZq…|until='1h`. With `form`, pressing opens the operation's form. May be longer than a platform carries: see park. */
export const tokenOf = (action: Action, form = false): string =>
  [
    `${form ? '?' : ''}${action.operation}`,
    ...Object.entries(action.input).map(([name, value]) => `${name}=${packed(value)}`),
  ].join('|')

/** A token for an input that is kept in the database under `id`. */
export const parkedToken = (id: string, form = false): string => `${form ? '?' : ''}@${shortened(id)}`

export type ReadToken = { form: boolean } & ({ parked: string } | { action: Action })

/** What a token says; undefined for one that is not ours (an old version's, or made up). The `#2` that keeps equal buttons apart is dropped. */
export function readToken(token: string): ReadToken | undefined {
  const form = token.startsWith('?')
  const [head, ...pairs] = token
    .replace(/#\d+$/, '')
    .slice(form ? 1 : 0)
    .split('|')
  if (!head) return undefined
  if (head.startsWith('@')) return { form, parked: lengthen(head.slice(1)) }
  const input: Record<string, Input> = {}
  try {
    for (const pair of pairs) {
      const cut = pair.indexOf('=')
      if (cut < 1) return undefined
      input[pair.slice(0, cut)] = unpacked(pair.slice(cut + 1))
    }
  } catch {
    return undefined // a malformed %-escape: not a token of ours
  }
  return { form, action: { operation: head, input } }
}
