import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Locale } from '../../bot/text.ts'
import { BOM, csvLine } from '../csv.ts'
import { problemsIn } from './problems.ts'
import type { Fault } from './read.ts'
import type { Source } from './reading/source.ts'

/** Writes the rows that something is wrong with, and what, to a file that can be mended and imported again. */
export async function writeFaults(file: string, source: Source, faults: readonly Fault[], locale: Locale = 'en'): Promise<void> {
  const reasons = new Map<number, string>()
  for (const { line, what } of faults) reasons.set(line, [reasons.get(line), what].filter(Boolean).join(' '))
  const out = createWriteStream(file)
  const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => undefined)
  out.write(BOM)
  let columns = 0
  for await (const { line, values } of source.rows()) {
    const reason = columns ? reasons.get(line) : problemsIn(locale).reason
    columns ||= values.length
    if (reason === undefined) continue
    const padded = [...values, ...Array<string>(Math.max(0, columns - values.length)).fill('')]
    if (!out.write(csvLine([...padded, reason]))) await Promise.race([once(out, 'drain'), failed])
  }
  out.end()
  await Promise.race([once(out, 'close'), failed])
}
