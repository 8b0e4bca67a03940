import { afterAll, beforeEach, expect, test } from 'vitest'
import { said } from '../../support/rapport.ts'
import { addressIn, office } from './office.ts'

const { house, db, http, ana, bo, li, clear, clock, ask, feed, logged } = await office()
beforeEach(async () => {
  await clear()
  await db.calendar.deleteMany()
  logged.length = 0
})
afterAll(() => http.stop())

test('settings calendar answers with an address and with how to subscribe; the address shows my open tasks and nobody else’s', async () => {
  await ana.say('remind Acme Corp tomorrow 9am send the quote')
  await bo.say('remind tomorrow 9am secret of Bo')
  const made = await ana.say('settings calendar')
  for (const words of ['Google Calendar', 'Outlook', 'Apple Calendar', 'PUBLIC_URL']) expect(said(made)).toContain(words)
  const response = await ask(addressIn(made))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('private, max-age=300')
  const text = await response.text()
  expect(text).toContain('send the quote · Acme Corp')
  expect(text).not.toContain('secret of Bo')
})

test('a task that is done is no longer in it', async () => {
  await ana.say('remind tomorrow 9am send the quote')
  const address = addressIn(await ana.say('settings calendar'))
  expect(await feed(address)).toContain('send the quote')
  await ana.say('done 1')
  expect(await feed(address)).not.toContain('send the quote')
})

/** As calendars ask; of itself, fetch would say that it wants no stored answer. */
const given = (etag: string) => ({ 'If-None-Match': etag, 'Cache-Control': 'max-age=0' })

test('who has the newest is told so, until something changes', async () => {
  await ana.say('remind tomorrow 9am send the quote')
  const address = addressIn(await ana.say('settings calendar'))
  const etag = (await ask(address)).headers.get('etag')!
  clock.pass({ hours: 1 })
  expect((await ask(address, given(etag))).status).toBe(304)
  await ana.say('snooze 1 Friday 10am')
  expect((await ask(address, given(etag))).status).toBe(200)
  expect((await ask(address, {}, 'HEAD')).status).toBe(200)
})

test('asked again, it is not shown again; a new one ends the old one; off ends it', async () => {
  const first = addressIn(await ana.say('settings calendar'))
  const again = said(await ana.say('settings calendar'))
  expect(again).toContain('You have had an address since Tue 24 Nov')
  expect(again).not.toContain('/calendar/')
  const second = addressIn(await ana.say('settings calendar new'))
  expect(second).not.toBe(first)
  expect((await ask(first)).status).toBe(404)
  expect((await ask(second)).status).toBe(200)
  expect(said(await ana.say('settings calendar off'))).toContain('no more')
  expect((await ask(second)).status).toBe(404)
  expect(said(await ana.say('settings calendar off'))).toContain('Nothing was changed')
  expect(said(await ana.say('settings calendar maybe'))).toContain('Type settings calendar')
})

test('an undo does not bring a revoked address back', async () => {
  const address = addressIn(await ana.say('settings calendar'))
  await ana.say('settings calendar off')
  await ana.say('undo')
  expect((await ask(address)).status).toBe(404)
})

test('what is unknown, ill-formed or of somebody who left is not found', async () => {
  const address = addressIn(await bo.say('settings calendar'))
  const secret = /calendar\/(.+)\.ics/.exec(address)![1]!
  const other = `${secret.slice(0, -2)}${secret.endsWith('AA') ? 'BB' : 'AA'}`
  for (const wrong of [
    address.replace(secret, other),
    address.replace('.ics', ''),
    address.replace(secret, '%00'),
    address.replace(secret, ''),
  ]) {
    const response = await ask(wrong)
    expect(response.status, wrong).toBe(404)
    expect(await response.text()).toBe('not found\n')
  }
  await db.member.updateMany({ where: { name: 'Bo' }, data: { active: false } })
  expect((await ask(address)).status).toBe(404)
  await db.member.updateMany({ where: { name: 'Bo' }, data: { active: true } })
})

test('the secret stands nowhere but in the one answer: not in the database, and not in the log', async () => {
  const made = await ana.say('settings calendar', 'asked-once')
  const secret = /calendar\/(.+)\.ics/.exec(addressIn(made))![1]!
  await ask(addressIn(made))
  await ask(`${addressIn(made)}%ff`)
  const kept = JSON.stringify([
    await db.calendar.findMany(),
    await db.change.findMany(),
    await db.answeredRequest.findMany(),
    await db.message.findMany(),
    logged,
  ])
  expect(kept).not.toContain(secret)
  const { secretHash } = await db.calendar.findFirstOrThrow()
  const audited = await db.change.findMany({ where: { operation: 'settings calendar' } })
  expect(audited.length).toBeGreaterThan(0)
  expect(JSON.stringify(audited)).not.toContain(secretHash)
  // A retry of the platform makes no second address, and is told why it hears none.
  expect(said(await ana.say('settings calendar', 'asked-once'))).toContain('shown once')
  expect((await ask(addressIn(made))).status).toBe(200)
})

test('a fault behind an address is logged without it', async () => {
  const address = addressIn(await ana.say('settings calendar'))
  await db.$executeRaw`ALTER TABLE tasks RENAME TO tasks_away`
  try {
    expect((await ask(address)).status).toBe(500)
  } finally {
    await db.$executeRaw`ALTER TABLE tasks_away RENAME TO tasks`
  }
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain(/calendar\/(.+)\.ics/.exec(address)![1]!)
})

test('asked more often than a calendar has any reason to, it says to wait; other addresses do not', async () => {
  const address = addressIn(await ana.say('settings calendar'))
  const other = addressIn(await bo.say('settings calendar'))
  for (let n = 0; n < 30; n++) expect((await ask(address)).status).toBe(200)
  const refused = await ask(address)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect((await ask(other)).status).toBe(200)
  clock.pass({ minutes: 1 })
  expect((await ask(address)).status).toBe(200)
})

test('in Chinese', async () => {
  await li.say('remind 明天上午9点 发报价')
  const made = await li.say('settings 日历')
  expect(said(made)).toContain('地址只显示这一次')
  expect(await feed(addressIn(made))).toContain('SUMMARY:发报价')
  expect(said(await li.say('settings calendar 新'))).toContain('.ics')
  expect(said(await li.say('settings calendar 关闭'))).toContain('日历地址已停用')
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
