export { slackAdapter } from './adapter.ts'
export { checkSlack } from './doctor.ts'
export { slackManifest } from './manifest.ts'
