import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseDue } from '../../../src/crm/privacy/erasures.ts'
import { cardOf, type Person, rapport, type TestHouse } from '../../support/rapport.ts'

/** Words that nothing else says. */
const NAME = 'Zorvath Quexley'
const MARKS = 'zorvath|quexley|zq-mail|555\\D{0,3}0147|quiet skipper|zqleft'

let house: TestHouse
let ana: Person
beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  for (const line of ['help', 'add company Acme Corp', 'add company Globex', 'add contact Homer Simpson at Globex'])
    await ana.say(line)
})
afterAll(() => expect(house.faults).toEqual([]))

const db = () => house.database.prisma

/** Where a mark stands: `table.column`, of all columns of all tables that the catalogue knows; bytes are read as the text they are. */
async function marked(marks = MARKS): Promise<string[]> {
  const columns = await db().$queryRaw<{ table: string; column: string; type: string }[]>`
    SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
    ORDER BY 1, 2`
  expect(columns.length).toBeGreaterThan(200)
  const found: string[] = []
  for (const table of new Set(columns.map((one) => one.table))) {
    const here = columns.filter((one) => one.table === table)
    const text = ({ column, type }: (typeof here)[0]) =>
      type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
    const looks = here.map((one) => `bool_or(${text(one)} ~* $1) AS "${one.column}"`)
    const [row] = await db().$queryRawUnsafe<Record<string, boolean>[]>(`SELECT ${looks.join(', ')} FROM "${table}"`, marks)
    for (const { column } of here) if (row?.[column]) found.push(`${table}.${column}`)
  }
  return found
}

/** Works on what was dropped until nothing is left to do. */
async function worked(): Promise<void> {
  do await house.delivery.tick()
  while (await db().import.count({ where: { state: { in: ['reading', 'importing', 'undoing'] } } }))
  await house.delivery.tick()
}

const lastCard = (words: string) => ana.inbox.findLast((card) => JSON.stringify(card).includes(words))!

/** The first and the last name stand apart; the last line is wrong, and is shown with its values. */
const LIST = [
  'Company,First Name,Salutation,Last Name,Email,Phone,Website',
  'Initech,Zorvath,Mr,Quexley,zq-mail@initech.example,+1 212 555 0147,',
  'Hooli,Bill,Mr,Lumbergh,bill@hooli.example,,',
  'Umbrella,Zorvath,,Quexley,zq-mail@x.example,,not a site',
].join('\n')

async function lived(): Promise<string> {
  await ana.drop('people of Zorvath Quexley.csv', LIST)
  await worked()
  await ana.press(lastCard('this would come of it'), 'Import')
  await worked()
  // One that is not imported yet, and one that names nobody of ours.
  await ana.drop('later.csv', LIST)
  await ana.drop('others.csv', 'Company,Email\nVandelay,art@vandelay.example\n')
  await worked()
  const { id } = await db().contact.findFirstOrThrow({ where: { name: NAME, company: { name: 'Initech' } } })
  const customer = `contact:${id}`
  for (const line of [
    'field add contact Nickname text',
    'field add company Partner text',
    `edit ${customer} nickname=quiet skipper, address=1 Zqleft Road, title=Zqleft lead`,
    'edit acme partner=Zorvath Quexley',
    `attach ${customer} https://drive.example/zqleft.pdf the zqleft papers`,
    'attach acme https://drive.example/zorvath-quexley.pdf an offer to Zorvath Quexley',
    `relate ${customer} works with Homer Simpson`,
    `log Homer Simpson and Zorvath Quexley at Initech met, Zorvath was kind, Quexley too`,
    'segment save Theirs = contacts called Zorvath Quexley',
    `keep ${customer} every 30 days`,
    'find contacts called Zorvath Quexley',
    `export person ${customer}`,
    `history ${customer}`,
    `add deal ${customer}: Zorvath upgrade 5k`,
    'lose deal zorvath upgrade: Quexley said no, call 212 555 0147',
    'add deal acme: offer to Zorvath Quexley 7k',
    `log Nobody Atall: ${'x'.repeat(300)} zq-mail@initech.example Zorvath`,
    `add contact ${NAME} at Acme Corp zq-mail@initech.example`,
  ])
    await ana.command(line)
  for (const [operation, values] of [
    ['tag', { customer, tags: 'zqleft' }],
    ['no contact', { customer, why: 'zqleft wants quiet' }],
    ['log', { customer, line: 'called, Zorvath said (212) 555-0147. Call Zorvath back Thursday 10am' }],
    ['remind', { customer: 'Globex', when: 'tomorrow 9am', what: 'ask\nZorvath\nQuexley' }],
    ['remind', { customer, when: 'tomorrow 9am', what: 'ask Zorvath about the boat' }],
  ] as const)
    await ana.ask({ kind: 'options', operation, values })
  house.clock.pass({ hours: 24 })
  await house.delivery.tick()
  await house.delivery.tick()
  return customer
}

