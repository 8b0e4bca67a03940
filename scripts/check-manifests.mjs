import { readFileSync } from 'node:fs'
import { manifests } from '../dist/cli/manifests.js'

// The manifests are generated from the operations; what is committed must be what would be generated now.
const stale = Object.entries(manifests()).filter(([name, content]) => {
  try {
    return readFileSync(new URL(`../manifests/${name}`, import.meta.url), 'utf8') !== content
  } catch {
    return true
  }
})
if (stale.length) {
  console.error(
    `Out of date: ${stale.map(([name]) => `manifests/${name}`).join(', ')}. Run: npm run build && npm run rapport -- manifests`,
  )
  process.exit(1)
}
