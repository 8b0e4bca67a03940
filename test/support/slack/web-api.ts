import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from './refusal.ts'
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

function callOf(
  world: World,
  root: string,
  method: string,
  body: Json,
  request: IncomingMessage,
  response: ServerResponse,
): Json {
  world.calls.push({ method, body })
  const token = request.headers.authorization ?? `Bearer ${String(body.token ?? '')}`
  if (token === 'Bearer ') throw new Refusal('not_authed')
  if (!token.startsWith(method === 'apps.connections.open' ? 'Bearer xapp-' : 'Bearer xoxb-')) throw new Refusal('invalid_auth')
  response.setHeader('x-oauth-scopes', [...world.scopes].join(','))
  const needed = NEEDS[method]
  if (needed && !world.scopes.has(needed))
    throw new Refusal('missing_scope', [], { needed, provided: [...world.scopes].join(',') })
  const answer = METHODS[method]
  if (!answer) throw new Refusal('unknown_method', [method])
  return answer(world, body, root)
}

const METHODS: Record<string, (world: World, body: Json, root: string) => Json> = {
  'auth.test': () => ({
    user_id: 'UBOT',
    user: 'rapport',
    bot_id: 'B1',
    team_id: 'T1',
    team: 'Acme Sales',
    url: 'https://acme.slack.com/',
  }),
  'apps.connections.open': (_, __, root) => ({ url: `${root.replace('http', 'ws')}/link` }),
  'team.info': () => ({ team: { id: 'T1', name: 'Acme Sales', domain: 'acme' } }),
  'users.info': (world, { user, include_locale }) => ({ user: userOf(world, String(user), include_locale === true) }),
  'conversations.open': (world, { users }) => {
    const user = userOf(world, String(users), false)
    if (user.is_bot) throw new Refusal('cannot_dm_bot')
    if (user.deleted) throw new Refusal('user_disabled')
    return { channel: { id: `D${users}` } }
  },
  'conversations.history': (world, { channel, limit, include_all_metadata: all }) => {
    reach(world, channel)
    const messages = world.shown.filter((one) => one.channel === channel && one.to === 'everybody').toReversed()
    const most = Number(limit ?? 100)
    return {
      has_more: messages.length > most,
      messages: messages
        .slice(0, most)
        .map(({ ts, body: { metadata, ...body } }) => ({ ...body, ts, ...(all === true && { metadata }) })),
    }
  },
  'chat.postMessage': (world, body) => {
    reach(world, body.channel)
    return { channel: body.channel, ts: world.show(String(body.channel), 'everybody', body, 'chat.postMessage').ts }
  },
  'chat.postEphemeral': (world, body) => {
    reach(world, body.channel)
    if (!world.people.has(String(body.user))) throw new Refusal('user_not_in_channel')
    return { message_ts: world.show(String(body.channel), String(body.user), body, 'chat.postEphemeral').ts }
  },
  'chat.update': (world, body) => ({ channel: body.channel, ts: world.update(body).ts }),
  'chat.delete': (world, body) => {
    world.remove(body.channel, body.ts)
    return {}
  },
  'views.open': (world, body) => ({ view: world.open(body.view, body.trigger_id) }),
  'views.push': (world, body) => ({ view: world.open(body.view, body.trigger_id, world.views.at(-1)) }),
  'views.update': (world, body) => ({
    view: world.replace(
      world.views.find((one) => one.id === body.view_id),
      body.view,
      body.hash,
    ),
  }),
}

function reach(world: World, channel: unknown): void {
  const id = String(channel)
  if (id === 'C9') throw new Refusal('not_in_channel')
  if (!world.joined.has(id) && !(id.startsWith('D') && world.people.has(id.slice(1)))) throw new Refusal('channel_not_found')
}

function userOf(world: World, id: string, withLocale: boolean): Json {
  const person = world.people.get(id)
  if (!person) throw new Refusal('user_not_found')
  return {
    id,
    team_id: 'T1',
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
