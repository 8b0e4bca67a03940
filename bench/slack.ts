import { createHmac } from 'node:crypto'
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import bolt from '@slack/bolt'
import express from 'express'
import { Temporal } from 'temporal-polyfill'
import { slackAdapter } from '../src/adapters/slack/index.ts'
import { createBot } from '../src/bot/dispatch.ts'
import { houseOver } from '../src/house.ts'
import { rapportRegistry } from '../src/rooms.ts'
import { measure, shown } from './measure.ts'
import { makeWorld, type World } from './world.ts'

/**
 * `/crm last` and `/crm log` over Slack's HTTP, signed as Slack signs, in a workspace of 100,000 contacts and 1,000,000 activities: as a ratio to a
 * bare Bolt app that answers with one indexed SQL on the same server, in the same run.
 */
const SECRET = 'bench'
const TIMES = Number(process.env.BENCH_TIMES ?? 2000)
const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 100_000)
const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (facts: object) => console.error(facts),
}

export async function benchSlack(): Promise<void> {
  const world = await makeWorld(CONTACTS)
  const api = await listening(
    createServer((_request, response) =>
      response
        .setHeader('Content-Type', 'application/json')
        .end(JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'B1', team_id: 'T1', team: 'Bench' })),
    ),
  )
  const apiUrl = `http://127.0.0.1:${portOf(api)}/api/`
  const ours = await rapport(world, apiUrl)
  const bareLast = await bare(world, apiUrl, 'last')
  const bareLog = await bare(world, apiUrl, 'log')
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const person = (n: number) => world.people[(n * 7919) % world.people.length]!

  for (const atOnce of [1, 16]) {
    for (const [name, port, text] of [
      ['last', bareLast, (n: number) => `last ${person(n).name}`],
      ['log', bareLog, (n: number) => `log called ${person(n).name}, left voicemail, call back tomorrow 10am`],
    ] as const) {
      const base = await measure(TIMES, atOnce, (n) => command(port, agent, text(n), n))
      const own = await measure(TIMES, atOnce, (n) => command(portOf(ours), agent, text(n), n))
      console.log(
        `/crm ${name}, ${atOnce} at a time: ${shown(own)}; bare Bolt and one SQL: ${shown(base)}; ratio of p50: ${(own.p50 / base.p50).toFixed(2)}, of processor time: ${(own.cpu / base.cpu).toFixed(2)}`,
      )
    }
  }
  agent.destroy()
  for (const server of [api, ours]) server.close()
  await world.close()
}

async function rapport(world: World, apiUrl: string): Promise<Server> {
  const app = express()
  const house = houseOver(
    world.database,
    { timeZone: 'Europe/Berlin', locale: 'en' },
    { log: quiet, now: () => Temporal.Now.instant() },
  )
  const adapter = slackAdapter({
    bot: createBot(rapportRegistry(), house),
    config: { botToken: 'xoxb-bench', signingSecret: SECRET, apiUrl },
    log: quiet,
    app,
  })
  await adapter.start()
  return listening(createServer(app))
}

/** What a Bolt app costs that does nothing but the one statement. */
async function bare(world: World, apiUrl: string, what: 'last' | 'log'): Promise<number> {
  const app = new bolt.App({
    token: 'xoxb-bench',
    signingSecret: SECRET,
    clientOptions: { slackApiUrl: apiUrl },
    logLevel: bolt.LogLevel.ERROR,
  })
  app.command(/.*/, async ({ command: { text }, ack }) => {
    const name = /^(?:last|log called) ([^,]+)/.exec(text)?.[1] ?? ''
    const found =
      what === 'last'
        ? await world.database.pool.query(
            `SELECT a.note, a."occurredAt" FROM contacts p JOIN activities a ON a."workspaceId" = p."workspaceId" AND a."contactId" = p.id
             WHERE p."workspaceId" = $1 AND p."searchName" = $2 AND a.kind <> 'note' ORDER BY a."occurredAt" DESC LIMIT 1`,
            [world.workspace, name.toLowerCase()],
          )
        : await world.database.pool.query(
            `INSERT INTO activities ("workspaceId", id, "companyId", "contactId", "otherContactIds", "memberId", kind, "occurredAt", zone, note, "updatedAt")
             SELECT $1, gen_random_uuid(), p."companyId", p.id, '{}', '01900000-0000-7000-8000-00000000aaaa', 'call', now(), 'Europe/Berlin', $3, now()
             FROM contacts p WHERE p."workspaceId" = $1 AND p."searchName" = $2 LIMIT 1 RETURNING note`,
            [world.workspace, name.toLowerCase(), text],
          )
    await ack({ response_type: 'ephemeral', text: String(found.rows[0]?.note ?? 'nothing') })
  })
  const server = await app.start({ port: 0, host: '127.0.0.1' } as never)
  return portOf(server as Server)
}

const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
const portOf = (server: Server) => (server.address() as AddressInfo).port

let sent = 0
/** Sends one signed slash command and waits for its acknowledgement, which must carry the answer. */
function command(port: number, agent: Agent, text: string, n: number): Promise<void> {
  const trigger = `trigger-${process.pid}-${n}-${++sent}`
  const body = new URLSearchParams({
    command: '/crm',
    text,
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'D1',
    trigger_id: trigger,
    response_url: 'http://127.0.0.1:9/',
  }).toString()
  const at = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex')}`
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        agent,
        method: 'POST',
        path: '/slack/events',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Slack-Request-Timestamp': at,
          'X-Slack-Signature': signature,
          'Content-Length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let answer = ''
        response.on('data', (part) => {
          answer += part
        })
        response.on('end', () =>
          response.statusCode === 200 && answer.length > 2 ? resolve() : reject(new Error(`${response.statusCode}: ${answer}`)),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
