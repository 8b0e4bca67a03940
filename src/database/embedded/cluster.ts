import { execFile } from 'node:child_process'
import { appendFile, chmod, chown, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseError, messageOf } from '../errors.ts'
import { type Address, passwordOf, SUPERUSER } from './address.ts'
import { canEnter, exists, type Folders, fullDisk, type User } from './folders.ts'
import type { Programs } from './programs.ts'
import { settingsFor, type Tuning } from './settings.ts'

/** The PostgreSQL whose data we can read. */
export const MAJOR = '18'

/** The data, the programs that serve it, and how. */
export interface Cluster {
  folders: Folders
  programs: Programs
  user: User | undefined
  tuning: Tuning
}

/**
 * Makes the cluster if there is none. It is made under another name and renamed when it is whole, so that whatever happens on the way,
 * what bears the name is complete. The folder must be locked.
 */
export async function ensureCluster(cluster: Cluster, kind: Address['kind']): Promise<'made' | 'found'> {
  const { folders } = cluster
  await rm(folders.unfinished, { recursive: true, force: true })
  if (await hasData(folders)) return 'found'
  try {
    await makeUnfinished(cluster, kind)
  } catch (error) {
    await rm(folders.unfinished, { recursive: true, force: true })
    throw error
  }
  await rename(folders.unfinished, folders.cluster)
  await flush(folders.root)
  return 'made'
}

async function makeUnfinished(cluster: Cluster, kind: Address['kind']): Promise<void> {
  const { folders, user } = cluster
  await mkdir(folders.unfinished, { mode: 0o700 })
  if (user) await chown(folders.unfinished, user.uid, user.gid)
  await initialise(cluster, kind)
  await appendFile(join(folders.unfinished, 'postgresql.conf'), `\ninclude '${SETTINGS}'\n`)
}

const SETTINGS = 'rapport.conf'

/** Writes the settings for the next start. */
export async function writeSettings({ folders, user, tuning }: Cluster, address: Address): Promise<void> {
  const file = join(folders.cluster, SETTINGS)
  await writeFile(`${file}.new`, settingsFor(address, tuning))
  if (user) await chown(`${file}.new`, user.uid, user.gid)
  await rename(`${file}.new`, file)
}

/**
 * How a program is run on a data folder. Under root the server's user may not be able to walk to it (it may lie in root's home): Linux lets a
 * process into the folder it was started in all the same.
 */
export async function runIn(
  data: string,
  user: User | undefined,
): Promise<{ data: string; cwd: string; uid?: number; gid?: number }> {
  if (!user || (await canEnter(data, user))) return { data, cwd: data, ...user }
  if (process.platform === 'linux') return { data: '/proc/self/cwd', cwd: data, ...user }
  throw new DatabaseError(
    'unwritable',
    `Under root the database runs as an ordinary user, who cannot reach ${data}. Run the bot as an ordinary user, or set DATA_DIR to a folder that everybody can reach.`,
  )
}

async function hasData(folders: Folders): Promise<boolean> {
  if (!(await exists(folders.cluster))) return false
  const version = join(folders.cluster, 'PG_VERSION')
  if (await exists(version)) {
    const major = (await readFile(version, 'utf8')).trim()
    if (major !== MAJOR) throw otherVersion(folders, major)
    return true
  }
  if ((await readdir(folders.cluster)).length > 0) {
    const advice = 'Restore the folder from a backup, or move it away to start with an empty database.'
    throw new DatabaseError('damaged', `${folders.cluster} is not empty and holds no database. ${advice}`)
  }
  await rmdir(folders.cluster)
  return false
}

async function initialise(cluster: Cluster, kind: Address['kind']): Promise<void> {
  const { folders, programs, user } = cluster
  const faults: string[] = []
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const { data, ...run } = await runIn(folders.unfinished, user)
    const args = [...initdbArguments(data, locale), ...(await authentication(folders, kind, user))]
    const fault = await promisify(execFile)(programs.initdb, args, { ...run, env: plainEnvironment() }).then(() => '', messageOf)
    if (!fault) return
    if (/No space left|Disk quota exceeded/i.test(fault)) throw fullDisk(folders.root, fault)
    faults.push(fault.trim())
    if (!/invalid locale/.test(fault)) break
  }
  throw new DatabaseError('damaged', `A new database could not be made in ${folders.root}: ${faults.at(-1)}`)
}

/**
 * Names sort and compare by PostgreSQL's own tables, the same on every machine. The C library's locale still says what a letter is to pg_trgm,
 * so that plain `C`, under which Chinese has none, is the last resort.
 */
const initdbArguments = (data: string, locale: string): string[] => [
  `--pgdata=${data}`,
  `--username=${SUPERUSER}`,
  '--encoding=UTF8',
  `--locale=${locale}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-messages=C',
]

/** A socket is guarded by its folder, which is its user's alone; a port by a password. */
async function authentication(folders: Folders, kind: Address['kind'], user: User | undefined): Promise<string[]> {
  if (kind === 'socket') return ['--auth-local=trust', '--auth-host=reject']
  await passwordOf(folders, user)
  return ['--auth=scram-sha-256', `--pwfile=${folders.password}`]
}

/** PostgreSQL reads PG… and locale variables from its environment; the bot's must not change it. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TEMP: process.env.TEMP,
  LC_ALL: process.platform === 'win32' ? undefined : 'C',
  TZ: 'UTC',
})

/** Makes a rename in the folder survive a power cut. */
export async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Makes DATA_DIR if need be. Under root it stays open for walking through, for the sake of the server's user. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  if (await exists(dataDir)) return
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  await mkdir(dataDir, { recursive: true, mode })
  await chmod(dataDir, mode)
}

const otherVersion = (folders: Folders, major: string) =>
  new DatabaseError(
    'version',
    `The data in ${folders.cluster} was made by PostgreSQL ${major}; this program brings ${MAJOR}. Make a backup with the version of the bot that used it last, move the folder away, start this one, and restore the backup.`,
  )
