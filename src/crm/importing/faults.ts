import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Fault } from './read.ts'
import type { Source } from './reading/source.ts'

/** Writes the rows that something is wrong with, and what, to a file that can be mended and imported again. */
export async function writeFaults(file: string, source: Source, faults: readonly Fault[]): Promise<void> {
  const reasons = new Map<number, string>()
  for (const { line, what } of faults) reasons.set(line, [reasons.get(line), what].filter(Boolean).join(' '))
  const out = createWriteStream(file)
  const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => undefined)
  // With its mark Excel opens it as what it is.
  out.write('\ufeff')
  let columns = 0
  for await (const { line, values } of source.rows()) {
    const reason = columns ? reasons.get(line) : 'reason'
    columns ||= values.length
    if (reason === undefined) continue
    const padded = [...values, ...Array<string>(Math.max(0, columns - values.length)).fill('')]
    if (!out.write(`${[...padded, reason].map(cell).join(',')}\r\n`)) await Promise.race([once(out, 'drain'), failed])
  }
  out.end()
  await Promise.race([once(out, 'close'), failed])
}

/** A value as CSV has it. Before what a spreadsheet would run as a formula stands an apostrophe, which an import takes off again. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
