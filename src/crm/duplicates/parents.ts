import { isBelow } from '../customers/family.ts'
import type { Row } from '../fields/fields.ts'
import type { Scope } from './records.ts'

interface Company extends Row {
  id: string
  parentId: string | null
}

/**
 * Under whom the one that stays is to stand, so that no company comes to stand above itself. The loser's daughters become the winner's: when the winner is below
 * the loser it takes the loser's place, and the loser's parent is taken over only when it is not below the winner.
 */
export async function parentAfter(scope: Scope, winner: Company, loser: Company, wanted: string | null): Promise<string | null> {
  if (await isBelow(scope, winner.id, loser.id)) return loser.parentId
  if (wanted === null || wanted === loser.id || wanted === winner.id)
    return winner.parentId === loser.id ? loser.parentId : winner.parentId
  return (await isBelow(scope, wanted, winner.id)) ? winner.parentId : wanted
}
