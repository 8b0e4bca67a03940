import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { contentOf } from '../../../src/database/backup/store/store.ts'
import { partSize } from '../../../src/database/backup/store/upload.ts'
import { openStore, rotateStore, type Store } from '../../../src/database/index.ts'
import { fakeS3 } from '../../support/s3/fake.ts'

const s3 = await fakeS3()
const opened = (more: Record<string, string> = {}): Store => openStore(readConfig({ ...s3.environment, ...more }).backup.s3!)
const store = opened()
const MIB = 1024 * 1024
const large = randomBytes(20 * MIB)

/** In chunks as a stream has them, of no size in particular; broken off after some. */
async function* chunks(bytes: Buffer, { most = Number.POSITIVE_INFINITY } = {}): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 100_003) {
    if (at > most) throw new Error('the database went away')
    yield bytes.subarray(at, at + 100_003)
  }
}
const put = (name: string, bytes: Buffer, to = store) => to.put(name, chunks(bytes), { most: bytes.length })
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { fault?: string; message: string }) => ({ fault: error.fault, message: error.message }),
  )

beforeEach(() => {
  s3.objects.clear()
  s3.uploads.clear()
  s3.asked.length = 0
  s3.clock.ahead = 0
})

test('what is small goes in one piece, what is large in parts of one size, and comes back as it was', async () => {
  for (const [name, bytes, parts] of [
    ['empty', Buffer.alloc(0), 0],
    ['small', large.subarray(0, 1000), 0],
    ['just one', large.subarray(0, 8 * MIB), 1],
    ['王伟 & Co+.backup', large, 3],
  ] as const) {
    s3.asked.length = 0
    expect(await put(name, bytes)).toBe(bytes.length)
    expect(s3.asked.filter((one) => one.startsWith('PUT part'))).toHaveLength(parts)
    expect(s3.objects.get(`crm/${name}`)?.equals(bytes)).toBe(true)
    expect((await contentOf(store.read(name))).equals(bytes)).toBe(true)
  }
  expect(s3.uploads.size).toBe(0)
  // A store takes 10,000 parts.
  expect([partSize(0), partSize(1e12)]).toEqual([8 * MIB, 106 * MIB])
})

test('a busy store, and a connection that is cut, are asked again; what was had already is not had twice', async () => {
  s3.trouble('PUT part 2', 'slow')
  s3.trouble('PUT part 1', 'cut')
  s3.trouble('POST upload', 'slow')
  await put('large', large)
  expect(s3.objects.get('crm/large')?.equals(large)).toBe(true)
  s3.trouble('GET object', 'cut', 3)
  expect((await contentOf(store.read('large'))).equals(large)).toBe(true)
})

test('an upload that cannot be finished leaves nothing behind, and says why', async () => {
  s3.trouble('PUT part 2', 'deny')
  expect(await faultOf(put('large', large))).toMatchObject({
    fault: 'refused',
    message: expect.stringContaining('right to list'),
  })
  expect(await faultOf(store.put('large', chunks(large, { most: 12 * MIB }), { most: large.length }))).toEqual({
    fault: undefined,
    message: 'the database went away',
  })
  const stopping = new AbortController()
  const from = async function* () {
    yield* chunks(large.subarray(0, 17 * MIB))
    stopping.abort()
    yield* chunks(large)
  }
  expect(await faultOf(store.put('large', from(), { most: large.length, signal: stopping.signal }))).toBeDefined()
  expect([s3.objects.size, s3.uploads.size]).toEqual([0, 0])
})

test('whatever is wrong is said in words', async () => {
  const said = async (more: Record<string, string>, work: (to: Store) => Promise<unknown> = (to) => to.probe()) =>
    await faultOf(work(opened(more)))
  expect(await said({ BACKUP_S3_KEY: 'other' })).toMatchObject({
    fault: 'refused',
    message: expect.stringContaining('does not know the key'),
  })
  expect(await said({ BACKUP_S3_SECRET: 'other' })).toMatchObject({
    fault: 'refused',
    message: expect.stringContaining('Check BACKUP_S3_SECRET'),
  })
  expect(await said({ BACKUP_S3: 's3://other' })).toMatchObject({
    fault: 'bucket',
    message: expect.stringContaining('has no such bucket'),
  })
  expect(await said({}, (to) => contentOf(to.read('none')))).toMatchObject({ fault: 'unreadable' })
  s3.trouble('PUT object', 'full')
  expect(await said({})).toMatchObject({ fault: 'full', message: expect.stringContaining('no room left') })
  s3.trouble('GET list', 'deny')
  expect(await said({})).toMatchObject({ fault: 'refused', message: expect.stringContaining('lets the key not do that') })
  expect([...s3.objects.keys()]).toEqual([])
  const closed = await fakeS3()
  await closed.stop()
  expect(await said(closed.environment)).toMatchObject({ fault: 'away', message: expect.stringContaining('BACKUP_S3_ENDPOINT') })
  // A store whose clock is another is gone by, and the difference told.
  s3.clock.ahead = 40 * 60_000
  expect(Math.round((await opened().probe()).skew / 60_000)).toBe(40)
})

test('a list of thousands is read to its end, and others’ folders and prefixes stay out of it', async () => {
  for (let n = 0; n < 2500; n++) s3.objects.set(`crm/other-${n}`, Buffer.alloc(1))
  for (const name of ['crm/sub/rapport-daily-2026-01-01.backup', 'crm2/x', 'x']) s3.objects.set(name, Buffer.alloc(1))
  expect(await store.list()).toHaveLength(2500)
  expect(s3.asked).toEqual(['GET list', 'GET list', 'GET list'])
})

test('rotation keeps the newest, and the newest whole one; others’ files stay; what never became whole goes after a day', async () => {
  const seal = Buffer.from(`rows\nSHA-256 ${'a'.repeat(64)}\n`)
  const day = (n: number) => `crm/rapport-daily-2026-11-${n}.backup`
  const others = ['crm/rapport-2026-01-01T000000.backup', 'crm/holiday.jpg', 'crm/sub/rapport-daily-2026-01-01.backup']
  for (const name of [...others, ...[20, 21, 22, 23, 24].map(day)]) s3.objects.set(name, seal)
  const now = new Date()
  const upload = (key: string, hours: number) => ({ key, parts: new Map(), at: new Date(now.getTime() - hours * 3_600_000) })
  s3.uploads
    .set('old', upload(day(19), 25))
    .set('new', upload(day(25), 1))
    .set('theirs', upload('crm/holiday.jpg', 99))
  expect((await rotateStore(store, 3, now)).sort()).toEqual([19, 20, 21].map((n) => day(n).slice(4)))
  expect([...s3.uploads.keys()]).toEqual(['new', 'theirs'])
  // The store spoils the newer ones.
  for (const n of [23, 24]) s3.objects.set(day(n), Buffer.from('spoilt'))
  expect(await rotateStore(store, 1, now)).toEqual([day(23).slice(4)])
  s3.objects.set(day(22), Buffer.alloc(0))
  expect(await rotateStore(store, 1, now)).toEqual([])
  expect([...s3.objects.keys()].sort()).toEqual([...others, day(22), day(24)].sort())
})
