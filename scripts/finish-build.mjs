import { chmodSync, cpSync } from 'node:fs'

// What the compiler leaves to do: the playground's page is plain HTML, CSS and JavaScript and is copied beside its server, and the command is made runnable.
const from = new URL('../src/adapters/playground/page/', import.meta.url)
const to = new URL('../dist/adapters/playground/page/', import.meta.url)
cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('tsconfig.json') })
chmodSync(new URL('../dist/cli/rapport.js', import.meta.url), 0o755)
