import type { Command } from 'commander'
import type { Temporal } from 'temporal-polyfill'
import { checkDiscord } from '../adapters/discord/index.ts'
import { checkSlack } from '../adapters/slack/index.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { rapportRegistry } from '../rooms.ts'
import { checkBackups } from './doctor-backups.ts'
import { checkGrants } from './doctor-grants.ts'
import { checkRetention } from './doctor-retention.ts'
import { checkFolder, checkPort, checkPublicUrl, checkServer, type Finding } from './machine.ts'

/** `rapport doctor`: says for each part what works, what is missing, and the next step. Exit code 1 when something is not well. */
export function doctorCommand(
  program: Command,
  { environment, stdout, now }: { environment: NodeJS.ProcessEnv; stdout: NodeJS.WritableStream; now: () => Temporal.Instant },
): void {
  program
    .command('doctor')
    .description('look at every part: settings, database, folder, backups, port, Slack, Discord')
    .action(async () => {
      const findings = await examine(environment, now())
      for (const one of findings)
        stdout.write(`${one.ok ? '✓' : '✗'} ${one.name}: ${one.says}\n${one.next && !one.ok ? `    → ${one.next}\n` : ''}`)
      if (findings.some((one) => !one.ok)) process.exitCode = 1
    })
}

export async function examine(environment: NodeJS.ProcessEnv, now: Temporal.Instant): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(environment)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n').map((fault) => ({
      name: 'settings',
      ok: false,
      says: fault,
      next: 'Mend this environment variable and run the doctor again.',
    }))
  }
  const parts = [
    Promise.resolve([{ name: 'settings', ok: true, says: `read; time zone ${config.timeZone}, language ${config.locale}` }]),
    config.databaseUrl ? checkServer(config.databaseUrl) : checkFolder(config.dataDir),
    config.databaseUrl ? checkRetention(config.databaseUrl) : Promise.resolve([]),
    checkBackups(config, now),
    checkPort(config),
    checkPublicUrl(config),
    config.slack
      ? checkSlack(config.slack)
      : absent(
          'Slack',
          'neither SLACK_BOT_TOKEN nor, for many teams, SLACK_CLIENT_ID is set',
          'docs/slack.md leads to the tokens',
        ),
    ...(config.slack?.hosted && config.databaseUrl ? [checkGrants(config.databaseUrl, config.tokenKeys)] : []),
    config.discord
      ? checkDiscord(config.discord, { registry: rapportRegistry(), now: now.epochMilliseconds })
      : absent('Discord', 'DISCORD_TOKEN is not set', 'docs/discord.md leads to the token'),
  ]
  return (await Promise.all(parts)).flat()
}

// Not to use a platform is a choice, no fault.
const absent = async (name: string, says: string, next: string): Promise<Finding[]> => [
  { name, ok: true, says: `not used: ${says} (${next})` },
]
