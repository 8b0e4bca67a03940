export { discordAdapter } from './adapter.ts'
export { discordManifest } from './commands/manifest.ts'
export { checkDiscord } from './doctor.ts'
