import type { Profile } from '../../../bot/request.ts'
import type { Client } from '../client.ts'
import { persistently } from '../failures.ts'
import type { Self } from '../who-am-i.ts'

type User = NonNullable<Awaited<ReturnType<Client['users']['info']>>['user']>

/** What Slack tells of a person (users.info). */
export async function profileOf(client: Client, self: Self, user: string): Promise<Profile> {
  const { user: told } = await persistently(() => client.users.info({ user, include_locale: true }))
  if (!told) throw new Error(`Slack knows no user ${user}`)
  return {
    name: told.profile?.real_name || told.real_name || told.profile?.display_name || told.name || user,
    timeZone: told.tz || undefined,
    locale: told.locale || undefined,
    teamName: self.teamName || undefined,
    refused: refusedFor(told, self),
  }
}

function refusedFor(told: User, self: Self): Profile['refused'] {
  if (told.deleted) return 'deactivated'
  if (told.is_bot || told.id === 'USLACKBOT') return 'bot'
  if (isStranger(told, self)) return 'stranger'
  return told.is_restricted || told.is_ultra_restricted ? 'guest' : undefined
}

// People of a shared channel belong to another team; on Enterprise Grid one person belongs to several.
const isStranger = (told: User, self: Self) =>
  told.is_stranger === true || (!!told.team_id && told.team_id !== self.team && !told.enterprise_user?.teams?.includes(self.team))
