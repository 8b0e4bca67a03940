import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { guildJson, userJson } from './payloads.ts'
import type { Json } from './types.ts'
import { TOKEN, type World } from './world.ts'

interface Event {
  op: 0
  s: number
  t: string
  d: unknown
}

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)

/** Discord's gateway: hello, identify, heartbeats, resume with what was missed. */
export interface Gateway {
  /** Tells the bot; kept for it while it is away, and given when it resumes. */
  tell: (type: string, data: unknown) => void
  /** Tells the newest event of that type once more, as after a connection that broke too early for an answer. */
  repeat: (type: string) => void
  connected: () => boolean
  /** How often the bot identified anew, and how often it resumed. */
  readonly identified: number
  readonly resumed: number
  /** Cuts every connection, with this close code. */
  drop: (code: number) => void
  /** Sessions are forgotten: whoever resumes must identify anew. */
  forget: () => void
  close: () => void
}

export function gatewayOn(server: Server, world: World, url: () => string): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' })
  let session = ''
  let events: Event[] = []
  let current: WebSocket | undefined
  let identified = 0
  let resumed = 0

  const tell = (t: string, d: unknown) => {
    const event: Event = { op: 0, s: events.length + 1, t, d }
    events.push(event)
    current?.send(JSON.stringify(event))
  }
  const identify = (socket: WebSocket, d: Json) => {
    if (d.token !== TOKEN) return socket.close(4004, 'Authentication failed.')
    if (Number(d.intents) & PRIVILEGED) return socket.close(4014, 'Disallowed intent(s).')
    world.intents = Number(d.intents)
    session = randomUUID()
    events = []
    current = socket
    identified++
    const guilds = world.guild.in ? [{ id: world.guild.id, unavailable: true }] : []
    tell('READY', {
      v: 10,
      user: userJson(world.bot),
      guilds,
      session_id: session,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.application.id, flags: 0 },
    })
    if (world.guild.in) tell('GUILD_CREATE', guildJson(world))
    world.changed()
  }
  const resume = (socket: WebSocket, d: Json) => {
    if (d.token !== TOKEN) return socket.close(4004, 'Authentication failed.')
    if (d.session_id !== session) return socket.send(JSON.stringify({ op: 9, d: false }))
    resumed++
    for (const event of events.filter((one) => one.s > Number(d.seq))) socket.send(JSON.stringify(event))
    current = socket
    tell('RESUMED', {})
    world.changed()
  }
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 2000 } }))
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Json }
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (op === 2) identify(socket, d)
      if (op === 6) resume(socket, d)
    })
    socket.on('close', () => {
      if (current === socket) current = undefined
      world.changed()
    })
  })
  return {
    tell,
    repeat: (type) => {
      const told = events.findLast((one) => one.t === type)
      if (!told) throw new Error(`no ${type} was told yet`)
      tell(type, told.d)
    },
    connected: () => current !== undefined,
    get identified() {
      return identified
    },
    get resumed() {
      return resumed
    },
    drop: (code) => {
      current = undefined
      for (const socket of sockets.clients) socket.close(code)
    },
    forget: () => {
      session = ''
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
