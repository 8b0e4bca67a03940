import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Something was locked with a key that is not at hand, or is not what was locked. */
export class Locked extends Error {}

export interface Box {
  /** The id of the key that is locked with. */
  keyId: string
  /** Locks a text to a place: it opens nowhere else. */
  lock: (text: string, place: string) => string
  /** Throws Locked. */
  open: (locked: string, place: string) => string
}

const NONCE = 12
const TAG = 16

/**
 * AES-256-GCM. The first key locks, all of them open. What is locked names its key by an id made from it (`id.base64url`), so that keys need no
 * names, and is bound to its place: a row copied over another's does not open.
 */
export function boxOf(keys: readonly Buffer[]): Box {
  const byId = new Map(keys.map((key) => [idOf(key), key]))
  const [keyId] = byId.keys()
  const key = keyId && byId.get(keyId)
  if (!key) throw new Error('a box needs a key')
  return {
    keyId,
    lock: (text, place) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${keyId}.${sealed.toString('base64url')}`
    },
    open: (locked, place) => {
      const [id = '', sealed = ''] = locked.split('.')
      const found = byId.get(id)
      if (!found) throw new Locked(`locked with the key ${id}, which TOKEN_KEY does not hold`)
      const bytes = Buffer.from(sealed, 'base64url')
      try {
        const decipher = createDecipheriv('aes-256-gcm', found, bytes.subarray(0, NONCE), { authTagLength: TAG })
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG))
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
      } catch (error) {
        throw new Locked('not what was locked', { cause: error })
      }
    },
  }
}

const idOf = (key: Buffer) => createHash('sha256').update('rapport key').update(key).digest('hex').slice(0, 8)
