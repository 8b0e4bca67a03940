import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DECIDED } from './reads.ts'

const READ =
  /\b(?:FROM|JOIN)\s+(?:companies|contacts|activities|tasks|deals)\b|\.(?:company|contact|activity|task|deal)\.(?:find\w*|count|aggregate|groupBy)\(/g
const UNDER =
  /\b(?:company|contact|activity|task|deal)Seen\(|\b(?:companies|contacts|deals)Seen\(|\bseesCompany\(|\bseen\.(?:company|contact|activity|task|deal)\(|\bseen\(/g

const sources = () =>
  readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file.replaceAll('\\', '/')}`)

interface Reading {
  /** `crm/customers/show.ts people`: the file, and what is declared there. */
  name: string
  reads: number
  under: number
}

/** Every declaration in the sources that reads companies, contacts, activities or tasks, and how often it asks visibility.ts. */
function readings(): Reading[] {
  const files = sources().filter((file) => !file.includes('generated') && !file.endsWith('crm/visibility.ts'))
  return files.flatMap((file) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, '')
    return text
      .split(/^(?=(?:export )?(?:async )?(?:function|const|class|let) )/m)
      .map((part) => ({
        name: `${file.replace(/^src\//, '')} ${/(?:function|const|class|let)\s+(\w+)/.exec(part)?.[1] ?? ''}`,
        reads: part.match(READ)?.length ?? 0,
        under: part.match(UNDER)?.length ?? 0,
      }))
      .filter(({ reads }) => reads > 0)
  })
}

test('every read of customers, activities and tasks is under visibility.ts, or it is written down why not', () => {
  const open = readings().filter(({ name, reads, under }) => reads > under && !(name in DECIDED))
  expect(
    open,
    'Take the condition from src/crm/visibility.ts, or say in test/matrix/reads.ts why everybody may read this',
  ).toEqual([])
})

test('what is written down still stands', () => {
  const open = new Set(
    readings()
      .filter(({ reads, under }) => reads > under)
      .map(({ name }) => name),
  )
  expect(Object.keys(DECIDED).filter((name) => !open.has(name))).toEqual([])
})
