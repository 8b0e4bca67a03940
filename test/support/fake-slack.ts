import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { checkMessage, checkView, complaintsAbout } from './slack/check.ts'
import { Refusal } from './slack/refusal.ts'
import type { Json } from './slack/types.ts'

export const SIGNING_SECRET = 'the signing secret of the fake'
/** Slack waits so long for an acknowledgement; a modal's trigger lives as long (milliseconds). */
const THREE_SECONDS = 3_000
const USES_OF_A_RESPONSE_URL = 5

export interface Shown {
  ts: string
  channel: string
  /** Whom it is shown to: one person, or everybody in the channel. */
  to: 'everybody' | string
  body: Json
}

export interface OpenView {
  id: string
  hash: string
  view: Json
}

interface Person {
  name: string
  tz: string
  locale: string
  more: Json
}

/** A Slack on loopback: the Web API, response_urls and Socket Mode, refusing what Slack refuses. */
export class FakeSlack {
  readonly shown: Shown[] = []
  readonly views: OpenView[] = []
  readonly refusals: string[] = []
  /** What a person would notice although Slack takes it. */
  readonly complaints: string[] = []
  readonly #people = new Map<string, Person>()
  readonly #server: Server
  readonly #sockets = new Set<WebSocket>()
  readonly #triggers = new Map<string, number>()
  readonly #responseUrls = new Map<string, { uses: number; channel: string; user: string; ts?: string; ephemeral: boolean }>()
  readonly #acks = new Map<string, (payload: Json | undefined) => void>()
  readonly #answers: { method: string; answer: (response: ServerResponse) => void }[] = []
  #count = 0
  /** How often a socket was opened. */
  connections = 0
  /** Where signed requests go, in HTTP mode; without it everything goes through the socket. */
  endpoint: string | undefined

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
    const sockets = new WebSocketServer({ server: this.#server, path: '/link' })
    sockets.on('connection', (socket) => {
      this.connections++
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      socket.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: Json }
        this.#acks.get(envelope_id)?.(payload)
      })
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }))
    })
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate()
    this.#server.closeAllConnections()
    this.#server.close()
  }

  get #root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
  get apiUrl(): string {
    return `${this.#root}/api/`
  }
  get connected(): number {
    return this.#sockets.size
  }

  person(
    id: string,
    name: string,
    { tz = 'Europe/Berlin', locale = 'en-US', ...more }: Json & { tz?: string; locale?: string } = {},
  ): void {
    this.#people.set(id, { name, tz, locale, more })
  }

  /** The next call of this method is answered like that: `429`, `500`, an error's name. */
  next(method: string, answer: (response: ServerResponse) => void): void {
    this.#answers.push({ method, answer })
  }

  /** Slack closes sockets every few hours, after this frame. */
  disconnect(): void {
    for (const socket of this.#sockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      socket.close()
    }
  }

  // What people do.

  async command(user: string, command: string, text: string, channel = 'C1', trigger = this.#trigger()): Promise<void> {
    const responseUrl = this.#responseUrl(channel, user)
    const body = {
      command,
      text,
      user_id: user,
      team_id: 'T1',
      channel_id: channel,
      trigger_id: trigger,
      response_url: responseUrl,
      user_name: user,
      channel_name: channel,
    }
    const [messages, views] = [this.seenBy(user).length, this.views.length]
    const ack = await this.#send('slash_commands', body, 'form')
    if (ack && (ack.text || ack.blocks)) this.#show(channel, ack.response_type === 'in_channel' ? 'everybody' : user, ack, 'ack')
    // On a busy machine the answer follows its acknowledgement: then it is waited for.
    const isAnswered = () =>
      this.seenBy(user).length > messages && !/Still working on it|还在处理/.test(String(this.seenBy(user).at(-1)?.body.text))
    await this.#until(() => isAnswered() || this.views.length > views)
  }

  async #until(met: () => boolean): Promise<void> {
    for (const end = performance.now() + 15_000; !met(); ) {
      if (performance.now() > end) throw new Error('the bot did not answer')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  dm(user: string, text: string, event = `Ev${++this.#count}`): Promise<unknown> {
    return this.#event({ type: 'message', channel_type: 'im', channel: `D${user}`, user, text, ts: this.#ts() }, event)
  }

  mention(user: string, text: string, channel = 'C1'): Promise<unknown> {
    return this.#event({ type: 'app_mention', channel, user, text: `<@UBOT> ${text}`, ts: this.#ts() }, `Ev${++this.#count}`)
  }

  async press(user: string, message: Shown, label: string): Promise<void> {
    const found = elementsOf(message.body).find((one) => textOf(one.text) === label)
    if (!found) throw new Error(`no button “${label}” on ${JSON.stringify(message.body).slice(0, 600)}`)
    await this.#act(user, message, {
      type: 'button',
      action_id: found.action_id,
      block_id: found.block,
      value: found.value,
      action_ts: this.#ts(),
      text: found.text,
    })
  }

  #act(user: string, message: Shown, action: Json): Promise<unknown> {
    const ephemeral = message.to !== 'everybody'
    const body = {
      type: 'block_actions',
      user: { id: user, team_id: 'T1' },
      team: { id: 'T1' },
      channel: { id: message.channel },
      container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: ephemeral },
      message: { ts: message.ts },
      trigger_id: this.#trigger(),
      response_url: this.#responseUrl(message.channel, user, message),
      actions: [action],
    }
    return this.#send('interactive', body, 'payload')
  }

  async submit(user: string, open: OpenView, values: Record<string, string>): Promise<Json | undefined> {
    const state = Object.fromEntries(
      (open.view.blocks as Json[])
        .filter((block) => block.type === 'input')
        .map((block) => {
          const element = block.element as Json
          const initial =
            (element.initial_value as string | undefined) ??
            (element.initial_option as { value: string } | undefined)?.value ??
            ''
          const value = values[String(block.block_id).replace(/^.*[:.]/, '')] ?? values[String(textOf(block.label))] ?? initial
          const given =
            element.type === 'plain_text_input'
              ? { type: element.type, value: value || null }
              : { type: element.type, selected_option: value ? { value, text: { type: 'plain_text', text: value } } : null }
          return [block.block_id, { [String(element.action_id)]: given }]
        }),
    )
    const view = { ...open.view, id: open.id, hash: open.hash, state: { values: state } }
    const ack = await this.#send(
      'interactive',
      { type: 'view_submission', user: { id: user, team_id: 'T1' }, team: { id: 'T1' }, view },
      'payload',
    )
    if (ack?.response_action === 'update') this.#open(ack.view)
    return ack
  }

  shortcut(user: string, callback: string, message?: { text: string; author: string; channel: string }): Promise<unknown> {
    const common = {
      callback_id: callback,
      user: { id: user, team_id: 'T1' },
      team: { id: 'T1' },
      trigger_id: this.#trigger(),
      action_ts: this.#ts(),
    }
    const body = message
      ? {
          ...common,
          type: 'message_action',
          channel: { id: message.channel },
          message: { type: 'message', text: message.text, user: message.author, ts: this.#ts() },
          message_ts: this.#ts(),
          response_url: this.#responseUrl(message.channel, user),
        }
      : { ...common, type: 'shortcut' }
    return this.#send('interactive', body, 'payload')
  }

  /** The newest message that this person sees; newest last. */
  seenBy(user: string): Shown[] {
    return this.shown.filter(
      (one) => one.to === user || (one.to === 'everybody' && (!one.channel.startsWith('D') || one.channel === `D${user}`)),
    )
  }

  // What goes to the bot.

  #event(event: Json, id: string): Promise<unknown> {
    return this.#send(
      'events_api',
      {
        type: 'event_callback',
        team_id: 'T1',
        event_id: id,
        event_time: 1,
        event,
        authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
      },
      'json',
    )
  }

  async #send(type: string, body: Json, form: 'json' | 'form' | 'payload'): Promise<Json | undefined> {
    const began = performance.now()
    const ack = this.endpoint ? await this.#post(this.endpoint, body, form) : await this.#envelope(type, body)
    if (performance.now() - began > THREE_SECONDS) this.refusals.push(`${type}: acknowledged too late`)
    return ack
  }

  async #post(endpoint: string, body: Json, form: 'json' | 'form' | 'payload'): Promise<Json | undefined> {
    const text =
      form === 'json'
        ? JSON.stringify(body)
        : new URLSearchParams(form === 'form' ? (body as Record<string, string>) : { payload: JSON.stringify(body) }).toString()
    const at = String(Math.floor(Date.now() / 1000))
    const signature = `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${text}`).digest('hex')}`
    const response = await fetch(endpoint, {
      method: 'POST',
      body: text,
      headers: {
        'Content-Type': form === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'X-Slack-Request-Timestamp': at,
        'X-Slack-Signature': signature,
      },
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`the bot answered ${response.status}: ${answer}`)
    return answer.startsWith('{') ? (JSON.parse(answer) as Json) : undefined
  }

  #envelope(type: string, payload: Json): Promise<Json | undefined> {
    const [socket] = this.#sockets
    if (!socket) throw new Error('the bot is not connected')
    const envelope_id = `E${++this.#count}`
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the envelope of ${type} was not acknowledged`)), 2 * THREE_SECONDS)
      this.#acks.set(envelope_id, (answer) => {
        clearTimeout(late)
        resolve(answer)
      })
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }))
    })
  }

  // What the bot asks.

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const part of request) text += part
    const path = (request.url ?? '').split('?')[0] ?? ''
    response.setHeader('Content-Type', 'application/json')
    try {
      if (path.startsWith('/respond/')) return void response.end(JSON.stringify(this.#responded(path, JSON.parse(text) as Json)))
      const method = path.replace('/api/', '')
      const arranged = this.#answers.findIndex((one) => one.method === method)
      if (arranged >= 0) return this.#answers.splice(arranged, 1)[0]!.answer(response)
      response.setHeader('x-oauth-scopes', 'app_mentions:read,chat:write,commands,im:history,im:write,users:read')
      const body = request.headers['content-type']?.includes('json') ? (JSON.parse(text || '{}') as Json) : fromForm(text)
      response.end(JSON.stringify({ ok: true, ...this.#method(method, body) }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.refusals.push(`${path}: ${error.message} ${JSON.stringify(error.reasons ?? '')}`)
      response.end(JSON.stringify({ ok: false, error: error.message, errors: error.reasons }))
    }
  }

  #method(method: string, body: Json): Json {
    switch (method) {
      case 'auth.test':
        return {
          user_id: 'UBOT',
          user: 'rapport',
          bot_id: 'B1',
          team_id: 'T1',
          team: 'Acme Sales',
          url: 'https://acme.slack.com/',
        }
      case 'apps.connections.open':
        return { url: `${this.#root.replace('http', 'ws')}/link` }
      case 'users.info':
        return { user: this.#user(String(body.user)) }
      case 'conversations.open':
        return { channel: { id: `D${body.users}` } }
      case 'conversations.history':
        return { messages: this.shown.filter((one) => one.channel === body.channel).map((one) => ({ ts: one.ts, ...one.body })) }
      case 'chat.getPermalink':
        return { permalink: 'https://acme.slack.com/archives/C1/p1' }
      case 'chat.postMessage':
        return { channel: body.channel, ts: this.#show(String(body.channel), 'everybody', body, method).ts }
      case 'chat.postEphemeral':
        return { message_ts: this.#show(String(body.channel), String(body.user), body, method).ts }
      case 'chat.update':
        return this.#update(body)
      case 'views.open':
        this.#use(String(body.trigger_id))
        return { view: this.#open(body.view) }
      default:
        throw new Refusal('unknown_method', [method])
    }
  }

  #user(id: string): Json {
    const person = this.#people.get(id)
    if (!person) throw new Refusal('user_not_found')
    return {
      id,
      team_id: 'T1',
      name: person.name.toLowerCase(),
      real_name: person.name,
      tz: person.tz,
      locale: person.locale,
      profile: { display_name: person.name, real_name: person.name },
      ...person.more,
    }
  }

  #show(channel: string, to: string, body: Json, method: string): Shown {
    checkMessage(body)
    this.complaints.push(...complaintsAbout(method, body))
    const shown = { ts: this.#ts(), channel, to, body }
    this.shown.push(shown)
    return shown
  }

  #update(body: Json): Json {
    const message = this.shown.find((one) => one.channel === body.channel && one.ts === body.ts && one.to === 'everybody')
    if (!message) throw new Refusal('message_not_found')
    checkMessage(body, { update: true })
    message.body = body
    return { ts: message.ts }
  }

  #open(view: unknown): OpenView {
    checkView(view)
    const open = { id: `V${++this.#count}`, hash: `${this.#count}.h`, view: view as Json }
    this.views.push(open)
    return open
  }

  #responded(path: string, body: Json): Json {
    const known = this.#responseUrls.get(path)
    if (!known || known.uses++ >= USES_OF_A_RESPONSE_URL) throw new Refusal('used_url')
    checkMessage(body)
    const original = body.replace_original ? this.shown.find((one) => one.ts === known.ts) : undefined
    if (original) original.body = body
    else
      this.#show(
        known.channel,
        body.response_type === 'in_channel' || known.channel.startsWith('D') ? 'everybody' : known.user,
        body,
        'response_url',
      )
    return { ok: true }
  }

  #responseUrl(channel: string, user: string, message?: Shown): string {
    const path = `/respond/${++this.#count}`
    this.#responseUrls.set(path, {
      uses: 0,
      channel,
      user,
      ts: message?.ts,
      ephemeral: message !== undefined && message.to !== 'everybody',
    })
    return `${this.#root}${path}`
  }

  #trigger(): string {
    const id = `trigger-${++this.#count}`
    this.#triggers.set(id, performance.now())
    return id
  }

  #use(trigger: string): void {
    const made = this.#triggers.get(trigger)
    if (made === undefined) throw new Refusal('exchanged_trigger_id')
    this.#triggers.delete(trigger)
    if (performance.now() - made > THREE_SECONDS) throw new Refusal('expired_trigger_id')
  }

  readonly #ts = () => `1790000000.${String(++this.#count).padStart(6, '0')}`
}

const textOf = (text: unknown): string => (text && typeof text === 'object' && 'text' in text ? String(text.text) : '')

function elementsOf(body: Json): (Json & { block?: string })[] {
  const blocks = (body.blocks ?? []) as Json[]
  return blocks.flatMap((block) =>
    [...((block.elements as Json[] | undefined) ?? []), ...(block.accessory ? [block.accessory as Json] : [])].map((one) => ({
      ...one,
      block: String(block.block_id ?? ''),
    })),
  )
}

/** All that a message says, as one text. */
export function wordsOf(message: Shown | undefined): string {
  const words: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (value && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) key === 'text' && typeof one === 'string' ? words.push(one) : walk(one)
  }
  walk(message?.body.blocks)
  return words.join('\n')
}

function fromForm(text: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^(?:[[{]|true$|false$)/.test(value) ? JSON.parse(value) : value,
    ]),
  )
}
