import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type FakeSlack, SIGNING_SECRET } from './fake.ts'

const PROGRAM = fileURLToPath(new URL('patient-bot.ts', import.meta.url))

export type Mode = 'http' | 'socket'

/** The whole bot in a process of its own, connected to the fake, which waits for nothing but its work; `kill` leaves it no time for anything. */
export async function botProcess(slack: FakeSlack, mode: Mode, databaseUrl: string): Promise<{ kill: () => Promise<void> }> {
  const bot = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'silent',
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-test',
      ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: 'xapp-test' }),
    },
  })
  const gone = once(bot, 'exit')
  const url = await addressIn(bot.stdout)
  if (mode === 'http') slack.endpoint = `${url}/slack/events`
  else await slack.until(() => slack.connected > 0, 'the bot to connect')
  return {
    kill: async () => {
      bot.kill('SIGKILL')
      await gone
    },
  }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const found = /(http:\S+)\/readyz/.exec(line)?.[1]
    if (found) return found
  }
  throw new Error('the bot ended before it was ready')
}
