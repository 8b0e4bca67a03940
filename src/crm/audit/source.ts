import type { Place } from '../../bot/context.ts'

/** Where a change was asked for: a platform, or what works without one. */
export interface Source {
  source: string
  teamId: string | null
  /** Null: said to the bot alone. */
  channel: string | null
}

interface Asked {
  requestId: string
  me: { id: string } | null
  place?: Place
}

/** Somebody at the terminal, in nobody's name. */
const TERMINAL = /^audit:/
const IMPORT = /^(?:undo:)?import:/

/** An import stays one wherever it was asked for; a job does what nobody asked for; who has no place sits at the terminal. */
export function sourceOf({ requestId, me, place }: Asked): Source {
  const at = { teamId: place?.team ?? null, channel: place?.kind === 'channel' ? (place.channel ?? null) : null }
  if (IMPORT.test(requestId)) return { source: 'import', ...at }
  if (place) return { source: place.platform, ...at }
  return { source: me || TERMINAL.test(requestId) ? 'terminal' : 'job', ...at }
}
