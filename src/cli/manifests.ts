import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { discordManifest } from '../adapters/discord/index.ts'
import { slackManifest } from '../adapters/slack/index.ts'
import { rapportRegistry } from '../rooms.ts'

/** What is pasted at "create app from manifest", made from the operations; each file's name and content. */
export function manifests(): Record<string, string> {
  const registry = rapportRegistry()
  const made = {
    'slack.json': slackManifest(registry, { mode: 'socket' }),
    'slack-http.json': slackManifest(registry, { mode: 'http', requestUrl: 'https://rapport.example.com/slack/events' }),
    'slack-hosted.json': slackManifest(registry, {
      mode: 'hosted',
      requestUrl: 'https://rapport.example.com/slack/events',
      redirectUrl: 'https://rapport.example.com/slack/oauth_redirect',
    }),
    'discord.json': discordManifest(registry),
  }
  return Object.fromEntries(Object.entries(made).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`]))
}

/** `rapport manifests [folder]`: writes them. */
export function manifestsCommand(program: Command): void {
  program
    .command('manifests')
    .description('write the app manifests for Slack and Discord')
    .argument('[folder]', 'where to', fileURLToPath(new URL('../../manifests', import.meta.url)))
    .action(async (folder: string) => {
      await mkdir(folder, { recursive: true })
      for (const [name, content] of Object.entries(manifests())) await writeFile(path.join(folder, name), content)
    })
}
