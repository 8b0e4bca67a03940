export { discordAdapter } from './adapter.ts'
export { discordManifest } from './commands/manifest.ts'
export { checkDiscord, type Finding, inviteLink } from './doctor.ts'
export type { DiscordConfig } from './rest.ts'
