import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { chanceOf } from '../support/chance.ts'
import { freshDatabase } from '../support/database.ts'

/** Of a second of ours, so many of the bots'. */
const SPEED = 60
const FROM = Date.parse('2026-11-24T09:00:00Z')
const MEMBERS = 6
const TASKS_EACH = 12
/** All of them fall due within so much of the bots' time. */
const WITHIN = 5 * 60_000
const SEED = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1e9))
const WORKSPACE = '0193b000-0000-7000-8000-000000000001'

interface Came {
  id: string
  user: string
  texts: string[]
  at: number
}

/** A platform that fails in every way, and shows a message once, by its id. */
async function brokenPlatform(chance: () => number) {
  const shown = new Map<string, Came>()
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const came = JSON.parse(body) as Came
    const fate = chance()
    const take = () => shown.has(came.id) || shown.set(came.id, came)
    if (fate < 0.06) return void response.writeHead(429).end()
    if (fate < 0.12) return void response.writeHead(500).end()
    take()
    if (fate < 0.17) return void response.writeHead(500).end() // taken all the same
    if (fate < 0.2) return // taken, and never answered
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { shown, url, close }
}

/** Milliseconds by which a clock is set back. */
const SET_BACK = 80_000

const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

describe.each([
  ['are killed, the database restarts and the platform fails', false],
  ['are killed, the platform fails and their clocks are set', true],
] as const)('while bots %s', (_what, clockSteps) => {
  test(`every reminder comes once, none early (CHAOS_SEED=${SEED})`, { timeout: 60_000 }, async () => {
    console.log(`CHAOS_SEED=${SEED}`)
    const chance = chanceOf(SEED + Number(clockSteps))
    const { connection, prisma: db, pool } = database
    const { due, users } = await fill(chance)
    const platform = await brokenPlatform(chance)
    let step = 0
    const began = Date.now()
    const given = JSON.stringify({
      databaseUrl: connection.connectionString,
      platform: platform.url,
      began,
      from: FROM,
      speed: SPEED,
    })
    const start = () => {
      const child = fork(fileURLToPath(new URL('chaos-bot.ts', import.meta.url)), [given], { execArgv: ['--import', 'tsx'] })
      children.add(child)
      child.on('exit', () => children.delete(child))
      child.on('message', () => child.send({ step }))
      return child
    }
    const bots = [start(), start()]
    const told = () => [...platform.shown.values()].flatMap((one) => one.texts)
    const wake = setInterval(() => void pool.query(`SELECT pg_notify('rapport_owed', '')`).catch(() => undefined), 60)
    const kill = () => {
      const which = Math.floor(chance() * bots.length)
      bots[which]!.kill('SIGKILL')
      bots[which] = start()
    }
    const setClocks = () => {
      step += chance() < 0.5 ? 100_000 : -SET_BACK
      for (const child of bots) child.connected && child.send({ step })
    }
    const until = Date.now() + 15_000
    for (let turn = 0; told().length < due.size && Date.now() < until; turn++) {
      await pause(500 + chance() * 700)
      if (turn % 4 === 2) kill()
      else if (turn % 4 === 0 && told().length > 0) await (clockSteps ? setClocks() : restart())
    }
    await expect.poll(() => told().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(due.size)
    clearInterval(wake)
    for (const child of bots) child.kill('SIGKILL')
    platform.close()

    expect(told().toSorted()).toEqual([...due.keys()].toSorted())
    // A clock may be set back between the look at what is due and the sending of it.
    const setBack = clockSteps ? SET_BACK : 0
    for (const one of platform.shown.values())
      for (const text of one.texts) expect(one.at, text).toBeGreaterThanOrEqual(due.get(text)!.at - setBack)
    for (const one of platform.shown.values()) for (const text of one.texts) expect(due.get(text)!.user).toBe(one.user)
    if (clockSteps) return
    const rows = await db.$queryRaw<{ what: string; user: string }[]>`
      SELECT t.what, i."userId" AS user FROM messages m JOIN tasks t ON t.id = m.about JOIN identities i ON i."memberId" = m."memberId"
      ORDER BY m."createdAt", m.id`
    for (const user of users) {
      const shown = [...platform.shown.values()].filter((one) => one.user === user).flatMap((one) => one.texts)
      expect(shown).toEqual(rows.filter((row) => row.user === user).map((row) => `Reminder: ${row.what}`))
    }
  })
})

const database = await freshDatabase()

/** People, and what each is to be reminded of: most at a time of day, some on a day. */
async function fill(chance: () => number) {
  const { prisma: db } = database
  for (const table of ['messages', 'tasks', 'identities', 'members', 'workspaces'])
    await db.$executeRawUnsafe(`DELETE FROM ${table}`)
  await db.workspace.create({ data: { id: WORKSPACE, name: 'Acme Sales', timeZone: 'Europe/Berlin', locale: 'en' } })
  const due = new Map<string, { at: number; user: string }>()
  const users: string[] = []
  for (let n = 0; n < MEMBERS; n++) {
    const [id, user] = [crypto.randomUUID(), `user${n}`]
    users.push(user)
    const member = {
      workspaceId: WORKSPACE,
      id,
      name: `User ${n}`,
      role: 'rep',
      timeZone: 'Europe/Berlin',
      locale: 'en',
      digest: false,
    }
    await db.member.create({ data: member })
    await db.identity.create({
      data: { workspaceId: WORKSPACE, platform: 'playground', teamId: 'T1', userId: user, memberId: id },
    })
    const tasks = Array.from({ length: TASKS_EACH }, (_, at) => ({
      what: `job ${n}.${at}`,
      at: FROM + Math.floor(chance() * WITHIN),
    }))
    for (const { what, at } of tasks) due.set(`Reminder: ${what}`, { at, user })
    const row = { workspaceId: WORKSPACE, ownerId: id, createdById: id, zone: 'Europe/Berlin' }
    await db.task.createMany({
      data: tasks.map(({ what, at }) => ({
        ...row,
        id: crypto.randomUUID(),
        what,
        dueLocal: chance() < 0.8 ? '2026-11-24T10:00' : '2026-11-24',
        remindAt: new Date(at),
      })),
    })
  }
  return { due, users }
}

/** The database takes no connection for a while, and drops all that there are. */
async function restart(): Promise<void> {
  const client = new pg.Client({ ...inject('server'), database: 'postgres' })
  await client.connect()
  const name = new URL(database.connection.connectionString ?? '').pathname.slice(1)
  await client.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false`)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await pause(300)
  await client.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS true`)
  await client.end()
}
