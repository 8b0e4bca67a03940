import type { Temporal } from 'temporal-polyfill'
import { plural } from '../bot/text.ts'
import { standingOf, type TakenBack, takeBackSome } from '../crm/audit/many.ts'
import { ImportError, latestImports } from '../crm/importing/importing.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { progressOn } from './import-report.ts'

interface Taking {
  db: Database
  workspace: { id: string; name: string }
  by: { id: string; name: string }
  now: Temporal.Instant
  stderr: NodeJS.WritableStream
}

/** What is told of one by one; the rest is counted. */
const MOST = 50
/** Milliseconds that some changes may take. */
const LONGEST = 60_000

/** `rapport import --undo ID`: takes back a whole import, however large, a thousand changes at a time; what was changed since stays, and is said. */
export async function undoImport({ db, workspace, by, now, stderr }: Taking, typed: string): Promise<string> {
  const id = typed.startsWith('import:') ? typed : `import:${typed}`
  const all = await standingOf({ db, workspace }, id)
  if (!all) {
    const latest = await imports({ db, workspace })
    throw new ImportError(() => `There is nothing of ${id} to take back. ${latest}`)
  }
  const taking = { workspace, me: by, now, requestId: `undo:${id}:${now.epochMilliseconds}`, operation: 'undo' }
  const progress = progressOn(stderr)
  const done: TakenBack = { taken: 0, stayed: [] }
  do {
    const some = await inTransaction(db, (tx) => takeBackSome({ ...taking, db: tx }, id, done.next), { timeout: LONGEST })
    done.taken += some.taken
    done.stayed.push(...some.stayed)
    done.next = some.next
    progress.show(done.taken + done.stayed.length, all)
  } while (done.next)
  progress.end()
  const lines = [
    `Taken back: ${plural(done.taken, 'change')} of ${id}.`,
    ...(done.stayed.length ? [`${plural(done.stayed.length, 'change')} stayed, because of what came after:`] : []),
    ...done.stayed
      .slice(0, MOST)
      .map(({ name, why }) => `  ${name}: ${why === 'used' ? 'something was entered for it since' : 'changed since'}`),
    ...(done.stayed.length > MOST ? [`  … and ${done.stayed.length - MOST} more`] : []),
  ]
  return `${lines.join('\n')}\n`
}

async function imports(where: Pick<Taking, 'db' | 'workspace'>): Promise<string> {
  const latest = await latestImports(where, 10)
  if (!latest.length) return 'Nothing was imported here yet.'
  return `Imported here were:\n${latest.map(({ id, file, startedAt }) => `  ${id}   ${file}, ${startedAt.toISOString().slice(0, 16)}`).join('\n')}`
}
