import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Measures what is run, not what a loader makes of it: compiled as the product is. Name one to run it alone: `npm run bench -- slack`.
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
execFileSync(process.execPath, [at('../node_modules/typescript/bin/tsc'), '-p', at('../tsconfig.bench.json')], {
  stdio: 'inherit',
})
if (!existsSync(at('../dist/bench/prisma'))) symlinkSync(at('../prisma'), at('../dist/bench/prisma'), 'junction')
copyFileSync(at('../package.json'), at('../dist/bench/package.json'))
await import('../dist/bench/bench/all.js')
