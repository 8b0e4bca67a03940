import { beforeEach, expect, test } from 'vitest'
import { beginImport, importFile, openSource } from '../../src/crm/importing/importing.ts'
import { freshDatabase } from '../support/database.ts'
import { importer } from '../support/importing.ts'
import { rapport, said } from '../support/rapport.ts'

const database = await freshDatabase()
const db = database.prisma
const house = await rapport({ over: database })
const { file, run } = await importer(database, house.clock.now)
const ana = house.person('Ana')
await ana.say('help')
const bo = house.person('Bo')
await bo.say('help')

beforeEach(async () => {
  await db.activity.deleteMany()
  await db.contact.deleteMany()
  await db.company.deleteMany()
  await db.change.deleteMany()
  await db.import.deleteMany()
})

const list = (rows: string[]) => file('list.csv', `${rows.join('\n')}\n`)
const take = async (rows: string[]) => (await run(await list(rows))).out
const markIn = (out: string) => /rapport import --undo (import:\S+)/.exec(out)?.[1] ?? ''
const standing = async () =>
  (await db.company.findMany({ where: { archivedAt: null }, orderBy: { name: 'asc' } })).map(({ name }) => name)

test('a whole import is taken back; what was changed or used since stays, and is said', async () => {
  await take(['company,city', 'Globex,Bonn'])
  const firms = Array.from({ length: 1500 }, (_, at) => `Firm ${at},Ulm,Person ${at}`)
  const out = await take(['company,city,contact', 'Globex,Kiel,Wei Zhang', 'Initech,,', 'Umbrella,,Laura Bennett', ...firms])
  await ana.say('edit initech city=Hamburg')
  await ana.say('called laura bennett at umbrella about the quote')

  const undone = await run('--undo', markIn(out))
  expect(undone.out).toMatch(/^Taken back: 3002 changes of import:/)
  expect(undone.out).toContain('3 changes stayed, because of what came after:')
  expect(undone.out).toMatch(/Initech: changed since/)
  expect(undone.out).toMatch(/Umbrella: something was entered for it since/)
  expect(await standing()).toEqual(['Globex', 'Initech', 'Umbrella'])
  expect(await db.company.findFirst({ where: { name: 'Globex' } })).toMatchObject({ city: 'Bonn' })
  expect(await db.contact.findMany({ where: { archivedAt: null } })).toMatchObject([{ name: 'Laura Bennett' }])
  expect(said(await ana.say('show firm 7'))).not.toContain('Ulm')

  const again = await run('--undo', markIn(out))
  expect(again.out).toContain('Taken back: 0 changes')
  expect((await run('--undo', 'import:none')).err).toMatch(
    /nothing of import:none to take back\. Imported here were:\n {2}import:.*list\.csv/,
  )
}, 60_000)

test('parents that an import linked are unlinked with it', async () => {
  await take(['company', 'Globex', 'Initech'])
  const out = await take(['company,parent', 'Globex,Initech', 'Umbrella,Globex'])
  await run('--undo', markIn(out))
  expect(await db.company.findMany({ where: { archivedAt: null } })).toMatchObject([{ parentId: null }, { parentId: null }])
})

test('a run that is broken off goes on when it is run again, and one undo takes back both', async () => {
  const path = await list(['company', ...Array.from({ length: 2500 }, (_, at) => `Firm ${at}`)])
  const { id, workspaceId, timeZone } = await db.member.findFirstOrThrow({ where: { name: 'Ana' } })
  const acting = { db, workspace: { id: workspaceId }, by: { id, timeZone }, now: house.clock.now() }
  const begun = await beginImport(acting, 'list.csv', path)
  const broken = importFile({ ...acting, requestId: begun.id }, await openSource(path, {}), {
    onProgress: (rows) => {
      if (rows >= 1000) throw new Error('the machine went off')
    },
  })
  await expect(broken).rejects.toThrow('the machine went off')
  expect(await db.company.count()).toBe(1000)

  const { out } = await run(path)
  expect(out).toContain('companies: 1500 new, 0 updated, 1000 unchanged')
  expect(out).toContain('the run before was broken off')
  expect(markIn(out)).toBe(begun.id)
  expect((await run(path)).out).not.toContain('broken off')
  expect((await run('--undo', begun.id)).out).toContain('Taken back: 2500 changes')
  expect(await standing()).toEqual([])
}, 60_000)

test('from the chat: by who imported, or an admin, and as far as it stands; a large one goes on by itself', async () => {
  await take(['company,city', 'Globex,Bonn', 'Initech,Ulm', 'Umbrella,Kiel'])
  await db.company.updateMany({ where: { name: 'Initech' }, data: { city: 'Hamburg' } })
  const answer = said(await ana.say('undo'))
  expect(answer).toContain('Taken back: 2 changes of the import.')
  expect(answer).toContain('1 stayed, because of what came after:\nInitech')
  expect(await standing()).toEqual(['Initech'])
  expect(said(await bo.say('undo'))).toContain('nothing of yours')

  await take(['company', ...Array.from({ length: 2100 }, (_, at) => `Firm ${at}`)])
  expect(said(await ana.say('undo'))).toContain('Taking back the import: 2100 changes. It goes on by itself')
  expect(await standing()).toHaveLength(2101)
  expect(house.faults).toEqual([])
}, 60_000)

test('no file is asked for', async () => {
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('Which file?') })
})
