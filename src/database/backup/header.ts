import { open } from 'node:fs/promises'
import { messageOf } from '../errors.ts'
import { quoted } from '../statement.ts'
import { BackupError, damaged } from './faults.ts'

/** The form of the file that this program writes, and the newest that it reads. */
export const FORMAT = 1
const MAGIC = 'RAPPORT BACKUP'
/** No header is longer: it names tables and columns. */
export const LONGEST = 1024 * 1024

/** What stands in front of every backup, for people and programs to read. */
export interface Header {
  format: number
  /** The version of Rapport that wrote it, and of the PostgreSQL it came from. */
  product: string
  postgres: string
  takenAt: string
  workspaces: number
  lastMigration: string
  encryption?: Encryption
  migrations: { name: string; checksum: string }[]
  tables: TableHeader[]
  sequences: { name: string; value: string; called: boolean }[]
}

export interface TableHeader {
  name: string
  rows: number
  columns: string[]
}

export interface Encryption {
  cipher: 'aes-256-gcm'
  kdf: 'scrypt'
  N: number
  r: number
  p: number
  salt: string
}

/** A table and its columns, as COPY names them. */
export const placeOf = ({ name, columns }: TableHeader): string => `${quoted(name)} (${columns.map(quoted).join(', ')})`

/** The header as bytes: a first line by which the file is known, JSON with an entry a line, an empty line. */
export function headerBytes(header: Header): Buffer {
  const entry = ([name, value]: [string, unknown]) =>
    `  ${JSON.stringify(name)}: ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`
  const entries = Object.entries(header).filter(([, value]) => value !== undefined)
  return Buffer.from(`${MAGIC} ${header.format}\n{\n${entries.map(entry).join(',\n')}\n}\n\n`)
}

const list = (values: unknown[]) =>
  values.length ? `[\n${values.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]` : '[]'

/** Reads the header of a file, and where it ends. Says nothing of the rest. */
export const readHeader = async (file: string): Promise<{ header: Header; bytes: Buffer }> =>
  headerIn(await beginningOf(file), file)

/** Reads the header from what a file (named for who reads of its faults) begins with. */
export function headerIn(start: Buffer, file: string): { header: Header; bytes: Buffer } {
  const first = start.subarray(0, 64).toString('latin1')
  const format = Number(new RegExp(`^${MAGIC} (\\d+)\n`).exec(first)?.[1])
  if (!format) throw new BackupError('unreadable', `${file} is no backup of Rapport.`)
  if (format > FORMAT)
    throw new BackupError(
      'newer',
      `${file} was written by a newer version of Rapport, in a form that this one cannot read. Use that version.`,
    )
  const end = start.indexOf('\n\n')
  if (end < 0) throw damaged(file, 'is not whole: it ends within its header')
  const bytes = start.subarray(0, end + 2)
  try {
    return { header: JSON.parse(bytes.subarray(first.indexOf('\n')).toString('utf8')) as Header, bytes }
  } catch (error) {
    throw damaged(file, 'was changed: its header cannot be read', error)
  }
}

/** What a file says of itself. */
export const headerOf = async (file: string): Promise<Header> => (await readHeader(file)).header

async function beginningOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST), 0, LONGEST, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new BackupError('unreadable', `${file} cannot be read: ${messageOf(error)}`, error)
  }
}
