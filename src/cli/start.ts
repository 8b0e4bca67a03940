import type { Command } from 'commander'
import type { Temporal } from 'temporal-polyfill'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { start } from '../main.ts'
import { loadSample } from './sample.ts'

/** What SIGTERM leaves us: an orderly stop is done within this, else the process ends all the same. */
const LONGEST_STOP = 10_000
/** One Ctrl+C comes twice under `tsx watch`: from the terminal, and passed on. So far apart they are of two presses; milliseconds. */
const SAME_KEY = 1_000

/** `rapport start`: runs the bot until it is told to stop. */
export function startCommand(
  program: Command,
  { environment, now, called }: { environment: NodeJS.ProcessEnv; now: () => Temporal.Instant; called: string },
): void {
  program
    .command('start', { isDefault: true })
    .description('start the bot: Slack and Discord when their tokens are set, else the playground')
    .option('--sample', 'with the sample company in the playground, when nothing is there yet')
    .action((options: Options) => run(environment, now, called, options))
}

interface Options {
  sample?: boolean
}

async function run(
  environment: NodeJS.ProcessEnv,
  now: () => Temporal.Instant,
  called: string,
  { sample }: Options,
): Promise<void> {
  const config = configOrExit(environment)
  const log = createLog(config.logLevel)
  // A library's forgotten promise must not take every customer's bot down with it.
  process.on('unhandledRejection', (error) => log.error({ error }, 'a promise nobody waited for failed'))
  try {
    const running = await start(config, { log, now, doctor: `${called} doctor` })
    if (sample && config.playground) await loadSample(running.bot, config)
    if (config.playground) console.log(`\n  Rapport is ready. Open ${running.url} in your browser.\n`)
    else console.log(`\n  ${standing(config, running.missing(), called)} Health: ${running.url}/readyz\n`)
    stopOnSignal(running.stop)
  } catch (error) {
    log.debug({ error }, 'the start failed')
    console.error(
      `\n  Rapport could not start: ${error instanceof Error ? error.message : String(error)}\n  “${called} doctor” looks at every part.\n`,
    )
    process.exit(1)
  }
}

const NAMES = [
  ['slack', 'Slack'],
  ['discord', 'Discord'],
] as const

/** Which platforms are there, and which are not, in a line. */
export function standing(config: Partial<Pick<Config, 'slack' | 'discord'>>, missing: readonly string[], called: string): string {
  const meant = NAMES.filter(([platform]) => config[platform])
  const namesOf = (isMissing: boolean) =>
    meant.filter(([platform]) => missing.includes(platform) === isMissing).map(([, name]) => name)
  const [connected, waiting] = [namesOf(false), namesOf(true)]
  const running = connected.length ? `Rapport is running (${connected.join(' and ')}).` : 'Rapport has started.'
  return waiting.length ? `${running} Not connected yet: ${waiting.join(' and ')}; “${called} doctor” says why.` : running
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
  let asked: number | undefined
  const end = () => {
    const first = asked === undefined
    asked ??= performance.now()
    if (!first && performance.now() - asked > SAME_KEY) process.exit(1) // asked once more: at once
    if (!first) return
    setTimeout(() => process.exit(1), LONGEST_STOP).unref()
    void stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
}
