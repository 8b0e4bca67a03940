import type { Job } from '../bot/operation.ts'

/** The safety net, in milliseconds: so often everything is looked at, whatever woke us or failed to. */
export const LOOK_AT_LEAST_EVERY = 30_000
/** No two looks are nearer than this, however loudly we are woken. */
export const LOOK_AT_MOST_EVERY = 50
/** What is due and yet was not done (another holds the row, the job failed) is looked at again after this. */
const LOOK_AGAIN_AFTER = 2_000

/**
 * All that time brings, in one table: when each job of every noun was last run, and which are to be run now. A job that can say when its
 * next work is due is run at every look, for that is what we wake up for; another as often as it asks to be.
 */
export class Schedule {
  readonly #jobs: { job: Job; ranAt: number }[]

  constructor(jobs: readonly Job[]) {
    this.#jobs = jobs.map((job) => ({ job, ranAt: Number.NEGATIVE_INFINITY }))
  }

  /** The jobs to run at this time (epoch milliseconds). A clock that was set back makes a job due rather than wait for the old time. */
  take(now: number): Job[] {
    const due = this.#jobs.filter(({ job, ranAt }) => job.nextAt !== undefined || now - ranAt >= job.every || now < ranAt)
    for (const one of due) one.ranAt = now
    return due.map(({ job }) => job)
  }

  /** The jobs that can say when their next work is due. */
  get timed(): Job[] {
    return this.#jobs.map(({ job }) => job).filter((job) => job.nextAt !== undefined)
  }
}

/** How long to sleep, in milliseconds, when work is due at these instants (epoch milliseconds). */
export function sleepUntil(due: readonly (number | undefined)[], now: number): number {
  const waits = due.map((at) => (at === undefined ? LOOK_AT_LEAST_EVERY : at <= now ? LOOK_AGAIN_AFTER : at - now))
  return Math.max(Math.min(LOOK_AT_LEAST_EVERY, ...waits), LOOK_AT_MOST_EVERY)
}
