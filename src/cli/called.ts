import path from 'node:path'

/** How this program was called, so that what it tells to type next can be typed: `npm run rapport --` in a checkout, `rapport` where it is installed. */
export function programCalled(environment: NodeJS.ProcessEnv, script = process.argv[1] ?? ''): string {
  const name = path.basename(script).replace(/\.(?:cmd|ps1)$/, '')
  if (environment.npm_package_name === 'rapport' && environment.npm_lifecycle_event !== 'npx') return 'npm run rapport --'
  if (name === 'rapport') return environment.npm_lifecycle_event === 'npx' ? 'npx rapport' : 'rapport'
  if (name === 'rapport.js') return `node ${path.relative('', script) || script}`
  return 'npm run rapport --'
}
