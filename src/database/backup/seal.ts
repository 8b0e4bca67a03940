import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { damaged } from './faults.ts'

/** The last line of every backup: the SHA-256 of all before it. */
const LINE = /^\nSHA-256 ([0-9a-f]{64})\n$/
export const SEAL_LENGTH = 74

/** The header and the body, and behind them their seal. */
export async function* sealed(header: Buffer, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(header)
  yield header
  for await (const chunk of body) {
    hash.update(chunk)
    yield chunk
  }
  yield Buffer.from(`\nSHA-256 ${hash.digest('hex')}\n`)
}

/**
 * Reads the whole file, and says how long it is without its seal.
 * @throws BackupError `damaged` when it was cut or changed.
 */
export async function checkSeal(file: string): Promise<number> {
  const { end, told } = await sealOf(file)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: end - 1, highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer)
  if (hash.digest('hex') !== told) throw damaged(file, 'was changed or damaged: its SHA-256 is another')
  return end
}

async function sealOf(file: string): Promise<{ end: number; told: string }> {
  const handle = await open(file, 'r')
  try {
    const end = (await handle.stat()).size - SEAL_LENGTH
    const { buffer } = await handle.read(Buffer.alloc(SEAL_LENGTH), 0, SEAL_LENGTH, Math.max(end, 0))
    return { end, told: toldIn(end <= 0 ? Buffer.alloc(0) : buffer, file) }
  } finally {
    await handle.close()
  }
}

/**
 * What the seal says that a file ends with.
 * @throws BackupError `damaged` when it is none.
 */
export function toldIn(seal: Buffer, file: string): string {
  const told = LINE.exec(seal.toString('latin1'))?.[1]
  if (!told) throw damaged(file, 'is not whole: its end is missing')
  return told
}
