import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from './refusal.ts'
import type { Tenant } from './tenants.ts'
import type { Json } from './types.ts'
import type { World } from './world.ts'

const NEEDS: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'users.info': 'users:read',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
}

/** Slack's Web API and its response_urls, on a server that listens at `root()`. */
export const webApi = (world: World, root: () => string) => async (request: IncomingMessage, response: ServerResponse) => {
  let text = ''
  for await (const part of request) text += part
  const path = (request.url ?? '').split('?')[0] ?? ''
  if (path === '/signin') return void response.setHeader('Content-Type', 'text/html').end('<html>Sign in</html>')
  if (path.startsWith('/files/')) return handOut(world, path, request, response)
  const method = path.replace(/^\/(api\/)?/, '')
  const at = world.mishaps.findIndex((one) =>
    path.startsWith('/respond/') ? one.method === 'response_url' : one.method === method,
  )
  const mishap = at >= 0 ? world.mishaps.splice(at, 1)[0]!.how : undefined
  response.setHeader('Content-Type', 'application/json')
  if (mishap === 'hang') return
  if (typeof mishap === 'object' && 'status' in mishap) {
    if (mishap.retryAfter !== undefined) response.setHeader('Retry-After', mishap.retryAfter)
    return void response.writeHead(mishap.status).end('{}')
  }
  try {
    if (typeof mishap === 'object') throw new Refusal(mishap.error)
    const body = request.headers['content-type']?.includes('json') ? (JSON.parse(text || '{}') as Json) : fromForm(text)
    const answer = path.startsWith('/respond/')
      ? world.respond(path, body)
      : callOf(world, root(), method, body, request, response)
    if (mishap === 'lost') return void request.socket.destroy()
    response.end(JSON.stringify({ ok: true, ...answer }))
  } catch (error) {
    if (!(error instanceof Refusal)) return void response.writeHead(500).end(String(error))
    if (typeof mishap !== 'object') world.refusals.push(`${path}: ${error.message}`)
    if (path.startsWith('/respond/')) response.statusCode = 404
    response.end(JSON.stringify({ ok: false, error: error.code, ...error.more, response_metadata: { messages: error.reasons } }))
  }
}

/** A file, to a token of its team with the scope for it; whoever comes without is led to the page for signing in. */
function handOut(world: World, path: string, { headers }: IncomingMessage, response: ServerResponse): void {
  const file = world.files.get(path)
  const token = String(headers.authorization).replace('Bearer ', '')
  if (!file) return void response.writeHead(404).end()
  if (!world.scopes.has('files:read') || !world.tenants.working(file.team).includes(token))
    return void response.writeHead(302, { location: '/signin' }).end()
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': file.bytes.length })
  if (!file.cut) return void response.end(file.bytes)
  response.write(file.bytes.subarray(0, file.bytes.length / 2), () => response.destroy())
}

function callOf(
  world: World,
  root: string,
  method: string,
  body: Json,
  request: IncomingMessage,
  response: ServerResponse,
): Json {
  const call: World['calls'][number] = { method, body }
  world.calls.push(call)
  if (method === 'oauth.v2.access') return world.tenants.access(body)
  const token = request.headers.authorization ?? `Bearer ${String(body.token ?? '')}`
  if (token === 'Bearer ') throw new Refusal('not_authed')
  if (method === 'apps.connections.open') {
    if (!token.startsWith('Bearer xapp-')) throw new Refusal('invalid_auth')
    return { url: `${root.replace('http', 'ws')}/link` }
  }
  const tenant = world.tenants.whose(token.slice('Bearer '.length))
  call.team = tenant.team
  response.setHeader('x-oauth-scopes', [...world.scopes].join(','))
  const needed = NEEDS[method]
  if (needed && !world.scopes.has(needed))
    throw new Refusal('missing_scope', [], { needed, provided: [...world.scopes].join(',') })
  const answer = METHODS[method]
  if (!answer) throw new Refusal('unknown_method', [method])
  return answer(world, body, tenant)
}

