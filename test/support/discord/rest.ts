import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkCommands } from './check-commands.ts'
import { checkMessage } from './check-message.ts'
import { callback, editOriginal, followUp } from './interactions.ts'
import { editMessage, makeMessage } from './messages.ts'
import { channelJson, guildJson, messageJson, userJson } from './payloads.ts'
import { Refusal } from './refusal.ts'
import type { FakeMessage, Json } from './types.ts'
import { TOKEN, type World } from './world.ts'

type Handle = (found: string[], body: Json, query: URLSearchParams) => unknown

/** Discord's REST, as far as the bot uses it; everything else is 404, as is a message in a channel that is not. */
export function restOf(world: World, gateway: () => string) {
  const routes: [RegExp, Handle][] = [
    [/^GET \/gateway$/, () => ({ url: gateway() })],
    [
      /^GET \/gateway\/bot$/,
      () => ({
        url: gateway(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
      }),
    ],
    [/^GET \/users\/@me$/, () => userJson(world.bot)],
    [/^GET \/users\/@me\/guilds$/, () => (world.guild.in ? [{ id: world.guild.id, name: world.guild.name }] : [])],
    [/^GET \/applications\/@me$/, () => ({ ...world.application, flags: 0, description: '' })],
    [/^GET \/guilds\/(\d+)$/, () => guildJson(world)],
    [/^GET \/channels\/(\d+)$/, ([id]) => channelJson(world, id!)],
    [/^GET \/applications\/(\d+)\/commands$/, () => world.commands],
    [/^PUT \/applications\/(\d+)\/commands$/, (_, body) => register(world, body as unknown as Json[])],
    [/^POST \/users\/@me\/channels$/, (_, body) => openDirect(world, String(body.recipient_id))],
    [/^POST \/channels\/(\d+)\/messages$/, ([id], body) => messageJson(world, post(world, id!, body))],
    [/^PATCH \/channels\/(\d+)\/messages\/(\d+)$/, ([, id], body) => messageJson(world, patch(world, id!, body))],
    [/^POST \/channels\/(\d+)\/typing$/, () => undefined],
    [
      /^POST \/interactions\/(\d+)\/([\w-]+)\/callback$/,
      ([id, token], body, query) => called(world, callback(world, id!, token!, body), id!, body, query),
    ],
    [
      /^PATCH \/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      ([token], body) => messageJson(world, editOriginal(world, token!, body)),
    ],
    [/^POST \/webhooks\/\d+\/([\w-]+)$/, ([token], body) => messageJson(world, followUp(world, token!, body))],
  ]
  return (request: IncomingMessage, response: ServerResponse) => {
    const file = /^\/files\/(\d+)$/.exec(request.url ?? '')?.[1]
    if (file) return void response.writeHead(world.files.has(file) ? 200 : 404).end(world.files.get(file))
    void serve(world, routes, request, response)
  }
}

async function serve(
  world: World,
  routes: [RegExp, Handle][],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://discord')
  const asked = `${request.method} ${decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '')}`
  world.requests.push(asked)
  const failure = world.failures.find((one) => one.times > 0 && one.match.test(asked))
  try {
    const text = await bodyOf(request)
    if (failure) failure.times--
    if (failure?.answer === 'hang') return
    if (failure) throw failureOf(failure.answer)
    if (!/\/(interactions|webhooks)\//.test(asked) && request.headers.authorization !== `Bot ${TOKEN}`)
      throw new Refusal(401, 0, '401: Unauthorized')
    const [found, handle] = routeOf(routes, asked)
    const answer = handle(found, (text ? JSON.parse(text) : {}) as Json, url.searchParams)
    send(response, answer === undefined ? 204 : 200, answer)
  } catch (error) {
    refuse(world, asked, response, error, failure && failure.answer !== 'hang' ? failure.answer.retryAfter : undefined)
  } finally {
    world.changed()
  }
}

const failureOf = (answer: { status: number; code?: number; message?: string }) =>
  new Refusal(answer.status, answer.code ?? 0, answer.message ?? `as arranged: ${answer.status}`)

function routeOf(routes: [RegExp, Handle][], asked: string): [string[], Handle] {
  for (const [pattern, handle] of routes) {
    const found = pattern.exec(asked)
    if (found) return [found.slice(1), handle]
  }
  throw new Refusal(404, 0, '404: Not Found')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function send(response: ServerResponse, status: number, answer: unknown, headers: Record<string, string> = {}): void {
  const type = answer === undefined ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, date: new Date().toUTCString(), ...headers })
  response.end(answer === undefined ? undefined : JSON.stringify(answer))
}

function refuse(world: World, asked: string, response: ServerResponse, error: unknown, retryAfter: number | undefined): void {
  const known = error instanceof Refusal ? error : new Refusal(500, 0, String(error))
  world.refusals.push(`${asked}: ${known.status} ${known.code} ${known.message}`)
  if (known.status === 429) {
    const seconds = retryAfter ?? 1
    send(
      response,
      429,
      { message: 'You are being rate limited.', retry_after: seconds, global: false },
      { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
    )
    return
  }
  send(response, known.status, { message: known.message, code: known.code, ...(known.errors && { errors: known.errors }) })
}

function register(world: World, commands: Json[]): Json[] {
  checkCommands(commands)
  world.registrations++
  // Discord adds its own and leaves out what is the default.
  world.commands = commands.map((one) => ({
    ...one,
    id: world.id(),
    application_id: world.application.id,
    version: world.id(),
    default_member_permissions: null,
    nsfw: false,
    description: one.description ?? '',
  }))
  return world.commands
}

function openDirect(world: World, id: string): Json {
  const user = [...world.users.values()].find((one) => one.id === id)
  if (!user) throw new Refusal(404, 10013, 'Unknown User')
  return channelJson(world, user.channel)
}

function post(world: World, channel: string, body: Json): FakeMessage {
  const user = [...world.users.values()].find((one) => one.channel === channel)
  if (!user && channel !== world.guild.channel) throw new Refusal(404, 10003, 'Unknown Channel')
  if (user?.closed) throw new Refusal(403, 50007, 'Cannot send messages to this user')
  checkMessage(body)
  const nonce = body.enforce_nonce === true ? `${channel}:${body.nonce}` : undefined
  const known = nonce && world.nonces.get(nonce)
  if (known) return known
  const message = makeMessage(world, channel, body)
  if (nonce) world.nonces.set(nonce, message)
  return message
}

function patch(world: World, id: string, body: Json): FakeMessage {
  const message = world.messages.get(id)
  if (!message || message.deleted || message.ephemeral) throw new Refusal(404, 10008, 'Unknown Message')
  if (message.author) throw new Refusal(403, 50005, 'Cannot edit a message authored by another user')
  checkMessage(body, { empty: true })
  return editMessage(message, body)
}

const called = (world: World, message: FakeMessage | undefined, id: string, body: Json, query: URLSearchParams) =>
  query.get('with_response') === 'true'
    ? {
        interaction: { id, type: 2, ...(message && { response_message_id: message.id }) },
        resource: { type: body.type, ...(message && { message: messageJson(world, message) }) },
      }
    : undefined
