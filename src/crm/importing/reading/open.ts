import { open } from 'node:fs/promises'
import { ImportError, type ReadOptions, type Source } from './source.ts'
import { spreadsheet } from './spreadsheet.ts'
import { textTable } from './text-table.ts'
import { vcards } from './vcard.ts'

/** Opens a file by what it begins with. Throws ImportError when it is no table that we can read. */
export async function openSource(file: string, options: ReadOptions): Promise<Source> {
  const beginning = await beginningOf(file)
  if (startsWith(beginning, OLD_EXCEL)) throw new ImportError((say) => say.oldWorkbook)
  if (startsWith(beginning, ZIP)) return spreadsheet(file, options)
  if (options.sheet) throw new ImportError((say) => say.noWorkbook)
  // Whatever the encoding: between the letters of UTF-16 stand zeros.
  const text = Buffer.from(beginning.filter((byte) => byte !== 0)).toString('latin1')
  return /^[^A-Z]{0,3}BEGIN:VCARD/i.test(text) ? vcards(file, options) : textTable(file, options)
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Buffer, begin: number[]) => begin.every((byte, at) => bytes[at] === byte)

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: Error) => {
    throw new ImportError((say) => say.unreadable(file, cause.message), { cause })
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.subarray(0, bytesRead)
  } catch (cause) {
    throw new ImportError((say) => say.unreadable(file, cause instanceof Error ? cause.message : String(cause)), { cause })
  } finally {
    await handle.close()
  }
}
