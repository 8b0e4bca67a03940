import { html } from '../../bot/html.ts'
import type { MemberPage, PageContext, Parts } from '../../bot/page.ts'
import { recordEvent } from '../audit/audit.ts'
import { contactById } from '../contacts/contacts.ts'
import { BOM, csvLine } from '../csv.ts'
import { isEmpty } from '../fields/field.ts'
import { fieldsOf, sayingOf } from '../fields/fields.ts'
import { allowExport } from './allowed.ts'
import { type Held, heldAbout } from './person.ts'
import { say } from './words.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** All that is held about one person: what a person may ask for (GDPR, article 15 and 20). */
export const personPage: MemberPage = {
  name: 'export person',
  path: 'person/:id',
  allow: 'rep',
  title: { en: 'Personal data', zh: '个人资料' },
  show: async (context, parts) => {
    const held = await heldFor(context, parts)
    if (!held) return undefined
    const words = say(context.locale)
    const { record, activities, tasks, changes, mentions } = held
    const said = await factsOf(context, record)
    return {
      kind: 'html',
      title: words.personTitle(String(record.name)),
      body: html`<p>${words.personWhat}</p>
<p>${words.found(activities.length, tasks.length, changes.length, mentions.length)}</p>
<dl>${said.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<form method="post">${context.once}<p class="row"><button name="format" value="json" class="primary">${words.personJson}</button> <button name="format" value="csv">${words.personCsv}</button></p></form>`,
    }
  },
  take: async (context, parts, { form }) => {
    const held = await heldFor(context, parts)
    if (!held) return undefined
    const isCsv = form.get('format') === 'csv'
    const name = `${String(held.record.name).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${isCsv ? 'csv' : 'json'}`
    // The record's id, not the name: the audit outlives an erasure.
    await recordEvent(context, 'export person', { about: parts.id ?? null })
    const bytes = isCsv ? lines(held) : pieces(held)
    return { kind: 'file', name, type: isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8', bytes }
  },
}

async function heldFor(context: PageContext, { id = '' }: Parts): Promise<Held | undefined> {
  await allowExport(context)
  return UUID.test(id) && (await contactById(context, id)) ? heldAbout(context, id) : undefined
}

/** What is said of them, as people read it; the file has it as it is kept. */
async function factsOf(context: PageContext, record: Held['record']): Promise<{ label: string; value: string }[]> {
  const fields = await fieldsOf(context, 'contact')
  const saying = await sayingOf(context, fields, [record])
  return fields.flatMap((field) => {
    const value = field.get(record)
    return isEmpty(value) ? [] : [{ label: field.label[context.locale], value: field.say(value, saying) }]
  })
}

async function* pieces(held: Held): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify(held, null, 2)}\n`)
}

async function* lines({ activities, tasks, deals }: Held): AsyncGenerator<Buffer> {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  yield Buffer.from(BOM + csvLine(['What', 'When', 'Kind', 'By', 'Text', 'Rapport id']))
  for (const one of activities)
    yield Buffer.from(csvLine(['activity', text(one.occurredAt), text(one.kind), text(one.by), text(one.note), text(one.id)]))
  for (const one of tasks)
    yield Buffer.from(csvLine(['task', text(one.dueLocal), one.doneAt ? 'done' : 'open', '', text(one.what), text(one.id)]))
  for (const one of deals)
    yield Buffer.from(
      csvLine(['deal', text(one.closedOn ?? one.expectedCloseDate), text(one.stage), '', text(one.name), text(one.id)]),
    )
}
