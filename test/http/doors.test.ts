import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../src/bot/context.ts'
import { UserError } from '../../src/bot/errors.ts'
import { html } from '../../src/bot/html.ts'
import type { MemberPage } from '../../src/bot/page.ts'
import { throughDoor } from '../../src/crm/doors/doors.ts'
import { people } from '../crm/tasks/people.ts'
import { doorsOver } from '../support/doors/world.ts'

const both = (text: string) => ({ en: text, zh: `${text}（中）` })
let taken = 0
let read = 0

const hello: MemberPage = {
  name: 'hello',
  path: 'hello/:who',
  allow: 'anyone',
  title: both('Hello'),
  largestFile: 1024 * 1024,
  show: async ({ me, once }, { who = '' }) =>
    who === 'nobody'
      ? undefined
      : {
          kind: 'html',
          body: html`<p>${who} from ${me.name} (${me.role})</p><form method="post">${once}<button>Go</button></form>`,
        },
  take: async (context, { who }, { form, file }) => {
    if (file) {
      for await (const piece of file.bytes) read += piece.length
      return { kind: 'go', to: `/door/hello/${encodeURIComponent(file.name)}` }
    }
    if (form.get('what') === 'bad') throw new UserError('Say <it> otherwise')
    if (form.get('what') === 'break') throw new Error('the disk is full')
    return context.write(async ({ db, workspace }) => {
      await db.workspace.update({ where: { id: workspace.id }, data: { name: 'Taken' } })
      taken++
      return `/door/hello/${who}`
    })
  },
}
const forManagers: MemberPage = { ...hello, name: 'managers', path: 'managers', allow: 'manager' }
const download: MemberPage = {
  ...hello,
  name: 'download',
  path: 'download/:how',
  show: async (_, { how }) => ({
    kind: 'file',
    name: 'Kunden, 客户.csv',
    type: 'text/csv; charset=utf-8',
    bytes: pieces(how === 'whole'),
  }),
}
async function* pieces(whole: boolean) {
  for (let at = 0; at < 50; at++) yield Buffer.alloc(64 * 1024, at)
  if (!whole) throw new Error('the disk went away')
}

let world: Awaited<ReturnType<typeof people>>
let doors: Awaited<ReturnType<typeof doorsOver>>
beforeAll(async () => {
  world = await people()
  doors = await doorsOver(world.house, [hello, forManagers, download])
})
beforeEach(async () => {
  world.clock.pass({ minutes: 1 })
  doors.logged.length = 0
  await world.db.member.updateMany({ data: { active: true } })
})
afterAll(() => doors.http.stop())

