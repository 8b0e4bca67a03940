import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { programCalled } from '../../src/cli/called.ts'

const checkout = { npm_package_name: 'rapport', npm_lifecycle_event: 'rapport' }

test.each([
  [checkout, '/srv/rapport/dist/cli/rapport.js', 'npm run rapport --'],
  [{ ...checkout, npm_lifecycle_event: 'start' }, '/srv/rapport/dist/cli/rapport.js', 'npm run rapport --'],
  [{}, '/usr/local/bin/rapport', 'rapport'],
  [{ npm_package_name: 'shop', npm_lifecycle_event: 'crm' }, '/shop/node_modules/.bin/rapport', 'rapport'],
  [{ npm_lifecycle_event: 'npx' }, '/shop/node_modules/.bin/rapport', 'npx rapport'],
  [{}, `${process.cwd()}/dist/cli/rapport.js`, 'node dist/cli/rapport.js'],
])('%j, %s: called as %s', (environment, script, called) => {
  expect(programCalled(environment, script)).toBe(called)
})

test('what the program says can be typed as it was called', async () => {
  const program = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/rapport.ts', 'nonsense', 'more'], {
    env: { PATH: process.env.PATH, ...checkout },
  })
  await expect(program).rejects.toMatchObject({ stderr: expect.stringContaining('“npm run rapport -- --help”') })
})
