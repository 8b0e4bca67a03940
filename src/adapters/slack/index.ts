export { type SlackAdapterOptions, slackAdapter } from './adapter.ts'
export type { SlackConfig } from './config.ts'
export { checkSlack, type Finding } from './doctor.ts'
export { type SlackManifest, slackManifest } from './manifest.ts'
