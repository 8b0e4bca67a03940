import { UserError } from '../../../bot/errors.ts'
import { type Html, html } from '../../../bot/html.ts'
import type { MemberPage, PageContext, Seen } from '../../../bot/page.ts'
import { addressOf } from '../../doors/doors.ts'
import { activeMembers } from '../../members/members.ts'
import { ownFields } from '../columns/own.ts'
import { asKept, isTable, type Kept, keepFile, keptBy, LARGEST, move } from '../kept/kept.ts'
import { say } from '../words.ts'
import { type Choices, chosenIn, mapping } from './mapping.ts'
import { outcome } from './outcome.ts'

const LATEST = 20
/** A page of something that goes on is shown again after so many seconds. */
const AGAIN = 2
const title = { en: 'Import', zh: '导入' }

/** A file is sent in here, and the latest ones are listed. */
export const importsPage: MemberPage = {
  name: 'import',
  path: 'import',
  allow: 'manager',
  title,
  largestFile: LARGEST,
  show: async (context) => ({ kind: 'html', body: await listed(context) }),
  take: async (context, _, { file }) => {
    if (!file) return undefined
    const words = say(context.locale)
    if (!isTable(file.name)) throw new UserError(words.noTable(file.name || '?'))
    return context.write(async (within) => addressFor(await keepFile(within, file.name, file.bytes)))
  },
}

const addressFor = (id: string) => addressOf(importPage, { id: id.replace(/^import:/, '') })

async function listed(context: PageContext): Promise<Html> {
  const { db, workspace, me, locale, once } = context
  const words = say(locale)
  const mine = me.role === 'admin' ? {} : { memberId: me.id }
  const where = { workspaceId: workspace.id, state: { not: null }, ...mine }
  const latest = (await db.import.findMany({ where, orderBy: { startedAt: 'desc' }, take: LATEST })).map(asKept)
  const rows = latest.map(
    ({ id, file, state, startedAt }) =>
      html`<tr><td><a href="${addressFor(id)}">${file}</a></td><td>${words.stateOf(state ?? '')}</td><td class="quiet">${startedAt.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: context.zone, dateStyle: 'medium', timeStyle: 'short' })}</td></tr>`,
  )
  return html`<form method="post" class="pane" data-upload>${once}
<label><span>${words.file}</span><input type="file" name="file" required accept=".csv,.tsv,.txt,.xlsx,.vcf"></label>
<p class="quiet">${words.uploadHow(LARGEST / 1024 ** 2)}</p>
<progress hidden max="1" value="0"></progress>
<p class="bad" data-fault="${words.uploadFault}" role="alert"></p>
<button class="primary">${words.upload}</button>
</form>
${latest.length > 0 && html`<h2>${words.latest}</h2><div class="wide"><table><tbody>${rows}</tbody></table></div>`}`
}

/** One file: what would come of it and what its columns hold; how far it is; what came of it. */
export const importPage: MemberPage = {
  name: 'import',
  path: 'import/:id',
  allow: 'manager',
  title,
  show: async (context, { id = '' }) => {
    const kept = await keptBy(context, `import:${id}`)
    return kept?.state ? seen(context, kept, await choicesOf(context)) : undefined
  },
  take: async (context, { id = '' }, { form }) => {
    const kept = await keptBy(context, `import:${id}`)
    if (!kept?.state) return undefined
    const choices = await choicesOf(context)
    return context.write(async (within) => {
      if (!(await done(within, kept, form, choices))) throw new UserError(say(context.locale).moved)
      return addressFor(kept.id)
    })
  },
}

/** What there is to choose from on the page. */
async function choicesOf(context: PageContext): Promise<Choices> {
  const [own, members] = await Promise.all([ownFields(context), activeMembers(context)])
  return { own, members }
}

function done(within: Parameters<typeof move>[0], kept: Kept, form: URLSearchParams, choices: Choices): Promise<boolean> | false {
  switch (form.get('do')) {
    case 'start':
      return move(within, kept.id, ['ready'], 'importing')
    case 'cancel':
      return move(within, kept.id, ['ready', 'unclear'], 'cancelled')
    case 'look':
      return move(within, kept.id, ['ready', 'unclear'], 'reading', { options: chosenIn(form, kept, choices) })
    case 'undo':
      return move(within, kept.id, ['done', 'failed'], 'undoing', { done: 0 })
    default:
      return false
  }
}

function seen({ once, locale }: PageContext, kept: Kept, choices: Choices): Seen {
  const words = say(locale)
  const goesOn = kept.state === 'reading' || kept.state === 'importing' || kept.state === 'undoing'
  const mayChoose = (kept.state === 'ready' || kept.state === 'unclear') && kept.found.headers?.length
  const body = html`${outcome(kept, once, locale, `${addressFor(kept.id)}/faults`)}
${mayChoose && mapping(kept, choices, once, locale)}
<p class="pages"><a href="${addressOf(importsPage)}">${words.again2}</a></p>`
  return { kind: 'html', title: kept.file, body, ...(goesOn && { again: AGAIN }) }
}

/** The lines with something wrong, and what, to mend and import again. */
export const faultsPage: MemberPage = {
  name: 'import',
  path: 'import/:id/faults',
  allow: 'manager',
  title,
  show: async (context, { id = '' }) => {
    const kept = await keptBy(context, `import:${id}`)
    if (!kept) return undefined
    const where = { workspaceId_importId_number: { workspaceId: kept.workspaceId, importId: kept.id, number: -1 } }
    const piece = await context.db.importPiece.findUnique({ where })
    if (!piece) return undefined
    const bytes = (async function* () {
      yield piece.bytes
    })()
    return { kind: 'file', name: `${kept.file}.faults.csv`, type: 'text/csv; charset=utf-8', bytes }
  },
}
