import type { Job } from '../bot/operation.ts'

/** The safety net: so often everything is looked at, whatever woke us or failed to. */
export const LOOK_AT_LEAST_EVERY = 30_000
/** No two looks are nearer than this, however loudly we are woken. */
export const LOOK_AT_MOST_EVERY = 50

/**
 * All that time brings, in one table: when each job of every noun was last run, and which are to be run now.
 * A job that says it found a full batch is run again at once.
 */
export class Schedule {
  readonly #jobs: { job: Job; ranAt: number }[]

  constructor(jobs: readonly Job[]) {
    this.#jobs = jobs.map((job) => ({ job, ranAt: Number.NEGATIVE_INFINITY }))
  }

  /** The jobs to run at this time (epoch milliseconds). A clock that was set back makes a job due rather than wait for the old time. */
  take(now: number, woken: boolean): Job[] {
    const due = this.#jobs.filter(
      ({ job, ranAt }) => now - ranAt >= job.every || now < ranAt || (woken && job.every <= LOOK_AT_LEAST_EVERY),
    )
    for (const one of due) one.ranAt = now
    return due.map(({ job }) => job)
  }
}
