import { chmodSync, cpSync } from 'node:fs'

// What the compiler leaves to do: the pages' plain HTML, CSS and JavaScript are copied beside their servers, and the command is made runnable.
for (const folder of ['adapters/playground/page/', 'http/look/']) {
  const from = new URL(`../src/${folder}`, import.meta.url)
  const to = new URL(`../dist/${folder}`, import.meta.url)
  cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('tsconfig.json') })
}
chmodSync(new URL('../dist/cli/rapport.js', import.meta.url), 0o755)
