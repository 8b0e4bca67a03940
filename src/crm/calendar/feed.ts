import { catalogue } from '../../bot/text.ts'
import type { Transaction } from '../../database/index.ts'
import type { Moment } from '../../understanding/index.ts'
import { text, written } from '../content-lines.ts'
import { memberById } from '../members/members.ts'
import { whomTheySee } from '../members/sees.ts'
import { openTasks } from '../tasks/tasks.ts'
import { entryLines, yearsOf, zonesOf } from './entry.ts'
import { component } from './ics.ts'
import { zoneLines } from './zone.ts'

const say = catalogue({
  en: { name: (who: string) => `Rapport: ${who}` },
  zh: { name: (who) => `Rapport：${who}` },
})

/** Beyond this a calendar helps nobody; the earliest ones are in it. */
const MOST = 1_000

/** All that a member has open, as an iCalendar file (RFC 5545). The same tasks give the same file, so that it can be told whether anything is new. */
export async function feedOf(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  now: Moment['now'],
): Promise<string> {
  const workspace = { id: workspaceId }
  const owner = await memberById({ db, workspace }, memberId)
  const within = { db, workspace, me: owner, sees: await whomTheySee({ db, workspace, now }, owner) }
  const tasks = await openTasks(within, { ownerId: memberId }, MOST)
  const [from, to] = yearsOf(tasks, { now, zone: owner.timeZone })
  const name = text(say(owner.locale).name(owner.name))
  return written(
    component(
      'VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rapport//Rapport//EN',
      'CALSCALE:GREGORIAN',
      `NAME:${name}`,
      `X-WR-CALNAME:${name}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      ...zonesOf(tasks).flatMap((zone) => zoneLines(zone, from, to)),
      ...tasks.flatMap((task) => entryLines(task, owner)),
    ),
  )
}
