import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { slackAdapter } from '../../../src/adapters/slack/index.ts'
import { FakeSlack, SIGNING_SECRET } from '../../support/slack/fake.ts'
import type { Mode } from '../../support/slack/process.ts'
import { smallHouse } from '../discord/small-house.ts'

/** The adapter on the small house, connected to a fake Slack with Ana and Bo. */
export async function connected(mode: Mode) {
  const slack = await new FakeSlack().start()
  slack.person('U1', 'Ana')
  slack.person('U2', 'Bo', { locale: 'zh-CN' })
  const house = smallHouse()
  const app = express()
  const config = {
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    ...(mode === 'http' ? { signingSecret: SIGNING_SECRET } : { appToken: 'xapp-test' }),
  }
  const adapter = slackAdapter({ bot: house.bot, config, log: house.log, app })
  await adapter.start()
  const server = await listening(app)
  if (mode === 'http') slack.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  await slack.until(() => adapter.ready(), 'the bot to be ready')
  return {
    slack,
    adapter,
    ...house,
    newest: (user = 'U1') => slack.seenBy(user).at(-1)!,
    close: async () => {
      await adapter.stop()
      server.close()
      slack.close()
    },
  }
}

const listening = (app: express.Express): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(app).listen(0, '127.0.0.1', () => resolve(server))
  })