test('a link opens its page once, for its member, and the visit goes on without it', async () => {
  const link = await doors.linkFor('ana', hello, { who: '<b>Wei & "co"</b>' })
  const visit = await doors.entered(link)
  expect(visit.at).toBe('/door/hello/%3Cb%3EWei%20%26%20%22co%22%3C%2Fb%3E')
  const page = await visit.get(visit.at)
  const text = await page.text()
  expect(text).toContain('&lt;b&gt;Wei &amp; &quot;co&quot;&lt;/b&gt; from Ana (rep)')
  expect([page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual(['no-store', 'same-origin'])
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'.*form-action 'self'/)
  expect((await visit.get('/door/hello/again')).status).toBe(200)
  // Somebody else who comes by it finds it used; in the same browser it leads on.
  expect((await doors.browser().knock(link)).status).toBe(410)
  expect((await visit.knock(link)).status).toBe(303)
})

test('the cookie is for this bot alone: not for scripts, not for other sites, and with HTTPS under a name that no other can set', async () => {
  const cookieOf = async (over: Awaited<ReturnType<typeof doorsOver>>) =>
    (await over.browser().knock(await over.linkFor('ana', hello, { who: 'x' }))).headers.get('set-cookie')!
  expect(await cookieOf(doors)).toMatch(
    /^rapport_door=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  )
  const secure = await doorsOver(world.house, [hello], { reach: { url: 'https://rapport.example.com', isPublic: true } })
  try {
    expect(await secure.linkFor('ana', hello, { who: 'x' })).toMatch(/^https:\/\/rapport\.example\.com\/door#[\w-]{43}$/)
    expect(await cookieOf(secure)).toMatch(/^__Host-rapport=.*; HttpOnly; Secure; SameSite=Strict$/)
  } finally {
    await secure.http.stop()
  }
})

test('a card shows the link where its platform can, once, and says who sets an address on the internet', () => {
  const asked = { locale: 'en', place: { platform: 'slack' }, reach: { isPublic: false } } as Context
  expect(throughDoor(asked, 'http://127.0.0.1:3000/door#x', 'Download')).toMatchObject({
    lines: ['http://127.0.0.1:3000/door#x', expect.stringContaining('PUBLIC_URL')],
    showOnce: true,
  })
  const known = { ...asked, reach: { url: '', isPublic: true } }
  expect(throughDoor(known, 'https://r.example/door#x', 'Download')).toMatchObject({
    lines: [],
    links: [{ label: 'Download' }],
    showOnce: true,
  })
})

test('looking at a link, as programs do that make previews, opens nothing', async () => {
  const link = await doors.linkFor('ana', hello, { who: 'x' })
  for (const method of ['GET', 'HEAD']) expect((await fetch(`${doors.url}/door`, { method })).status).toBe(200)
  expect((await doors.browser().knock(link)).status).toBe(303)
})

test('two who press at the same moment: one comes in', async () => {
  const link = await doors.linkFor('ana', hello, { who: 'x' })
  const all = await Promise.all(Array.from({ length: 8 }, () => doors.browser().knock(link)))
  expect(all.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410, 410, 410, 410])
})

test('a link is good for 15 minutes, a visit for 12 hours, and both end with the member, and with another role', async () => {
  const late = await doors.linkFor('ana', hello, { who: 'x' })
  world.clock.pass({ minutes: 15 })
  expect((await doors.browser().knock(late)).status).toBe(410)
  const statusWhen = async (change: () => unknown) => {
    const visit = await doors.entered(await doors.linkFor('li', hello, { who: 'x' }))
    expect((await visit.get(visit.at)).status).toBe(200)
    const waiting = await doors.linkFor('li', hello, { who: 'x' })
    await change()
    const closed = await visit.get(visit.at)
    return [closed.status, (await closed.text()).includes('in the chat'), (await doors.browser().knock(waiting)).status]
  }
  const li = { name: 'Li' }
  expect(await statusWhen(() => world.clock.pass({ hours: 12 }))).toEqual([401, true, 410])
  expect(await statusWhen(() => world.db.member.updateMany({ where: li, data: { role: 'manager' } }))).toEqual([401, true, 410])
  await world.db.member.updateMany({ where: li, data: { role: 'rep' } })
  world.house.house.forget((await world.db.workspace.findFirstOrThrow()).id, new Set(['member']))
  expect(
    await statusWhen(() => world.db.identity.updateMany({ where: { userId: 'li' }, data: { lastSeenAt: new Date(0) } })),
  ).toEqual([401, true, 410])
  await world.db.identity.updateMany({
    where: { userId: 'li' },
    data: { lastSeenAt: new Date(world.clock.now().epochMilliseconds) },
  })
  expect(await statusWhen(() => world.db.member.updateMany({ where: li, data: { active: false } }))).toEqual([401, true, 410])
})

test('who leaves is out', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', hello, { who: 'x' }))
  const held = visit.cookie()
  expect(await (await visit.post('/door/leave')).text()).toContain('You have left')
  expect((await doors.browser().get('/door/hello/x', { cookie: held })).status).toBe(401)
})

test('each page has its least role, and speaks the language of who is in', async () => {
  const ana = await doors.entered(await doors.linkFor('ana', forManagers))
  expect((await ana.get(ana.at)).status).toBe(403)
  const bo = await doors.entered(await doors.linkFor('bo', forManagers))
  expect((await bo.get(bo.at)).status).toBe(200)
  const li = await doors.entered(await doors.linkFor('li', hello, { who: 'nobody' }))
  const nothing = await li.get(li.at)
  expect([nothing.status, await nothing.text()]).toEqual([404, expect.stringContaining('已不存在')])
  expect(await (await doors.browser().get('/door', { 'accept-language': 'zh-CN' })).text()).toContain('打开您的页面')
})

test('a form is taken once, however often it is sent; what is wrong is said, and a fault of ours is not shown', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', hello, { who: 'x' }))
  const once = /name="once" value="([^"]+)"/.exec(await (await visit.get(visit.at)).text())![1]!
  const before = taken
  const all = await Promise.all([1, 2, 3].map(() => visit.post(visit.at, { once })))
  expect(all.map((one) => [one.status, one.headers.get('location')])).toEqual(Array(3).fill([303, '/door/hello/x']))
  expect(taken).toBe(before + 1)
  const bad = await visit.post(visit.at, { what: 'bad' })
  expect([bad.status, await bad.text()]).toEqual([400, expect.stringContaining('Say &lt;it&gt; otherwise')])
  const broken = await visit.post(visit.at, { what: 'break' })
  expect([broken.status, await broken.text()]).toEqual([500, expect.not.stringContaining('disk')])
  expect(doors.logged).toHaveLength(1)
  expect((await visit.post(visit.at, { what: 'x'.repeat(300_000) })).status).toBe(413)
})

