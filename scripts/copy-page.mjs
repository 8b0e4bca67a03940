import { cpSync } from 'node:fs'

// The playground's page is plain HTML, CSS and JavaScript: it is copied beside what the compiler made, without its tsconfig.
const from = new URL('../src/adapters/playground/page/', import.meta.url)
const to = new URL('../dist/adapters/playground/page/', import.meta.url)
cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('tsconfig.json') })
