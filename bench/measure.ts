import { readFile } from 'node:fs/promises'
import type { OpenDatabase } from '../src/database/index.ts'

/** Milliseconds at the given share (0–1) of sorted measurements. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export interface Measured {
  p50: number
  p95: number
  p99: number
  /** Milliseconds of processor time of this process, for each piece of work: what a busy machine does not distort. */
  cpu: number
}

/** Does the work so many times, so many at once, and measures each. The first tenth warms up and does not count. */
export async function measure(times: number, atOnce: number, work: (n: number) => Promise<unknown>): Promise<Measured> {
  const took: number[] = []
  let next = 0
  const before = process.cpuUsage()
  const worker = async () => {
    for (let n = next++; n < times; n = next++) {
      const began = performance.now()
      await work(n)
      if (n >= times / 10) took.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const { user, system } = process.cpuUsage(before)
  took.sort((a, b) => a - b)
  return {
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    p99: percentile(took, 0.99),
    cpu: (user + system) / 1000 / times,
  }
}

export const shown = ({ p50, p99, cpu }: Measured): string =>
  `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, processor ${cpu.toFixed(2)} ms`

/** Seconds of processor time that PostgreSQL's processes for us have taken so far, where it runs on this machine and the machine is a Linux; else not a number. */
export async function serverSeconds({ pool }: OpenDatabase): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = current_database()')
  const each = rows.map(async ({ pid }) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
    // Behind the name: the 14th and 15th are ticks, a hundred a second.
    const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(user) + Number(system)) / 100
  })
  return (await Promise.all(each)).reduce((sum, one) => sum + one, 0)
}
