import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { slackAdapter } from '../../../src/adapters/slack/index.ts'
import type { Adapter, Log } from '../../../src/bot/house.ts'
import { boxOf } from '../../../src/crm/grants/box.ts'
import { grantsOf } from '../../../src/crm/grants/grants.ts'
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts'
import { rapport, type TestHouse } from '../rapport.ts'
import { FakeSlack, SIGNING_SECRET } from './fake.ts'
import { CLIENT } from './tenants.ts'

export const aKey = () => randomBytes(32)

/** What was logged: the level, and the words. */
export type Said = [level: string, what: string, facts: object]

export interface HostedHouse {
  house: TestHouse
  slack: FakeSlack
  adapter: Adapter
  delivery: Delivery
  url: string
  said: Said[]
  /** The house's clock and Slack's go on together (milliseconds). */
  pass: (milliseconds: number) => void
  /** Opens the install page in a browser, and gives what it shows and holds. */
  opens: (browser?: Browser) => Promise<{ page: string; consent: string; browser: Browser }>
  /** Comes back from the consent. */
  returns: (address: string, browser: Browser) => Promise<{ status: number; page: string }>
  /** A team lets the bot in, from the first page to the last. */
  install: (team: string, user: string) => Promise<{ status: number; page: string }>
  close: () => Promise<void>
}

export interface Browser {
  cookie: string
}

/** The whole house with the real Bolt, open to every team of a fake Slack, by HTTP. */
export async function hostedHouse(more: { house?: TestHouse; slack?: FakeSlack; keys?: Buffer[] } = {}): Promise<HostedHouse> {
  const house = more.house ?? (await rapport())
  const slack = more.slack ?? (await new FakeSlack().start())
  const said: Said[] = []
  const at = (level: string) => (facts: object, what: string) => void said.push([level, what, facts])
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  const app = express()
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const now = house.clock.now
  const grants = grantsOf({ db: house.database.prisma, platform: 'slack', box: boxOf(more.keys ?? [aKey()]), now, log })
  const adapter = slackAdapter({
    bot: house.bot,
    log,
    app,
    config: {
      apiUrl: slack.apiUrl,
      signingSecret: SIGNING_SECRET,
      hosted: { clientId: CLIENT.id, clientSecret: CLIENT.secret, stateSecret: 'the state secret of this test', publicUrl: url },
    },
    hosting: { grants, identify: house.house.identify, now: () => now().epochMilliseconds },
  })
  await adapter.start()
  slack.endpoint = `${url}/slack/events`
  const delivery = createDelivery({
    database: house.database,
    registry: house.bot.registry,
    house: house.house,
    couriers: new Map([['slack', adapter.courier]]),
    log,
    wait: async () => undefined,
    jitter: () => 0,
  })

  const opens: HostedHouse['opens'] = async (browser = { cookie: '' }) => {
    const response = await fetch(`${url}/slack/install`, { headers: { cookie: browser.cookie } })
    const page = await response.text()
    const [, consent = ''] = /href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(page) ?? []
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { page, consent: consent.replaceAll('&amp;', '&'), browser: { cookie } }
  }
  const returns: HostedHouse['returns'] = async (address, { cookie }) => {
    const response = await fetch(address, { headers: { cookie } })
    return { status: response.status, page: await response.text() }
  }
  return {
    house,
    slack,
    adapter,
    delivery,
    url,
    said,
    pass: (milliseconds) => {
      house.clock.pass({ milliseconds })
      slack.ahead += milliseconds
    },
    opens,
    returns,
    install: async (team, user) => {
      const { consent, browser } = await opens()
      return returns(slack.tenants.consent(consent, { team, user }), browser)
    },
    close: async () => {
      await adapter.stop()
      server.closeAllConnections()
      server.close()
      slack.close()
    },
  }
}
