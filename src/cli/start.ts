import type { Command } from 'commander'
import type { Temporal } from 'temporal-polyfill'
import { ConfigError, readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { start } from '../main.ts'

/** What SIGTERM leaves us: an orderly stop is done within this, else the process ends all the same. */
const LONGEST_STOP = 10_000

/** `rapport start`: runs the bot until it is told to stop. */
export function startCommand(
  program: Command,
  { environment, now }: { environment: NodeJS.ProcessEnv; now: () => Temporal.Instant },
): void {
  program
    .command('start', { isDefault: true })
    .description('start the bot: Slack and Discord when their tokens are set, else the playground')
    .action(() => run(environment, now))
}

async function run(environment: NodeJS.ProcessEnv, now: () => Temporal.Instant): Promise<void> {
  const config = configOrExit(environment)
  const log = createLog(config.logLevel)
  // A library's forgotten promise must not take every customer's bot down with it.
  process.on('unhandledRejection', (error) => log.error({ error }, 'a promise nobody waited for failed'))
  try {
    const running = await start(config, { log, now })
    if (config.playground) console.log(`\n  Rapport is ready. Open ${running.url} in your browser.\n`)
    else
      console.log(
        `\n  Rapport is running (${[config.slack && 'Slack', config.discord && 'Discord'].filter(Boolean).join(' and ')}). Health: ${running.url}/readyz\n`,
      )
    stopOnSignal(running.stop)
  } catch (error) {
    log.debug({ error }, 'the start failed')
    console.error(
      `\n  Rapport could not start: ${error instanceof Error ? error.message : String(error)}\n  “rapport doctor” looks at every part.\n`,
    )
    process.exit(1)
  }
}

function configOrExit(environment: NodeJS.ProcessEnv) {
  try {
    return readConfig(environment)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(`\n  The environment is not right:\n${error.message.replaceAll(/^/gm, '    ')}\n`)
    process.exit(1)
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) process.exit(1) // asked twice: at once
    stopping = true
    setTimeout(() => process.exit(1), LONGEST_STOP).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