test('of who is erased nothing stands in any column of any table, whatever road it came by', async () => {
  const customer = await lived()
  const before = await marked()
  for (const place of [
    'activities.note',
    'activities.words',
    'answered_requests.reply',
    'attachments.name',
    'attachments.url',
    'changes.after',
    'changes.before',
    'companies.custom',
    'contacts.address',
    'contacts.custom',
    'contacts.doNotContactWhy',
    'contacts.emails',
    'contacts.phones',
    'contacts.searchName',
    'contacts.tags',
    'custom_values.text',
    'import_pieces.bytes',
    'imports.file',
    'imports.found',
    'messages.shown',
    'name_words.word',
    'parked_inputs.input',
    'segments.filter',
    'segments.words',
    'tasks.what',
  ])
    expect(before).toContain(place)
  // The one at Umbrella, and the one that was added to Acme Corp, are other people of that name: they go first.
  for (const who of ['Umbrella', 'Acme Corp']) {
    const other = await db().contact.findFirst({ where: { name: NAME, company: { name: who } } })
    if (other) await ana.press(cardOf(await ana.command(`erase contact:${other.id}`)), 'Erase for good')
  }
  await ana.press(cardOf(await ana.command(`erase ${customer}`)), 'Erase for good')
  await eraseDue(db(), house.clock.now())
  await house.delivery.tick()
  expect(await marked()).toEqual([])
  // Once more, everything that is made in the background.
  house.clock.pass({ hours: 25 })
  await house.delivery.tick()
  expect(await marked()).toEqual([])
  const [{ count } = { count: 0 }] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM erasures`
  expect(count).toBeGreaterThan(0)
}, 240_000)

test('a file that names them is gone, and is not imported any more; one that does not is still there', async () => {
  const imports = await db().import.findMany({ orderBy: { file: 'asc' }, select: { id: true, file: true, state: true } })
  expect(imports.map(({ file, state }) => [file, state])).toEqual([
    ['later.csv', 'cancelled'],
    ['others.csv', 'ready'],
    ['people of (erased).csv', 'done'],
  ])
  const pieces = await db().importPiece.findMany({ select: { importId: true } })
  expect(pieces.map(({ importId }) => importId)).toEqual([imports[1]!.id])
})

test('an erasure waits for a file that is being imported', async () => {
  await ana.command('add contact Tamsin Doublerow at Globex')
  await ana.press(cardOf(await ana.command('erase Tamsin Doublerow')), 'Erase for good')
  const [one] = await db().import.findMany({ where: { file: 'others.csv' } })
  const where = { workspaceId_id: { workspaceId: one!.workspaceId, id: one!.id } }
  await db().import.update({ where, data: { state: 'importing', claimedUntil: new Date('2027-06-01') } })
  await house.delivery.tick()
  expect(await db().erasure.count({ where: { doneAt: null } })).toBe(1)
  await db().import.update({ where, data: { state: 'done', claimedUntil: null } })
  await house.delivery.tick()
  expect(await db().erasure.count({ where: { doneAt: null } })).toBe(0)
  expect(await marked('doublerow')).toEqual([])
}, 120_000)
