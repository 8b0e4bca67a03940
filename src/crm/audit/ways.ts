import type { Context } from '../../bot/context.ts'
import type { Kept } from './audit.ts'
import type { Obstacle } from './obstacle.ts'
import { isTooOld, someChangesOf } from './requests.ts'
import { obstacleTo, standingOf } from './standing.ts'

/** What stands of a request, and whether it can be taken back. */
export interface Way {
  /** What it changed, in the order it was done; the first of a great many. */
  all: readonly Kept[]
  standing: readonly Kept[]
  obstacle?: Obstacle
  /** There are more than are looked at beforehand. */
  isLong: boolean
}

/** Of a request that changed more, it is not said beforehand whether something stands in the way. */
const MOST_CHANGES = 200

/** Which of these requests can be taken back, and what stands in the way of the others; looked at together. */
export async function waysOf(context: Context, requestIds: readonly string[]): Promise<Map<string, Way>> {
  const found = await someChangesOf(context, requestIds, MOST_CHANGES)
  const fresh = [...found.values()].flat().filter((one) => !one.undoneAt && !isTooOld(one.at, context.now))
  const now = await standingOf(context, fresh, false)
  const ways = new Map<string, Way>()
  for (const [request, all] of found) {
    const standing = all.filter((one) => !one.undoneAt)
    const isLong = all.length === MOST_CHANGES
    const isFresh = standing.every((one) => !isTooOld(one.at, context.now))
    const obstacle = standing.length && !isLong && isFresh ? await obstacleTo(context, standing, now) : undefined
    ways.set(request, { all, standing, isLong, ...(obstacle && { obstacle }) })
  }
  return ways
}
