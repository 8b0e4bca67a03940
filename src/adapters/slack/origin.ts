/** Where something was asked, and so where its answer goes. Small enough to travel in a form's private_metadata. */
export interface Origin {
  user: string
  channel?: string
  /** The direct channel of the person and the bot: an ordinary message there is theirs alone. */
  direct?: boolean
  thread?: string
  /** Works five times within 30 minutes, and is the only way to change an ephemeral message. */
  responseUrl?: string
  /** The message whose button was pressed. */
  message?: { ts: string; ephemeral: boolean }
}

/** What a form carries along. */
export interface Carried {
  token: string
  operation?: string
  origin: Origin
}

const LONGEST_METADATA = 3_000

/** As text of at most 3,000 characters: what is too long is left out, last the way back; the token always stands. */
export function pack(carried: Carried): string {
  const { responseUrl: _, ...rest } = carried.origin
  const tries = [carried, { ...carried, origin: rest }, { token: carried.token, origin: { user: carried.origin.user } }]
  return tries.map((one) => JSON.stringify(one)).find((text) => text.length <= LONGEST_METADATA) ?? ''
}

/** What `pack` made; undefined for anything else. */
export function unpack(text: string): Carried | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return isCarried(read) ? read : undefined
  } catch {
    return undefined // another version's view, or none of ours
  }
}

const isCarried = (read: unknown): read is Carried =>
  typeof read === 'object' &&
  read !== null &&
  'token' in read &&
  typeof read.token === 'string' &&
  'origin' in read &&
  typeof read.origin === 'object' &&
  read.origin !== null &&
  'user' in read.origin