test('another site can send nothing in', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', hello, { who: 'x' }))
  const before = taken
  const strangers: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of strangers) expect((await visit.post(visit.at, {}, headers)).status, JSON.stringify(headers)).toBe(403)
  expect((await fetch(doors.url + visit.at, { method: 'POST', headers: { cookie: visit.cookie() } })).status).toBe(403)
  expect(taken).toBe(before)
})

test('a file is read as it comes, and no further than its page allows', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', hello, { who: 'x' }))
  read = 0
  const right = await visit.upload(visit.at, 'Kunden 客户.csv', Buffer.alloc(900 * 1024))
  expect([await right.json(), read]).toEqual([{ to: `/door/hello/${encodeURIComponent('Kunden 客户.csv')}` }, 900 * 1024])
  const large = await visit.upload(visit.at, 'x.csv', Buffer.alloc(2 * 1024 * 1024))
  expect([large.status, await large.json()]).toEqual([400, { fault: 'That file is too large: 1 MB is the most.' }])
})

test('a download carries its name; one that fails on the way breaks off', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', download, { how: 'whole' }))
  const whole = await visit.get(visit.at)
  expect(whole.headers.get('content-disposition')).toBe(
    `attachment; filename="Kunden____.csv"; filename*=UTF-8''Kunden%2C%20%E5%AE%A2%E6%88%B7.csv`,
  )
  expect((await whole.arrayBuffer()).byteLength).toBe(50 * 64 * 1024)
  await expect((await visit.get('/door/download/broken')).arrayBuffer()).rejects.toThrow()
  expect(doors.logged).toHaveLength(1)
})

test('who asks too often is told to wait', async () => {
  const visit = await doors.entered(await doors.linkFor('ana', hello, { who: 'x' }))
  const all = []
  for (let at = 0; at < 245; at++) all.push((await visit.get(visit.at)).status)
  expect([all.filter((one) => one === 200).length, all.at(-1)]).toEqual([240, 429])
  world.clock.pass({ minutes: 1 })
  expect((await visit.get(visit.at)).status).toBe(200)
})

test('neither secret stands anywhere: not in the database, not in the log', async () => {
  const link = await doors.linkFor('ana', hello, { who: 'x' })
  const visit = await doors.entered(link)
  await visit.get(visit.at)
  await visit.get('/door/nowhere')
  const kept = JSON.stringify([
    await world.db.door.findMany(),
    await world.db.change.findMany(),
    await world.db.answeredRequest.findMany(),
    doors.logged,
  ])
  for (const secret of [link.split('#')[1]!, visit.cookie().split('=')[1]!]) expect(kept).not.toContain(secret)
})

test('what is over is cleaned away', async () => {
  world.clock.pass({ hours: 13 })
  const job = world.house.bot.registry.jobs.find(({ name }) => name === 'clean doors')!
  await doors.linkFor('ana', hello, { who: 'x' })
  await job.run({ db: world.db, transaction: world.house.house.transaction, now: world.clock.now() })
  expect(await world.db.door.count()).toBe(1)
})
