import { readFile, stat } from 'node:fs/promises'
import { codeOf, DatabaseError } from '../errors.ts'
import { exists, type User } from './folders.ts'

/** The customary ids of the unprivileged user, for machines whose list of users has none. */
const NOBODY: User = { uid: 65534, gid: 65534 }

/**
 * The user to run the server as; undefined means as ourselves. PostgreSQL refuses to run as root, so under root it is whoever owns the data
 * already, else `nobody`.
 * @throws DatabaseError when the data belongs to somebody whom we cannot become.
 */
export async function serverUser(cluster: string): Promise<User | undefined> {
  const me = process.getuid?.()
  if (me === undefined) return undefined
  const owner = (await exists(cluster)) ? await stat(cluster) : undefined
  if (me !== 0) {
    if (owner && owner.uid !== me) throw someoneElses(cluster, owner.uid, me)
    return undefined
  }
  const nobody = await nobodyHere()
  if (!owner || owner.uid === 0) return nobody
  return { uid: owner.uid, gid: owner.gid === 0 ? nobody.gid : owner.gid }
}

async function nobodyHere(): Promise<User> {
  try {
    const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((user) => user.startsWith('nobody:'))
    const [, , uid, gid] = line?.split(':') ?? []
    // macOS writes -2 for what the kernel calls 4294967294.
    return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : NOBODY
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return NOBODY
    throw error
  }
}

const someoneElses = (cluster: string, owner: number, me: number) =>
  new DatabaseError(
    'unwritable',
    `The data in ${cluster} belongs to the user with id ${owner}, and the bot runs as ${me}, perhaps because it once ran as root. Run it as that user, or give the folder to this one: sudo chown -R ${me} ${cluster}`,
  )
