import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boxOf } from '../../../src/crm/grants/box.ts'
import { grantsOf, relockGrants } from '../../../src/crm/grants/grants.ts'
import { rapport, type TestHouse } from '../../support/rapport.ts'
import { wordsOf } from '../../support/slack/fake.ts'
import { aKey, type HostedHouse, hostedHouse } from '../../support/slack/hosted.ts'

const HOUR = 3_600_000
let house: TestHouse
let it: HostedHouse
const key = aKey()

house = await rapport()
beforeEach(async () => {
  await house.database.prisma
    .$executeRaw`TRUNCATE workspaces, grants, used_states, installations, identities, members, messages CASCADE`
  // Who somebody was in the test before is forgotten.
  house.clock.pass({ minutes: 1 })
  it = await hostedHouse({ house, keys: [key] })
  it.slack.tenants.add('T7', 'Globex <Sales>')
  it.slack.tenants.add('T8', 'Initech')
  it.slack.person('U7', 'Hank', { team: 'T7' })
  it.slack.person('U8', 'Bill', { team: 'T8' })
})
afterEach(() => it.close())

const grants = () => house.database.prisma.grant.findMany({ orderBy: { teamId: 'asc' } })
const asks = async (user: string, text: string) => {
  await it.slack.command(user, '/crm', text, `D${user}`)
  return wordsOf(it.slack.seenBy(user).at(-1))
}
const dump = async () => {
  const tables = await house.database.prisma.$queryRaw<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
  const rows = await Promise.all(
    tables.map(({ name }) => house.database.prisma.$queryRawUnsafe(`SELECT t::text FROM "${name}" t`)),
  )
  return JSON.stringify(rows)
}

describe('an installation', () => {
  test('leads from the page through the consent to a workspace whose admin is who installed it', async () => {
    const { page, consent, browser } = await it.opens()
    expect(page).toContain('Add to Slack')
    expect(new URL(consent).searchParams.get('scope')).toContain('chat:write')
    const done = await it.returns(it.slack.tenants.consent(consent, { team: 'T7', user: 'U7' }), browser)
    expect(done.status).toBe(200)
    expect(done.page).toContain('Rapport is in Globex &lt;Sales&gt;')
    await it.delivery.tick()
    expect(wordsOf(it.slack.seenBy('U7').at(-1))).toMatch(/Rapport/)
    const member = await house.database.prisma.member.findFirstOrThrow({ include: { workspace: true } })
    expect(member).toMatchObject({ name: 'Hank', role: 'admin', workspace: { name: 'Globex <Sales>' } })
    expect(await asks('U7', 'add company Globex')).toContain('Globex')
    expect(it.slack.refusals).toEqual([])
  })

  test('speaks Chinese to a Chinese browser', async () => {
    const response = await fetch(`${it.url}/slack/install`, { headers: { 'accept-language': 'zh-CN' } })
    expect(await response.text()).toContain('添加到 Slack')
  })

  test('is kept encrypted: no dump of the database holds a token', async () => {
    it.slack.tenants.rotates = true
    await it.install('T7', 'U7')
    const all = await dump()
    for (const secret of it.slack.tenants.secrets) expect(all).not.toContain(secret)
    expect(it.slack.tenants.secrets).toHaveLength(2)
    expect(JSON.stringify(it.said)).not.toMatch(/xox[be]-/)
  })

  test.each([
    ['somebody else’s browser', async (address: string) => it.returns(address, { cookie: (await it.opens()).browser.cookie })],
    ['no cookie', (address: string) => it.returns(address, { cookie: '' })],
    [
      'a state that was changed',
      (address: string, cookie: string) => it.returns(address.replace(/state=./, 'state=!'), { cookie }),
    ],
    ['no state', (address: string, cookie: string) => it.returns(address.replace(/state=[^&]*/, ''), { cookie })],
    [
      'a cookie that was changed',
      (address: string, cookie: string) =>
        it.returns(address, { cookie: `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}` }),
    ],
    [
      'ten minutes later',
      (address: string, cookie: string) => {
        it.pass(10 * 60_000 + 1)
        return it.returns(address, { cookie })
      },
    ],
  ])('comes to nothing with %s', async (_, back) => {
    const { consent, browser } = await it.opens()
    const { status, page } = await back(it.slack.tenants.consent(consent, { team: 'T7', user: 'U7' }), browser.cookie)
    expect(status).toBe(400)
    expect(page).toContain('This link does not work any more')
    expect(await grants()).toEqual([])
    expect(it.slack.calls.filter(({ method }) => method === 'oauth.v2.access')).toEqual([])
  })

  test('cannot be replayed, even with a new code and the cookie kept', async () => {
    const { consent, browser } = await it.opens()
    await it.returns(it.slack.tenants.consent(consent, { team: 'T7', user: 'U7' }), browser)
    const again = await it.returns(it.slack.tenants.consent(consent, { team: 'T8', user: 'U8' }), browser)
    expect(again.status).toBe(400)
    expect((await grants()).map((one) => one.teamId)).toEqual(['T7'])
  })

  test('with a code that was used says what Slack says', async () => {
    const first = await it.opens()
    const address = it.slack.tenants.consent(first.consent, { team: 'T7', user: 'U7' })
    await it.returns(address, first.browser)
    const again = await it.opens()
    const used = it.slack.tenants
      .consent(again.consent, { team: 'T8', user: 'U8' })
      .replace(/code=[^&]*/, `code=${new URL(address).searchParams.get('code')}`)
    const failed = await it.returns(used, again.browser)
    expect(failed).toMatchObject({ status: 502, page: expect.stringContaining('code_already_used') })
    expect((await grants()).map((one) => one.teamId)).toEqual(['T7'])
  })

  test('may be begun in two tabs of one browser', async () => {
    const first = await it.opens()
    const second = await it.opens(first.browser)
    expect((await it.returns(it.slack.tenants.consent(first.consent, { team: 'T7', user: 'U7' }), second.browser)).status).toBe(
      200,
    )
    expect((await it.returns(it.slack.tenants.consent(second.consent, { team: 'T8', user: 'U8' }), second.browser)).status).toBe(
      200,
    )
  })

  test('that is denied, that Slack refuses, or that is a whole organization’s, says so and keeps nothing', async () => {
    const denied = await it.opens()
    const no = await it.returns(
      it.slack.tenants.consent(denied.consent, { team: 'T7', user: 'U7', denies: true }),
      denied.browser,
    )
    expect(no.page).toContain('Nothing was installed')
    const broken = await it.opens()
    const address = it.slack.tenants
      .consent(broken.consent, { team: 'T7', user: 'U7' })
      .replace(/code=[^&]*/, 'code=%3Cscript%3E')
    const failed = await it.returns(address, broken.browser)
    expect(failed).toMatchObject({ status: 502, page: expect.stringContaining('Slack answered “invalid_code”') })
    const large = await it.opens()
    const all = await it.returns(
      it.slack.tenants.consent(large.consent, { team: 'T7', user: 'U7', organization: true }),
      large.browser,
    )
    expect(all).toMatchObject({ status: 400, page: expect.stringContaining('one workspace') })
    expect(it.slack.tenants.working('T7')).toEqual([])
    expect(await grants()).toEqual([])
  })
})

