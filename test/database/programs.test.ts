import { execFileSync } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canEnter } from '../../src/database/embedded/folders.ts'
import { type Package, packagedPrograms, runnablePrograms } from '../../src/database/embedded/programs.ts'
import { startFault } from '../../src/database/embedded/server.ts'
import { serverUser } from '../../src/database/embedded/user.ts'

const root = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
let place: string
let installed: Package

/** The programs as npm unpacks them when it may run no install scripts. */
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'programs-'))
  const { native, version } = await packagedPrograms()
  installed = { native: join(place, 'node_modules', 'native'), version }
  const skip = /\.a$|lib.postgresql.pgxs|extension/
  await cp(native, installed.native, { recursive: true, verbatimSymlinks: true, filter: (file) => !skip.test(file) })
  for (const entry of await readdir(join(installed.native, 'lib'), { withFileTypes: true }))
    if (entry.isSymbolicLink()) await unlink(join(entry.parentPath, entry.name))
})

afterEach(() => rm(place, { recursive: true, force: true }))

const versionOf = (program: string, user?: { uid: number; gid: number }) =>
  execFileSync(program, ['--version'], { ...user, cwd: '/', encoding: 'utf8' })

describe('PostgreSQL’s programs', () => {
  test('need their libraries’ second names, which are made where they lie', async () => {
    expect(() => versionOf(join(installed.native, 'bin', 'postgres'))).toThrow()
    const { postgres, initdb } = await runnablePrograms(installed, undefined, [])
    expect(postgres).toBe(join(installed.native, 'bin', 'postgres'))
    expect(versionOf(postgres) + versionOf(initdb)).toMatch(/18\.\d/)
  })

  test('are made executable', async () => {
    await chmod(join(installed.native, 'bin', 'initdb'), 0o644)
    expect(versionOf((await runnablePrograms(installed, undefined, [])).initdb)).toMatch(/18\.\d/)
  })

  test.runIf(root)('are copied to where the server’s user sees them, once', async () => {
    await chmod(place, 0o755)
    await chmod(join(place, 'node_modules'), 0o700)
    const hidden = join(place, 'hidden')
    await mkdir(hidden, { mode: 0o700 })
    const { postgres } = await runnablePrograms(installed, nobody, [hidden, join(place, 'cache')])
    expect(postgres.startsWith(join(place, 'cache'))).toBe(true)
    expect(versionOf(postgres, nobody)).toMatch(/18\.\d/)
    expect(await readdir(hidden)).toEqual([])
    const { ino } = await lstat(postgres)
    await runnablePrograms(installed, nobody, [join(place, 'cache')])
    expect((await lstat(postgres)).ino).toBe(ino)
  })

  test.runIf(root)('are not taken from where others may have changed them', async () => {
    await chmod(place, 0o755)
    await chmod(join(place, 'node_modules'), 0o700)
    const cache = join(place, 'cache')
    await runnablePrograms(installed, nobody, [cache])
    for (const name of await readdir(cache)) await chmod(join(cache, name), 0o777)
    await expect(runnablePrograms(installed, nobody, [cache])).rejects.toThrow(/somebody else.*DATABASE_URL/)
  })

  test('that this machine has none of are missed with advice', async () => {
    await expect(packagedPrograms('sunos', 'sparc')).rejects.toMatchObject({
      fault: 'unsupported',
      message: expect.stringContaining('DATABASE_URL'),
    })
  })
})

describe('the server’s user', () => {
  test.runIf(root)('under root is nobody, or whoever owns the data', async () => {
    expect((await serverUser(join(place, 'postgres')))?.uid).toBe(65534)
    expect(await serverUser(place)).toMatchObject({ uid: 65534 })
    execFileSync('chown', ['1234:1235', place])
    expect(await serverUser(place)).toEqual({ uid: 1234, gid: 1235 })
  })

  test('can enter a folder when all above it let them', async () => {
    const stranger = { uid: 4321, gid: 4321 }
    await chmod(place, 0o755)
    const inner = join(place, 'node_modules')
    await chmod(inner, 0o711)
    expect(await canEnter(inner, stranger)).toBe(true)
    await chmod(place, 0o750)
    expect(await canEnter(inner, stranger)).toBe(false)
    expect(await canEnter(inner, { uid: process.getuid?.() ?? 0, gid: 1 })).toBe(true)
  })
})

test('what the server said last becomes advice', () => {
  const cluster = {
    folders: { root: '/d', cluster: '/d/postgres', unfinished: '', serverLog: '/d/postgres.log', password: '', sockets: '' },
  }
  expect(startFault(cluster, 'PANIC:  could not write to file "pg_wal/x": No space left on device')).toMatchObject({
    fault: 'full',
    message: expect.stringContaining('Free some space'),
  })
  expect(startFault(cluster, 'FATAL:  database files are incompatible with server').fault).toBe('version')
  expect(startFault(cluster, 'FATAL:  something').message).toMatch(/postgres\.log says why: FATAL: {2}something/)
})
