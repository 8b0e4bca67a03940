import { expect, test } from 'vitest'
import { moveInto } from '../../src/crm/workspaces/workspaces.ts'
import { inTransaction } from '../../src/database/index.ts'
import { freshDatabase } from '../support/database.ts'
import { FakePlatform, office } from './office.ts'

const database = await freshDatabase()
const { db, clock, ana, tell, bot, messages } = await office(database)

test('a message that goes out while its member is moved into another workspace comes once', async () => {
  const { id: from } = await db.workspace.findFirstOrThrow()
  const { id: to } = await db.workspace.create({
    data: { id: '0193b000-0000-7000-8000-00000000000f', name: 'Acme', timeZone: 'UTC', locale: 'en' },
  })
  await tell(ana, 'one')
  const slack = new FakePlatform()
  slack.next.push(() => inTransaction(db, (tx) => moveInto(tx, from, to)))
  await bot([slack]).tick()
  expect(await messages()).toMatchObject([{ workspaceId: to, sentAt: expect.any(Date), claimedBy: null, receipt: { ts: '1' } }])
  clock.pass({ hours: 1 })
  await bot([slack]).tick()
  expect(slack.texts).toEqual(['one'])
})
