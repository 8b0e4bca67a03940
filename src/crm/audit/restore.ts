import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { type Kept, record } from './audit.ts'
import { followed } from './followed.ts'
import { type Merge, moveAgain, moveBack } from './moved.ts'
import { type Names, namesIn } from './names.ts'
import { type Obstacle, overtakenBy, sayObstacle } from './obstacle.ts'
import { columnsOf, foundBy, only, together } from './overtaken.ts'
import { gone, obstacleTo, type Standing, standingOf } from './standing.ts'
import { keyOf, nameOfRow, tableOf } from './tables.ts'
import { say } from './words.ts'

/**
 * Puts back what these changes did, the last one first, all of it or nothing; `as` is what that is called in the audit. Gives the names that
 * stand in them. Throws UserError, saying what stands in the way.
 */
export async function takeBack(context: Context, kept: readonly Kept[], as: 'undo' | 'redo'): Promise<Names> {
  const changes = await followed(context, kept)
  const names = await namesIn(context, changes)
  const standing = await standingOf(context, changes, true)
  await unless(context, await obstacleTo(context, changes, standing), names, as)
  for (const change of changes.toReversed()) {
    if (change.noun === 'merge') await unless(context, await mergePutBack(context, change, changes), names, as)
    else await putBack(context, change, standing)
    // Taking back is a change like any other, and written down as one.
    const after = change.before ?? { ...change.after, ...gone(change.noun, context.now) }
    await record(
      { ...context, operation: as },
      { noun: change.noun, id: change.entityId, before: change.after, after, undoes: change.id },
    )
  }
  return names
}

async function unless(context: Context, obstacle: Obstacle | undefined, names: Names, as: string): Promise<void> {
  if (!obstacle) return
  const said = [await sayObstacle(context, obstacle, names), say(context.locale).unchanged]
  throw new UserError(said.join(context.locale === 'en' ? ' ' : ''), {
    mend: false,
    cause: `in the way of ${as}: ${obstacle.kind}`,
  })
}

/** What a merge moved goes back; of one that was taken back, it is moved again. */
async function mergePutBack(context: Context, change: Kept, changes: readonly Kept[]): Promise<Obstacle | undefined> {
  const merge = (change.before ?? change.after) as unknown as Merge
  if (change.before) return (await moveAgain(context, merge)) ? undefined : { kind: 'used', name: merge.loser }
  return (await moveBack(context, merge)) ? undefined : overtakenBy(context, change, changes, [])
}

async function putBack(context: Context, change: Kept, standing: Standing): Promise<void> {
  const { db, workspace, now } = context
  const table = tableOf(db, change.noun)
  if (!change.after) return void (await table.create({ data: change.before ?? {} }))
  const where = keyOf(workspace.id, change)
  const row = standing.get(nameOfRow(change)) ?? {}
  const data = change.before
    ? { ...together(row, only(change.before, columnsOf(change))), ...foundBy(change.noun, change.before) }
    : gone(change.noun, now)
  standing.set(nameOfRow(change), { ...row, ...data })
  await table.update({ where, data })
}
