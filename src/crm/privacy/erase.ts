import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { notice, operation } from '../../bot/operation.ts'
import { sayAt } from '../../understanding/index.ts'
import { recordEvent } from '../audit/audit.ts'
import { askErasure } from './erasures.ts'
import type { Whom } from './whom.ts'
import { whomMeant } from './whom.ts'
import { say } from './words.ts'

/** `erase Wei Zhang`: what goes and what stays; pressed, it goes. `keepDays`: for so many days daily backups are kept, where there are any. */
export const eraseBy = (keepDays: number | undefined) =>
  operation({
    name: 'erase',
    zh: '抹除',
    summary: { en: 'Erase a person for good, out of everything that is kept', zh: '把一个人从所有资料中永久抹除' },
    examples: ['erase Wei Zhang', 'erase Acme Corp', 'erase member Bo'],
    group: 'team',
    allow: 'admin',
    effect: 'write',
    rare: true,
    formTitle: { en: 'Erase', zh: '抹除' },
    input: z.object({
      who: field.customer(
        { en: 'Who', zh: '谁' },
        {
          en: 'A person; a company for all its people; member Bo for one who left',
          zh: '一个人；公司（其所有联系人）；member 姓名（已离开的成员）',
        },
      ),
      sure: field.hidden(10).optional(),
    }),
    handle: async (context, { who, sure }) => {
      const whom = await whomMeant(context, who)
      return sure ? begun(context, whom) : asked(context, whom, keepDays)
    },
  })

async function asked(context: Context, whom: Whom, keepDays: number | undefined): Promise<Card> {
  const words = say(context.locale)
  const isMember = whom.noun === 'member'
  const again = isMember ? `member ${whom.ids[0]}` : whom.company ? whom.name : `contact:${whom.ids[0]}`
  const rest = [isMember ? words.staysMember : words.stays, ...(whom.company ? [words.company] : [])].join(' ')
  return card({
    tone: 'warning',
    title: whom.company ? words.titleMany(whom.ids.length, whom.name) : words.title(whom.name),
    lines: [isMember ? words.goesMember : words.goes, rest, words.limits, backupsLine(context, keepDays), words.final],
    fields: await countsOf(context, whom),
    buttons: [
      button(words.yes, 'erase', { who: again, sure: 'yes' }, { style: 'danger' }),
      button(words.no, 'dismiss', { text: words.kept }),
    ],
  })
}

function backupsLine({ now, zone, locale }: Context, keepDays: number | undefined): string {
  if (keepDays === undefined) return say(locale).noBackups
  const day = now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: keepDays + 1 })
  return say(locale).backups(sayAt(day.toString(), { now, zone }, locale))
}

async function countsOf({ db, workspace, locale }: Context, { noun, ids }: Whom) {
  const words = say(locale)
  const [found] =
    noun === 'member'
      ? await db.$queryRaw<{ activities: number; tasks: number; changes: number }[]>`SELECT
          (SELECT count(*)::int FROM activities WHERE "workspaceId" = ${workspace.id}::uuid AND "memberId" = ANY(${ids}::uuid[])) AS activities,
          (SELECT count(*)::int FROM tasks WHERE "workspaceId" = ${workspace.id}::uuid AND "ownerId" = ANY(${ids}::uuid[])) AS tasks,
          (SELECT count(*)::int FROM changes WHERE "workspaceId" = ${workspace.id}::uuid AND noun = 'member' AND "entityId" = ANY(${ids}::uuid[])) AS changes`
      : await db.$queryRaw<{ activities: number; tasks: number; changes: number }[]>`SELECT
          (SELECT count(*)::int FROM activities WHERE "workspaceId" = ${workspace.id}::uuid AND ("contactId" = ANY(${ids}::uuid[]) OR "otherContactIds" && ${ids}::uuid[])) AS activities,
          (SELECT count(*)::int FROM tasks WHERE "workspaceId" = ${workspace.id}::uuid AND "contactId" = ANY(${ids}::uuid[])) AS tasks,
          (SELECT count(*)::int FROM changes WHERE "workspaceId" = ${workspace.id}::uuid AND "entityId" = ANY(${ids}::uuid[])) AS changes`
  const all = [
    { label: words.people, value: String(ids.length) },
    { label: words.activities, value: String(found?.activities ?? 0) },
    { label: words.tasks, value: String(found?.tasks ?? 0) },
    { label: words.changes, value: String(found?.changes ?? 0) },
  ]
  return ids.length > 1 ? all : all.slice(1)
}

/** What is answered names nobody: it is kept. */
async function begun(context: Context, { noun, ids }: Whom): Promise<Card> {
  const { db, workspace, now, locale } = context
  const words = say(locale)
  const known = await db.erasure.findMany({
    where: { workspaceId: workspace.id, noun, recordId: { in: ids }, doneAt: null },
    select: { recordId: true },
  })
  const fresh = ids.filter((id) => !known.some(({ recordId }) => recordId === id))
  if (!fresh.length) return card({ lines: [words.already] })
  for (const id of fresh) await askErasure(context, noun, id)
  // They are found by nobody from now on; what is left of them goes in the background.
  if (noun === 'contact')
    await db.contact.updateMany({
      where: { workspaceId: workspace.id, id: { in: fresh } },
      data: { archivedAt: new Date(now.epochMilliseconds) },
    })
  await recordEvent(context, noun === 'member' ? 'erase member' : 'erase', {
    about: fresh.length === 1 ? fresh[0]! : null,
    count: fresh.length,
  })
  return card({ tone: 'good', lines: [words.begun] })
}

/** Tells who asked that an erasure is done; it names nobody. */
export const erased = notice({
  kind: 'erased',
  input: z.object({ erasure: z.string() }),
  build: async ({ locale }) => card({ tone: 'good', title: say(locale).doneTitle, lines: [say(locale).done] }),
})
