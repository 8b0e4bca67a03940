import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Json } from './types.ts'
import { THREE_SECONDS, type World } from './world.ts'

export const SIGNING_SECRET = 'the signing secret of the fake'
const PING = 5_000

type Kind = 'slash_commands' | 'interactive' | 'events_api'

const TICK = 50

/** Calls back after so long (milliseconds), counted in ticks that this process had time for: a busy machine is not the bot's fault. */
function patience(longest: number, over: () => void): () => void {
  let left = longest / TICK
  const timer = setInterval(() => {
    if (--left > 0) return
    clearInterval(timer)
    over()
  }, TICK)
  return () => clearInterval(timer)
}

/** A request to the bot, signed as Slack does; `tamper` spoils it first. */
export function signed(text: string, json: boolean, at = Math.floor(Date.now() / 1_000), retry = 0) {
  const signature = `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${text}`).digest('hex')}`
  return {
    method: 'POST',
    body: text,
    headers: {
      'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      'X-Slack-Request-Timestamp': String(at),
      'X-Slack-Signature': signature,
      ...(retry > 0 && { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'http_timeout' }),
    },
  }
}

/** Brings to the bot what people do, by signed HTTP or through a socket, and gives what it acknowledged with. */
export class Wire {
  readonly #world: World
  readonly #sockets = new Set<WebSocket>()
  readonly #acks = new Map<string, (payload: Json | undefined) => void>()
  /** How often a socket was opened. */
  connections = 0
  /** Where signed requests go; without it everything goes through the socket. */
  endpoint: string | undefined

  constructor(world: World, server: Server) {
    this.#world = world
    new WebSocketServer({ server, path: '/link' }).on('connection', (socket) => this.#welcome(socket))
  }

  get connected(): number {
    return this.#sockets.size
  }

  #welcome(socket: WebSocket): void {
    this.connections++
    this.#sockets.add(socket)
    const pinging = setInterval(() => socket.ping(), PING).unref()
    socket.on('close', () => {
      clearInterval(pinging)
      this.#sockets.delete(socket)
    })
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: Json }
      this.#acks.get(envelope_id)?.(payload)
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.#sockets.size, connection_info: { app_id: 'A1' } }))
  }

  /** Slack closes sockets every few hours, after this frame. */
  disconnect(): void {
    for (const socket of this.#sockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      socket.close()
    }
  }

  /** The network breaks: no frame, no goodbye. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  /** Throws `operation_timeout` when nothing is acknowledged within three seconds, as Slack then tells the person. */
  async send(kind: Kind, body: Json, retry = 0): Promise<Json | undefined> {
    try {
      return this.endpoint ? await this.#post(this.endpoint, kind, body, retry) : await this.#envelope(kind, body, retry)
    } catch (error) {
      this.#world.refusals.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    }
  }

  async #post(endpoint: string, kind: Kind, body: Json, retry: number): Promise<Json | undefined> {
    const form = () =>
      new URLSearchParams(kind === 'slash_commands' ? (body as Record<string, string>) : { payload: JSON.stringify(body) })
    const json = kind === 'events_api'
    const request = signed(json ? JSON.stringify(body) : form().toString(), json, undefined, retry)
    const late = new AbortController()
    const inTime = patience(THREE_SECONDS, () => late.abort())
    const response = await fetch(endpoint, { ...request, signal: late.signal })
      .catch((error: unknown) => {
        throw new Error(late.signal.aborted ? 'operation_timeout' : 'dispatch_failed', { cause: error })
      })
      .finally(inTime)
    const answer = await response.text()
    if (!response.ok) throw new Error(`dispatch_failed: ${response.status} ${answer}`)
    return answer.startsWith('{') ? (JSON.parse(answer) as Json) : undefined
  }

  #envelope(type: Kind, payload: Json, retry: number): Promise<Json | undefined> {
    const [socket] = this.#sockets
    if (!socket) throw new Error('dispatch_failed: the bot is not connected')
    const envelope_id = `E${this.#world.next()}`
    return new Promise((resolve, reject) => {
      const inTime = patience(THREE_SECONDS, () => reject(new Error('operation_timeout')))
      this.#acks.set(envelope_id, (answer) => {
        inTime()
        this.#acks.delete(envelope_id)
        resolve(answer && Object.keys(answer).length ? answer : undefined)
      })
      const more = retry > 0 ? { retry_attempt: retry, retry_reason: 'timeout' } : {}
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api', ...more }))
    })
  }
}
