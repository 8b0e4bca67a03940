import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { isServing, readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { startEmbedded } from '../../src/database/embedded/start.ts'
import { quiet } from '../support/quiet.ts'
import { ask, useBench } from './bench.ts'

const root = process.getuid?.() === 0
const bench = useBench()

describe('the embedded database', () => {
  test('is made once, keeps its rows, and is gone after a clean stop', async () => {
    const first = await bench.start()
    await ask(first, "CREATE TABLE customers AS SELECT 'Acme Corp' AS name")
    const pid = first.pid()
    await bench.stop(first)
    expect(await isServing(pid, bench.cluster())).toBe(false)
    expect(await readPostmaster(bench.cluster())).toBeUndefined()
    const second = await bench.start()
    expect(second.takenOver).toBe(false)
    expect(await ask(second, 'SELECT name FROM customers')).toEqual({ name: 'Acme Corp' })
  })

  test('listens on a socket of its user alone, in UTC, for every language', async () => {
    const server = await bench.start()
    const settings = `SELECT current_setting('listen_addresses') AS listen, current_setting('TimeZone') AS zone, current_setting('fsync') AS fsync,
      current_setting('random_page_cost') AS page, current_setting('server_encoding') AS encoding, 'É' ILIKE 'é' AS letters`
    expect(await ask(server, settings)).toEqual({
      listen: '',
      zone: 'UTC',
      fsync: 'on',
      page: '1.1',
      encoding: 'UTF8',
      letters: true,
    })
    expect(((await stat(server.connection.host)).mode & 0o777).toString(8)).toBe('700')
    await ask(server, 'CREATE EXTENSION pg_trgm')
    expect(await ask(server, "SELECT similarity('北京王伟', '北京王维') > 0.2 AS alike")).toEqual({ alike: true })
  })

  test('listens on a port with a password where there are no sockets', async () => {
    const server = await bench.start({ listen: 'loopback' })
    expect(server.connection.host).toBe('127.0.0.1')
    expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 })
    const stranger = new pg.Client({ ...server.connection, password: 'guess' })
    await expect(stranger.connect()).rejects.toThrow('password authentication failed')
  })

  test.runIf(root)('runs as an ordinary user under root', async () => {
    const server = await bench.start()
    const owner = (await stat(bench.cluster())).uid
    expect(owner).not.toBe(0)
    expect((await stat(`/proc/${server.pid()}`)).uid).toBe(owner)
  })

  test.runIf(root && process.platform === 'linux')('runs in a folder that only root can reach', async () => {
    await chmod(bench.place, 0o700)
    const server = await bench.start()
    expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 })
    await bench.stop(server)
    expect(existsSync(server.connection.host)).toBe(false)
    expect(await ask(await bench.start(), 'SELECT 1 AS one')).toEqual({ one: 1 })
  })

  test('takes a folder with a long name', async () => {
    bench.dataDir = join(bench.place, 'a'.repeat(120), '数据')
    const server = await bench.start()
    expect(server.connection.host.length).toBeLessThan(90)
    expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 })
    await expect(startEmbedded({ dataDir: bench.dataDir, log: quiet })).rejects.toMatchObject({ fault: 'in use' })
  })

  test('begins anew when its making was interrupted', async () => {
    await mkdir(join(bench.dataDir, 'postgres.unfinished', 'base'), { recursive: true })
    await writeFile(join(bench.dataDir, 'postgres.unfinished', 'PG_VERSION'), '18\n')
    expect(await ask(await bench.start(), 'SELECT 1 AS one')).toEqual({ one: 1 })
    expect(existsSync(join(bench.dataDir, 'postgres.unfinished'))).toBe(false)
  })

  test('is made when the making of the bot’s own database was interrupted', async () => {
    const server = await bench.start()
    await ask({ ...server, connection: { ...server.connection, database: 'postgres' } }, 'DROP DATABASE rapport')
    await bench.stop(server)
    expect(await ask(await bench.start(), 'SELECT current_database() AS name')).toEqual({ name: 'rapport' })
  })
})

describe('a folder that cannot be used', () => {
  test('because it is a file', async () => {
    await writeFile(bench.dataDir, '')
    await expect(bench.start()).rejects.toMatchObject({ fault: 'unwritable', message: expect.stringContaining('set DATA_DIR') })
    await rm(bench.dataDir)
  })

  test('because its data is of another PostgreSQL', async () => {
    await mkdir(bench.cluster(), { recursive: true })
    await writeFile(join(bench.cluster(), 'PG_VERSION'), '17\n')
    await expect(bench.start()).rejects.toMatchObject({ fault: 'version', message: expect.stringContaining('PostgreSQL 17') })
  })

  test('because something else lies there', async () => {
    await mkdir(bench.cluster(), { recursive: true })
    await writeFile(join(bench.cluster(), 'diary.txt'), 'mine')
    await expect(bench.start()).rejects.toMatchObject({ fault: 'damaged', message: expect.stringContaining('holds no database') })
    expect(await readFile(join(bench.cluster(), 'diary.txt'), 'utf8')).toBe('mine')
  })

  test('because the data is damaged, and lets go of it', async () => {
    await bench.stop(await bench.start())
    await rename(join(bench.cluster(), 'global'), join(bench.place, 'global'))
    await expect(bench.start()).rejects.toMatchObject({ fault: 'damaged' })
    await rename(join(bench.place, 'global'), join(bench.cluster(), 'global'))
    await bench.start()
  })
})
