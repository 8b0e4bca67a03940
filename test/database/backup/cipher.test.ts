import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decrypted, encrypted, keyOf, newEncryption } from '../../../src/database/backup/cipher.ts'

const PIECE = 64 * 1024
const SEALED = PIECE + 16
const [key, other, header] = [randomBytes(32), randomBytes(32), Buffer.from('header')]

/** In chunks as a stream has them, of no size in particular. */
async function* chunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007)
}
const all = async (from: AsyncIterable<Buffer>) => {
  const found: Buffer[] = []
  for await (const chunk of from) found.push(chunk)
  return Buffer.concat(found)
}
const opened = (bytes: Buffer, by = key, of = header) => all(decrypted(chunks(bytes), by, of))

test('opens what was closed, at any length', async () => {
  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5]) {
    const bytes = randomBytes(length)
    const closed = await all(encrypted(chunks(bytes), key, header))
    expect((await opened(closed)).equals(bytes)).toBe(true)
  }
})

test('whatever is cut, changed, moved, taken from elsewhere or put under another header does not open', async () => {
  const closed = await all(encrypted(chunks(randomBytes(3 * PIECE + 5)), key, header))
  const elsewhere = await all(encrypted(chunks(randomBytes(3 * PIECE + 5)), other, header))
  const piece = (at: number, from = closed) => from.subarray(at * SEALED, (at + 1) * SEALED)
  const flipped = Buffer.from(closed)
  flipped[SEALED + 7]! ^= 1
  const spoilt = [
    closed.subarray(0, 2 * SEALED),
    closed.subarray(0, -1),
    closed.subarray(0, 8),
    Buffer.alloc(0),
    flipped,
    Buffer.concat([piece(1), piece(0), piece(2), piece(3)]),
    Buffer.concat([piece(0), piece(0), piece(2), piece(3)]),
    Buffer.concat([piece(0), piece(1, elsewhere), piece(2), piece(3)]),
    Buffer.concat([closed, piece(3)]),
  ]
  for (const bytes of spoilt) await expect(opened(bytes)).rejects.toThrow()
  await expect(opened(closed, other)).rejects.toThrow()
  await expect(opened(closed, key, Buffer.from('another'))).rejects.toThrow()
})

test('one passphrase has a key of its own in every file, however its letters are composed', async () => {
  const [one, two] = [newEncryption(), newEncryption()]
  expect(await keyOf('schl\u00fcssel', one)).toEqual(await keyOf('schlu\u0308ssel', one))
  expect(await keyOf('schlüssel', one)).not.toEqual(await keyOf('schlüssel', two))
})