const METHODS: Record<string, (world: World, body: Json, tenant: Tenant) => Json> = {
  'auth.test': (_, __, { team, name, botUser, bot }) => ({
    user_id: botUser,
    user: 'rapport',
    bot_id: bot,
    team_id: team,
    team: name,
    url: `https://${team === 'T1' ? 'acme' : team.toLowerCase()}.slack.com/`,
  }),
  'auth.revoke': (world, _, { team }) => {
    world.tenants.revoke(team)
    return { revoked: true }
  },
  'team.info': (_, __, { team, name }) => ({ team: { id: team, name, domain: 'acme' } }),
  'users.info': (world, { user, include_locale }, { team }) => ({
    user: userOf(world, String(user), include_locale === true, team),
  }),
  'conversations.open': (world, { users }, { team }) => {
    const user = userOf(world, String(users), false, team)
    if (user.is_bot) throw new Refusal('cannot_dm_bot')
    if (user.deleted) throw new Refusal('user_disabled')
    return { channel: { id: `D${users}` } }
  },
  'conversations.history': (world, { channel, limit, include_all_metadata: all }, { team }) => {
    reach(world, channel, team)
    const messages = world.shown.filter((one) => one.channel === channel && one.to === 'everybody').toReversed()
    const most = Number(limit ?? 100)
    return {
      has_more: messages.length > most,
      messages: messages
        .slice(0, most)
        .map(({ ts, body: { metadata, ...body } }) => ({ ...body, ts, ...(all === true && { metadata }) })),
    }
  },
  'chat.postMessage': (world, body, { team }) => {
    reach(world, body.channel, team)
    return { channel: body.channel, ts: world.show(String(body.channel), 'everybody', body, 'chat.postMessage').ts }
  },
  'chat.postEphemeral': (world, body, { team }) => {
    reach(world, body.channel, team)
    if (world.people.get(String(body.user))?.team !== team) throw new Refusal('user_not_in_channel')
    return { message_ts: world.show(String(body.channel), String(body.user), body, 'chat.postEphemeral').ts }
  },
  'chat.update': (world, body, { team }) => {
    reach(world, body.channel, team)
    return { channel: body.channel, ts: world.update(body).ts }
  },
  'chat.delete': (world, body, { team }) => {
    reach(world, body.channel, team)
    world.remove(body.channel, body.ts)
    return {}
  },
  'views.open': (world, body, { team }) => ({ view: world.open(body.view, body.trigger_id, { team }) }),
  'views.push': (world, body, { team }) => ({
    view: world.open(body.view, body.trigger_id, { under: world.views.at(-1), team }),
  }),
  'views.update': (world, body) => ({
    view: world.replace(
      world.views.find((one) => one.id === body.view_id),
      body.view,
      body.hash,
    ),
  }),
}

// Another team's channel is none at all: so a call with the wrong token is refused.
function reach(world: World, channel: unknown, team: string): void {
  const id = String(channel)
  if (world.teamOf(id) !== team) throw new Refusal('channel_not_found', [`${id} is no channel of ${team}`])
  if (id === 'C9') throw new Refusal('not_in_channel')
  if (!world.joined.has(id) && !(id.startsWith('D') && world.people.has(id.slice(1)))) throw new Refusal('channel_not_found')
}

function userOf(world: World, id: string, withLocale: boolean, team: string): Json {
  const person = world.people.get(id)
  if (person?.team !== team) throw new Refusal('user_not_found')
  return {
    id,
    team_id: person.team,
    name: person.name.toLowerCase(),
    real_name: person.name,
    tz: person.tz,
    ...(withLocale && { locale: person.locale }),
    profile: { display_name: person.name, real_name: person.name },
    ...person.more,
  }
}

function fromForm(text: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^(?:[[{]|true$|false$)/.test(value) && name !== 'text' ? JSON.parse(value) : value,
    ]),
  )
}
