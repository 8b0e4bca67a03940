import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { slackAdapter } from '../../../src/adapters/slack/index.ts'
import type { Adapter } from '../../../src/bot/house.ts'
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts'
import { quiet } from '../quiet.ts'
import { rapport, type TestHouse } from '../rapport.ts'
import { FakeSlack, SIGNING_SECRET } from './fake.ts'
import type { Mode } from './process.ts'
import type { OpenView, Shown } from './types.ts'

export const ANA = 'U1'
export const BO = 'U2'

export interface SlackHouse {
  house: TestHouse
  slack: FakeSlack
  adapter: Adapter
  delivery: Delivery
  /** The clock goes on, and what is due then goes out. */
  comeTo: (at: string) => Promise<void>
  /** The newest message that this person sees. */
  newest: (user?: string) => Shown
  /** `/crm …`, by Ana in the channel unless told; gives the answer. */
  crm: (text: string, user?: string, channel?: string) => Promise<Shown>
  /** A direct message; gives the answer. */
  dm: (text: string, user?: string) => Promise<Shown>
  /** Presses, and gives the message when it has changed or another has come. */
  press: (message: Shown, label: string, user?: string) => Promise<Shown>
  /** Does something that opens a form, and gives that. */
  form: (act: () => Promise<unknown>) => Promise<OpenView>
  /** Sends a form in, and gives the answer. */
  submit: (form: OpenView, values?: Record<string, string>, user?: string) => Promise<Shown>
  close: () => Promise<void>
}

/** The whole house with the real Bolt, on a Slack with Ana, the first to come, and Bo. */
export async function slackHouse(mode: Mode, house?: TestHouse): Promise<SlackHouse> {
  const whole = house ?? (await rapport())
  const slack = await new FakeSlack().start()
  slack.person(ANA, 'Ana')
  slack.person(BO, 'Bo')
  const app = express()
  const config = {
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    ...(mode === 'http' ? { signingSecret: SIGNING_SECRET } : { appToken: 'xapp-test' }),
  }
  const adapter = slackAdapter({ bot: whole.bot, config, log: quiet, app })
  await adapter.start()
  const server = await listening(app)
  if (mode === 'http') slack.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  await slack.until(() => adapter.ready(), 'the bot to be ready')
  const delivery = createDelivery({
    database: whole.database,
    registry: whole.bot.registry,
    house: whole.house,
    couriers: new Map([['slack', adapter.courier]]),
    log: quiet,
    wait: async () => undefined,
    jitter: () => 0,
  })
  return {
    house: whole,
    slack,
    adapter,
    delivery,
    ...hands(slack),
    comeTo: async (at) => {
      whole.clock.set(at)
      await delivery.tick()
    },
    close: async () => {
      await adapter.stop()
      server.close()
      slack.close()
    },
  }
}

/** What people do in Slack, each done when what they see of it has come. */
function hands(slack: FakeSlack): Pick<SlackHouse, 'newest' | 'crm' | 'dm' | 'press' | 'form' | 'submit'> {
  const newest = (user = ANA) => slack.seenBy(user).at(-1)!
  const acted = async (act: () => Promise<unknown>, what: string) => {
    const before = slack.changes
    await act()
    await slack.until(() => slack.changes > before, what)
  }
  /** The message that is not as it was, or a new one. */
  const changed = async (user: string, act: () => Promise<unknown>, what: string) => {
    const before = new Map(slack.seenBy(user).map((one) => [one, one.body]))
    await acted(act, what)
    return slack.seenBy(user).findLast((one) => before.get(one) !== one.body) ?? newest(user)
  }
  return {
    newest,
    crm: async (text, user = ANA, channel = 'C1') => {
      await slack.command(user, '/crm', text, channel)
      return newest(user)
    },
    dm: (text, user = ANA) => changed(user, () => slack.dm(user, text), `an answer to ${text}`),
    press: (message, label, user = ANA) => changed(user, () => slack.press(user, message, label), `what ${label} does`),
    form: async (act) => {
      const before = slack.views.length
      await act()
      await slack.until(() => slack.views.length > before, 'a form')
      return slack.views.at(-1)!
    },
    submit: (form, values = {}, user = ANA) => changed(user, () => slack.submit(user, form, values), 'what the form does'),
  }
}

/** Acme Corp with Wei Zhang, and Acme Labs with Tom Fischer, added by Ana. */
export async function withCustomers({ crm }: SlackHouse): Promise<void> {
  for (const [person, company] of [
    ['Wei Zhang', 'Acme Corp'],
    ['Tom Fischer', 'Acme Labs'],
  ] as const) {
    await crm(`add company ${company}`)
    await crm(`add contact ${person} at ${company}`)
  }
}

const listening = (app: express.Express): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(app).listen(0, '127.0.0.1', () => resolve(server))
  })
