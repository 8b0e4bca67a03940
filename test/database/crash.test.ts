import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { isServing, readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { startEmbedded } from '../../src/database/embedded/start.ts'
import { openDatabase } from '../../src/database/index.ts'
import { until } from '../../src/database/patience.ts'
import { quiet } from '../support/quiet.ts'
import { ask, ended, killed, useBench } from './bench.ts'

const bench = useBench()

describe('after the bot was killed', () => {
  test('the server that still runs is taken over, and stopped in the end', async () => {
    const bot = bench.startBot()
    const said = await bot.says()
    const pid = Number(said.split(' ')[1])
    expect(said).toBe(`up ${pid} started`)
    await killed(bot.process)
    expect(await isServing(pid, bench.cluster())).toBe(true)
    const next = bench.startBot()
    expect(await next.says()).toBe(`up ${pid} taken over`)
    next.process.kill('SIGTERM')
    expect(await next.says()).toBe('stopped')
    expect(await isServing(pid, bench.cluster())).toBe(false)
  })

  test('and its server with it, what was committed is there', async () => {
    const bot = bench.startBot()
    const pid = Number((await bot.says()).split(' ')[1])
    const socket = (await readPostmaster(bench.cluster()))?.socketFolder
    const client = new pg.Client({ host: socket, user: 'rapport', database: 'rapport' })
    client.on('error', () => undefined)
    await client.connect()
    await client.query("CREATE TABLE customers AS SELECT 'Acme Corp' AS name")
    bot.process.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    const server = await bench.start()
    expect(server.takenOver).toBe(false)
    expect(await ask(server, 'SELECT name FROM customers')).toEqual({ name: 'Acme Corp' })
  })

  test('a number that another process was given since is not taken for the server', async () => {
    const server = await bench.start()
    await bench.stop(server)
    await writeFile(
      join(bench.cluster(), 'postmaster.pid'),
      `${process.pid}\n${bench.cluster()}\n1700000000\n5432\n${server.connection.host}\n\n  1 1\nready   \n`,
    )
    expect((await bench.start()).takenOver).toBe(false)
  })

  test('a server whose socket was cleared away is stopped and started again', async () => {
    const bot = bench.startBot()
    const pid = Number((await bot.says()).split(' ')[1])
    await killed(bot.process)
    await rm(join((await readPostmaster(bench.cluster()))?.socketFolder ?? '', '.s.PGSQL.5432'))
    const server = await bench.start()
    expect(server.pid()).not.toBe(pid)
    expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 })
  })
})

describe('two bots on one folder', () => {
  test('the second says so and stops', async () => {
    const first = bench.startBot()
    expect(await first.says()).toMatch(/^up \d+ started/)
    const second = bench.startBot()
    expect(await second.says()).toContain(`refused Another Rapport (process ${first.process.pid}) is using the data folder`)
    await ended(second.process)
    first.process.kill('SIGTERM')
    expect(await first.says()).toBe('stopped')
  })

  test('that start together after a crash: one gets it', async () => {
    const first = bench.startBot()
    await first.says()
    await killed(first.process)
    const together = [bench.startBot(), bench.startBot(), bench.startBot()]
    const said = await Promise.all(together.map((bot) => bot.says()))
    expect(said.filter((line) => line.startsWith('up'))).toHaveLength(1)
    expect(said.filter((line) => line.startsWith('refused Another Rapport'))).toHaveLength(2)
  })

  test('a folder may be taken again in one process after it was given back', async () => {
    const first = await bench.start()
    await expect(startEmbedded({ dataDir: bench.dataDir, log: quiet })).rejects.toMatchObject({ fault: 'in use' })
    await bench.stop(first)
    await bench.start()
  })
})

describe('a server that dies while the bot runs', () => {
  test('is started again, and the open database works again', async () => {
    const database = await openDatabase({ dataDir: bench.dataDir, log: quiet })
    const pid = (await readPostmaster(bench.cluster()))?.pid ?? 0
    await database.pool.query("CREATE TABLE customers AS SELECT 'Acme Corp' AS name")
    process.kill(pid, 'SIGKILL')
    expect(await until(async () => !(await isServing(pid, bench.cluster())), 5000)).toBe(true)
    const names = () =>
      database.pool.query('SELECT name FROM customers').then(
        ({ rows }) => rows,
        () => 'not yet',
      )
    await expect.poll(names, { timeout: 20_000 }).toEqual([{ name: 'Acme Corp' }])
    await expect.poll(() => database.health(), { timeout: 20_000 }).toMatchObject({ ok: true })
    await database.close()
    expect(await readPostmaster(bench.cluster())).toBeUndefined()
  })
})