describe('a team', () => {
  test('is answered with its own token and sees nothing of another', async () => {
    await it.install('T7', 'U7')
    await it.install('T8', 'U8')
    await asks('U7', 'add company Globex')
    expect(await asks('U8', 'last Globex')).not.toContain('no contact yet')
    expect(await house.database.prisma.workspace.count()).toBe(2)
    const byTeam = it.slack.calls.filter(({ body }) => body.user === 'U7' || body.channel === 'DU7')
    expect(new Set(byTeam.map(({ team }) => team))).toEqual(new Set(['T7']))
    expect(it.slack.refusals).toEqual([])
  })

  test('costs no call of Slack’s before it is answered', async () => {
    await it.install('T7', 'U7')
    await asks('U7', 'help')
    const before = it.slack.calls.length
    await asks('U7', 'help')
    expect(it.slack.calls.slice(before)).toEqual([])
  })

  test('that never let the bot in hears how', async () => {
    expect(await asks('U8', 'help')).toContain('/slack/install')
    await it.slack.dm('U8', 'help')
    expect(it.slack.shown).toHaveLength(1)
  })

  test('that removes the app is sent nothing; its data wait, and are there again when it comes back', async () => {
    await it.install('T7', 'U7')
    await it.delivery.tick()
    await asks('U7', 'add company Globex')
    await asks('U7', 'remind Globex in 2 hours send the quote')
    await it.slack.uninstall('T7')
    expect(await grants()).toEqual([])
    expect(it.said.filter(([level]) => level === 'warn').map(([, what]) => what)).toEqual([
      'a Slack team has removed the app: nothing is sent there any more, its data stay',
    ])
    const calls = it.slack.calls.length
    it.pass(3 * HOUR)
    await it.delivery.tick()
    expect(it.slack.calls).toHaveLength(calls)
    await it.install('T7', 'U7')
    await it.delivery.tick()
    expect(wordsOf(it.slack.seenBy('U7').at(-1))).toContain('send the quote')
    expect(await house.database.prisma.workspace.count()).toBe(1)
    expect(await asks('U7', 'show Globex')).toContain('Globex')
  })

  test('that stays away for long is not flooded when it comes back', async () => {
    await it.install('T7', 'U7')
    await it.delivery.tick()
    await asks('U7', 'remind in 2 hours send the quote')
    await it.slack.uninstall('T7')
    for (let day = 0; day < 5; day++) {
      it.pass(24 * HOUR)
      await it.delivery.tick()
    }
    const owed = await house.database.prisma.message.findMany({ where: { sentAt: null, gaveUpAt: null } })
    expect(owed.length).toBeLessThanOrEqual(3)
    expect(await house.database.prisma.message.count({ where: { undelivered: true } })).toBe(0)
  })

  test('of which Slack tells a removal late, after it has come back, keeps its token', async () => {
    await it.install('T7', 'U7')
    it.slack.tenants.revoke('T7')
    await it.install('T7', 'U7')
    await it.slack.event({ type: 'app_uninstalled' }, 'EvLate', 'T7')
    await it.slack.event({ type: 'tokens_revoked', tokens: { bot: ['UBOTT7'] } }, 'EvLater', 'T7')
    expect(await grants()).toHaveLength(1)
  })

  test('of which no removal was told is found out by the first message', async () => {
    await it.install('T7', 'U7')
    await it.delivery.tick()
    await asks('U7', 'remind in 2 hours send the quote')
    it.slack.tenants.revoke('T7', 'account_inactive')
    it.pass(3 * HOUR)
    await it.delivery.tick()
    expect(await grants()).toEqual([])
    expect(await house.database.prisma.installation.findFirst()).toMatchObject({ leftAt: expect.any(Date) })
  })
})

