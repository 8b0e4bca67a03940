import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { ImportError } from './source.ts'

/** Its decoder's label, and how it is called in words. */
export interface Encoding {
  label: string
  name: string
}

const NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  gb18030: 'GB18030 (Simplified Chinese)',
  'windows-1252': 'Windows-1252 (Western European)',
}
const named = (label: string): Encoding => ({ label, name: NAMES[label] ?? label })

/** What the person asks for, by any name that the web knows it by. Throws ImportError for one that is none. */
export function encodingCalled(typed: string): Encoding {
  try {
    const { encoding } = new TextDecoder(typed === 'latin-1' ? 'latin1' : typed)
    return named(encoding === 'gbk' ? 'gb18030' : encoding)
  } catch (cause) {
    throw new ImportError((say) => say.noEncoding(typed), { cause })
  }
}

/** The encoding of a text file: by its mark, else by whether all of it is UTF-8, else by how its bytes beyond ASCII stand together. */
export async function encodingOf(file: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const found = new HighBytes()
  let isUtf8 = true
  let first = true
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const marked = first && marksIn(chunk)
    if (marked) return named(marked)
    first = false
    isUtf8 &&= decodes(utf8, chunk)
    found.add(chunk)
  }
  if (isUtf8 && decodes(utf8)) return named('utf-8')
  if (found.isChinese()) return named('gb18030')
  if (found.isWestern()) return named('windows-1252')
  throw new ImportError((say, by) => say.encoding(by))
}

function marksIn([a, b]: Buffer): string | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** In GB18030 two bytes make a character, and the common ones begin with B0 to D7; in a Western text a letter beyond ASCII stands alone among others. */
class HighBytes {
  #pairs = 0
  #common = 0
  #alone = 0
  #lead: number | undefined

  add(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#lead === undefined) {
        if (byte >= 0x80) this.#lead = byte
        continue
      }
      if (byte >= 0x80) {
        this.#pairs++
        if ((this.#lead >= 0xb0 && this.#lead <= 0xd7) || (this.#lead >= 0xa1 && this.#lead <= 0xa3)) this.#common++
      } else this.#alone++
      this.#lead = undefined
    }
  }

  isChinese = () => this.#pairs > this.#alone && this.#common >= 0.7 * this.#pairs
  isWestern = () => this.#alone + (this.#lead === undefined ? 0 : 1) >= this.#pairs
}
