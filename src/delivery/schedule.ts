import type { Temporal } from 'temporal-polyfill'
import type { Job } from '../bot/operation.ts'
import { type Database, rows, type Sql, sql } from '../database/index.ts'

/** The safety net, in milliseconds: so often everything is looked at, whatever woke us or failed to. */
export const LOOK_AT_LEAST_EVERY = 60_000
/** No two looks are nearer than this, however loudly we are woken. */
export const LOOK_AT_MOST_EVERY = 50
/** What is due and yet was not done (another holds the row, the job failed) is looked at again after this. */
const LOOK_AGAIN_AFTER = 2_000

interface Entry {
  job: Job
  /** Epoch milliseconds. */
  ranAt: number
  nextAt: number | undefined
}

/** All that time brings, in one table: when each job of every noun was last run, when it is to be run again, and which are to be run now. */
export class Schedule {
  readonly #entries: Entry[]

  constructor(jobs: readonly Job[]) {
    this.#entries = jobs.map((job) => ({ job, ranAt: Number.NEGATIVE_INFINITY, nextAt: undefined }))
  }

  /** What is to be asked before jobs are taken, of each job two: when its next work is due, and whether there is anything to do at all. */
  get questions(): Sql[] {
    return this.#entries.flatMap(({ job }) => [job.next?.value ?? sql`NULL`, job.when ?? sql`TRUE`])
  }

  /** The jobs to run at this time, as the answers to the questions have it; without answers, all that could be due. */
  take(now: Temporal.Instant, answers?: readonly unknown[]): Job[] {
    const at = now.epochMilliseconds
    const due = this.#entries.filter((one, n) => {
      const [next, holds] = answers?.slice(2 * n, 2 * n + 2) ?? []
      const { from = asInstant } = one.job.next ?? {}
      const hadCome = hasCome(one.nextAt, at)
      one.nextAt = one.job.next && from(next, now)?.getTime()
      if (isOver(one, at)) return holds !== false
      return hadCome || hasCome(one.nextAt, at) || (one.job.next !== undefined && !answers)
    })
    for (const one of this.#entries) if (due.includes(one) || isOver(one, at)) one.ranAt = at
    return due.map(({ job }) => job)
  }

  /** When each job is to be run next (epoch milliseconds). */
  get due(): number[] {
    return this.#entries.flatMap(({ job, ranAt, nextAt }) => [
      ...(job.every === undefined ? [] : [ranAt + job.every]),
      ...(nextAt === undefined ? [] : [nextAt]),
    ])
  }
}

/** A clock that was set back makes a job due rather than wait for the old time. */
const isOver = ({ job, ranAt }: Entry, now: number) => job.every !== undefined && (now - ranAt >= job.every || now < ranAt)
const hasCome = (at: number | undefined, now: number) => at !== undefined && at <= now

/** An instant as JSON has it. */
export const asInstant = (found: unknown): Date | undefined => (typeof found === 'string' ? new Date(found) : undefined)

/** The answers to many questions, each an expression of one value, in one trip; as JSON has them. */
export async function look(db: Database, questions: readonly Sql[]): Promise<unknown[]> {
  const { text, values } = sql`SELECT jsonb_build_array(${questions.reduce((all, one) => sql`${all}, ${one}`)}) AS found`
  const [answer] = await rows<{ found: unknown[] }>(db, text, values)
  return answer?.found ?? []
}

/** How long to sleep, in milliseconds, when work is due at these instants (epoch milliseconds). */
export function sleepUntil(due: readonly (number | undefined)[], now: number): number {
  const waits = due.map((at) => (at === undefined ? LOOK_AT_LEAST_EVERY : at <= now ? LOOK_AGAIN_AFTER : at - now))
  return Math.max(Math.min(LOOK_AT_LEAST_EVERY, ...waits), LOOK_AT_MOST_EVERY)
}
