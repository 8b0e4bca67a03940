import { z } from 'zod'
import type { Place } from '../../bot/context.ts'
import type { NamedChannel, Profile } from '../../bot/request.ts'

/** The two who try the playground: the first to come is the workspace's admin. */
export const PEOPLE = [
  { id: 'ana', name: 'Ana' },
  { id: 'bo', name: 'Bo' },
] as const

export type Person = (typeof PEOPLE)[number]
export const TEAM = 'playground'

export const personId = z.enum(PEOPLE.map((one) => one.id))

export const personOf = (id: unknown): Person | undefined => PEOPLE.find((one) => one.id === id)

/** Where somebody of the playground asks: always alone with the bot. */
export const placeOf = (user: string): Place => ({ platform: 'playground', team: TEAM, user, kind: 'direct', channel: user })

/** A channel of the playground: whatever it is called, everybody sees what is said in it. */
export function channelNamed(typed: string): NamedChannel | undefined {
  const name = /^[#＃]([\p{L}\p{N}_-]{1,80})$/u.exec(typed)?.[1]
  return name ? { team: TEAM, channel: `#${name}`, name: `#${name}`, open: true } : undefined
}

export const profileOf = (user: string, timeZone: string, locale?: string): Profile => ({
  name: personOf(user)?.name ?? user,
  timeZone,
  locale,
  teamName: 'Playground',
})
