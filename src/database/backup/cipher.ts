import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import type { Encryption } from './header.ts'

/**
 * AES-256-GCM in pieces of 64 KiB. Each piece is authenticated together with its place, with whether it is the last, and with the file's header:
 * a piece that was changed, moved, left out, or cut off at the end does not open. The key is this file's alone, by its salt.
 */
const PIECE = 64 * 1024
const TAG = 16

export const newEncryption = (): Encryption => ({
  cipher: 'aes-256-gcm',
  kdf: 'scrypt',
  N: 2 ** 15,
  r: 8,
  p: 3,
  salt: randomBytes(16).toString('base64'),
})

/** The key of a passphrase; takes a third of a second and 32 MB on purpose, so that guessing is slow. */
export function keyOf(passphrase: string, { salt, N, r, p }: Encryption): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer) => (error ? reject(error) : resolve(key))
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 64 * 1024 * 1024 }, done)
  })
}

/** A piece did not open: another key, or not the bytes that were written. */
export class SealBroken extends Error {}

export async function* encrypted(from: AsyncIterable<Buffer>, key: Buffer, header: Buffer): AsyncGenerator<Buffer> {
  for await (const { piece, at, last } of pieces(from, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(at, last)).setAAD(digest(header))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** @throws SealBroken before it passes on anything of a piece that is not as it was written. */
export async function* decrypted(from: AsyncIterable<Buffer>, key: Buffer, header: Buffer): AsyncGenerator<Buffer> {
  for await (const { piece, at, last } of pieces(from, PIECE + TAG)) {
    if (piece.length < TAG) throw new SealBroken()
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(at, last)).setAAD(digest(header))
    decipher.setAuthTag(piece.subarray(-TAG))
    const open = decipher.update(piece.subarray(0, -TAG))
    try {
      decipher.final()
    } catch (cause) {
      throw new SealBroken('', { cause })
    }
    yield open
  }
}

const digest = (header: Buffer) => createHash('sha256').update(header).digest()

/** The place and whether it is the last; never used twice with one key. */
function nonce(at: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(at), 3)
  bytes.writeUInt8(last ? 1 : 0, 11)
  return bytes
}

/** The same bytes in pieces of one size, of which the last may be shorter. */
async function* pieces(from: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; at: number; last: boolean }> {
  let at = 0
  let gathered: Buffer[] = []
  let length = 0
  for await (const chunk of from) {
    gathered.push(chunk)
    length += chunk.length
    if (length <= size) continue
    let rest = Buffer.concat(gathered, length)
    // Something stays back, so that the last piece is known for the last.
    while (rest.length > size) {
      yield { piece: rest.subarray(0, size), at: at++, last: false }
      rest = rest.subarray(size)
    }
    gathered = [rest]
    length = rest.length
  }
  yield { piece: Buffer.concat(gathered, length), at, last: true }
}
