import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { codeOf } from '../errors.ts'
import { decrypted, keyOf, SealBroken } from './cipher.ts'
import { BackupError, damaged } from './faults.ts'
import { type Header, placeOf, readHeader, type TableHeader } from './header.ts'
import { checkSeal } from './seal.ts'

/** A backup that is whole, opened for reading. */
export interface OpenBackup {
  header: Header
  /** The rows of each table in turn, to be read to their ends before the next. */
  tables: () => AsyncGenerator<{ table: TableHeader; rows: AsyncGenerator<Buffer> }>
}

/**
 * Opens a backup, after it has read all of it once to see that it is whole.
 * @throws BackupError when it was cut or changed, or when the passphrase is missing or another.
 */
export async function openBackup(file: string, passphrase?: string): Promise<OpenBackup> {
  const { header, bytes } = await readHeader(file)
  if (header.encryption && !passphrase)
    throw new BackupError('passphrase', `${file} is encrypted. Set BACKUP_PASSPHRASE to the one that it was taken with.`)
  const end = await checkSeal(file)
  const key = header.encryption && passphrase ? await keyOf(passphrase, header.encryption) : undefined
  const raw = (): AsyncIterable<Buffer> =>
    createReadStream(file, { start: bytes.length, end: end - 1, highWaterMark: 256 * 1024 })
  const body = () => (key ? decrypted(raw(), key, bytes) : raw())
  if (key) await tryPassphrase(file, body())
  return { header, tables: () => tablesIn(file, header, body()) }
}

async function tryPassphrase(file: string, body: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const _ of body) return
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    throw new BackupError('passphrase', `The passphrase in BACKUP_PASSPHRASE does not open ${file}: it was taken with another.`)
  }
}

async function* tablesIn(file: string, header: Header, body: AsyncIterable<Buffer>): ReturnType<OpenBackup['tables']> {
  const text = new Text(pipeline(Readable.from(body, { objectMode: false }), createGunzip(), () => undefined))
  try {
    for (const table of header.tables) {
      if ((await text.line()) !== `COPY ${placeOf(table)} FROM stdin;`) throw new Ended()
      yield { table, rows: text.rows() }
    }
    if ((await text.line()) !== undefined) throw new Ended()
  } catch (error) {
    throw readingFault(file, error)
  } finally {
    await text.close()
  }
}

/** The text is not what the header says. */
class Ended extends Error {}

/** What the readers below say of a file that does not read, whoever asked them. */
export function readingFault(file: string, error: unknown): unknown {
  const broken = error instanceof Ended || error instanceof SealBroken || codeOf(error)?.startsWith('Z_')
  return broken ? damaged(file, 'was changed or damaged: what is in it does not read', error) : error
}

const END = Buffer.from('\n\\.\n')

/** Lines, and rows up to their end, out of bytes that come in pieces of any size. */
class Text {
  readonly #pieces: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(from: AsyncIterable<Buffer>) {
    this.#pieces = from[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#pieces.next()
    if (done) return false
    this.#rest = this.#rest.length ? Buffer.concat([this.#rest, value]) : value
    return true
  }

  /** The next line without its end; undefined when there is none. */
  async line(): Promise<string | undefined> {
    let end = this.#rest.indexOf('\n')
    for (; end < 0; end = this.#rest.indexOf('\n')) {
      if (await this.#more()) continue
      if (this.#rest.length) throw new Ended()
      return undefined
    }
    const line = this.#rest.subarray(0, end).toString('utf8')
    this.#rest = this.#rest.subarray(end + 1)
    return line
  }

  async *rows(): AsyncGenerator<Buffer> {
    while (this.#rest.length < END.length - 1) if (!(await this.#more())) throw new Ended()
    if (this.#rest.subarray(0, END.length - 1).equals(END.subarray(1))) {
      this.#rest = this.#rest.subarray(END.length - 1)
      return
    }
    for (;;) {
      const end = this.#rest.indexOf(END)
      if (end >= 0) {
        yield this.#rest.subarray(0, end + 1)
        this.#rest = this.#rest.subarray(end + END.length)
        return
      }
      // The end may have begun in the last bytes.
      const sure = Math.max(0, this.#rest.length - END.length)
      if (sure) yield this.#rest.subarray(0, sure)
      this.#rest = this.#rest.subarray(sure)
      if (!(await this.#more())) throw new Ended()
    }
  }

  async close(): Promise<void> {
    await this.#pieces.return?.()
  }
}