describe('tokens that end', () => {
  beforeEach(() => {
    it.slack.tenants.rotates = true
  })

  test('are renewed before they are over, and what is sent goes out', async () => {
    await it.install('T7', 'U7')
    await it.delivery.tick()
    await asks('U7', 'remind in 13 hours send the quote')
    it.pass(14 * HOUR)
    await it.delivery.tick()
    expect(wordsOf(it.slack.seenBy('U7').at(-1))).toContain('send the quote')
    expect(it.slack.tenants.renewals).toBe(1)
    expect(it.slack.refusals).toEqual([])
  })

  test('are renewed once by however many processes', async () => {
    await it.install('T7', 'U7')
    it.pass(11 * HOUR)
    const others = await Promise.all([1, 2, 3].map(() => hostedHouse({ house, slack: it.slack, keys: [key] })))
    await it.slack.until(() => it.slack.tenants.renewals > 0, 'a renewal')
    await Promise.all(others.map((one) => one.adapter.stop()))
    it.slack.endpoint = `${it.url}/slack/events`
    expect(it.slack.tenants.renewals).toBe(1)
    expect(await asks('U7', 'help')).toContain('log')
  })

  test('that cannot be renewed while Slack is away serve until they are over', async () => {
    await it.install('T7', 'U7')
    it.pass(12 * HOUR - 60_000)
    it.slack.fail('oauth.v2.access', { status: 503 })
    expect(await asks('U7', 'help')).toContain('log')
    it.pass(11_000)
    expect(await asks('U7', 'help')).toContain('log')
    expect(it.slack.tenants.renewals).toBe(1)
  })
})

describe('the key', () => {
  test('can be changed: what was locked with the old one is locked with the new, and the old one is needed no more', async () => {
    const { prisma: db } = house.database
    await it.install('T7', 'U7')
    const [old, fresh] = [key, aKey()]
    const [before] = await grants()
    expect(await relockGrants(db, boxOf([fresh]))).toEqual({ relocked: 0, unreadable: 1 })
    expect(await relockGrants(db, boxOf([fresh, old]))).toEqual({ relocked: 1, unreadable: 0 })
    expect(await relockGrants(db, boxOf([fresh, old]))).toEqual({ relocked: 0, unreadable: 0 })
    const [after] = await grants()
    expect(after?.keyId).not.toBe(before?.keyId)
    const found = grantsOf({ db, platform: 'slack', box: boxOf([fresh]), now: house.clock.now, log: it.house.house.log })
    expect(await found.find('T7')).toMatchObject({ secret: { token: it.slack.tenants.working('T7')[0] } })
  })

  test('opens no row that was copied over another team’s', async () => {
    const { prisma: db } = house.database
    await it.install('T7', 'U7')
    await it.install('T8', 'U8')
    const [one, other] = await grants()
    await db.grant.update({ where: { platform_teamId: { platform: 'slack', teamId: 'T8' } }, data: { secret: one!.secret } })
    it.pass(11_000)
    expect(await asks('U8', 'help')).toContain('/slack/install')
    expect(other?.teamId).toBe('T8')
  })
})
