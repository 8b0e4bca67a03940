import { type REST, Routes } from 'discord.js'
import type { Registry } from '../../bot/registry.ts'
import { discordManifest } from './commands/manifest.ts'
import { sameCommands, standingCommands } from './commands/register.ts'
import { inviteLink } from './invite.ts'
import { codeOf, type DiscordConfig, impatientRest } from './rest.ts'

export interface Finding {
  name: string
  ok: boolean
  says: string
  /** What to do next. */
  next?: string
}

interface Application {
  id: string
  name: string
}

/** Slower or faster than this, and Discord's times are not ours: milliseconds. */
const CLOCK_MAY_BE_OFF = 60_000
/** What works with Discord, what is missing, and the next step. Never throws; changes nothing. `now` in milliseconds since 1970. */
export async function checkDiscord(config: DiscordConfig, more: { registry?: Registry; now?: number } = {}): Promise<Finding[]> {
  const rest = impatientRest(config)
  const token = await checkToken(rest)
  if (!token.ok) return [token]
  const clock = await checkClock(config, more.now ?? Date.now())
  try {
    const application = (await rest.get(Routes.currentApplication())) as Application
    return [
      token,
      {
        name: 'Discord application',
        ok: true,
        says: `${application.name}, id ${application.id}; no privileged intent is needed.`,
      },
      await checkServers(rest, application),
      ...(more.registry ? [await checkCommands(rest, application, more.registry)] : []),
      await checkGateway(rest, config),
      clock,
    ]
  } catch (error) {
    return [token, failed('Discord application', error), clock]
  }
}

async function checkToken(rest: REST): Promise<Finding> {
  try {
    const me = (await rest.get(Routes.user())) as { username: string }
    return { name: 'Discord token', ok: true, says: `Valid: the bot is ${me.username}.` }
  } catch (error) {
    if (statusOf(error) !== 401) return failed('Discord token', error)
    const next =
      'Open https://discord.com/developers/applications, your application, Bot, Reset Token, and set DISCORD_TOKEN to the new one.'
    return { name: 'Discord token', ok: false, says: 'Discord refuses the token.', next }
  }
}

async function checkServers(rest: REST, { id }: Application): Promise<Finding> {
  const name = 'Discord servers'
  const servers = (await rest.get(Routes.userGuilds())) as unknown[]
  if (servers.length > 0)
    return {
      name,
      ok: true,
      says: `In ${servers.length === 200 ? '200 or more' : servers.length}. To add one: ${inviteLink(id)}`,
    }
  return { name, ok: false, says: 'In none yet.', next: `Let somebody who manages a server open ${inviteLink(id)}` }
}

async function checkCommands(rest: REST, { id }: Application, registry: Registry): Promise<Finding> {
  const name = 'Discord commands'
  const standing = await standingCommands(rest, id)
  if (sameCommands(standing, discordManifest(registry)))
    return { name, ok: true, says: `All ${standing.length} stand as they should.` }
  const says = standing.length === 0 ? 'None is registered yet.' : 'Those at Discord are not those of this version.'
  return { name, ok: false, says, next: 'Start Rapport: it registers them by itself.' }
}

async function checkGateway(rest: REST, { shards }: DiscordConfig): Promise<Finding> {
  const name = 'Discord connections'
  const { session_start_limit: left, shards: wanted } = (await rest.get(Routes.gatewayBot())) as {
    shards: number
    session_start_limit: { remaining: number; reset_after: number }
  }
  const count = shards === 'auto' ? wanted : (shards?.count ?? 1)
  if (left.remaining > 0 && count < wanted)
    return {
      name,
      ok: false,
      says: `Discord wants the servers shared out among ${wanted}; there ${count === 1 ? 'is 1' : `are ${count}`}.`,
      next: 'Set DISCORD_SHARDS=auto; for several processes see docs/hosting.md.',
    }
  if (left.remaining > 0) return { name, ok: true, says: `${left.remaining} more may be opened today.` }
  const hours = Math.ceil(left.reset_after / 3_600_000)
  return {
    name,
    ok: false,
    says: 'Discord allows no more connections today.',
    next: `Wait ${hours} h, and look for what restarts so often.`,
  }
}

async function checkClock({ apiUrl = 'https://discord.com/api' }: DiscordConfig, now: number): Promise<Finding> {
  const name = 'Clock'
  try {
    const response = await fetch(`${apiUrl.replace(/\/+$/, '')}/v10/gateway`, { signal: AbortSignal.timeout(10_000) })
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return { name, ok: true, says: 'Discord did not tell its time.' }
    const off = Math.round(Math.abs(now - theirs) / 1000)
    if (off * 1000 <= CLOCK_MAY_BE_OFF) return { name, ok: true, says: 'Agrees with Discord.' }
    return {
      name,
      ok: false,
      says: `${off} s away from Discord's.`,
      next: 'Set this machine to keep its time by NTP: reminders go by it.',
    }
  } catch (error) {
    return failed(name, error)
  }
}

function failed(name: string, error: unknown): Finding {
  const status = statusOf(error)
  const says = status
    ? `Discord answered ${status}${codeOf(error) ? ` (${codeOf(error)})` : ''}.`
    : 'Discord could not be reached.'
  const next = status
    ? 'Try again in a few minutes; see https://discordstatus.com.'
    : 'Check that this machine may open https://discord.com, or the address in DISCORD_API_URL.'
  return { name, ok: false, says, next }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined
