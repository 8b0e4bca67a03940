import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { understandCommand } from '../../src/cli/understand.ts'

let folder: string
let known: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'understand-'))
  known = path.join(folder, 'known.json')
  await writeFile(known, JSON.stringify([{ company: 'Acme Corp', contacts: ['Wei Zhang'] }]))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the command writes, given its words and what comes in. */
async function run(words: string[], { stdin = '', colour = false } = {}): Promise<{ out: string; error: string }> {
  const said = { out: '', error: '' }
  const into = (name: 'out' | 'error') => {
    const write = (chunk: unknown, _encoding: string, done: () => void) => {
      said[name] += String(chunk)
      done()
    }
    return Object.assign(new Writable({ write }), { hasColors: () => colour })
  }
  const program = new Command().exitOverride()
  understandCommand(program, {
    stdin: Readable.from([stdin]),
    stdout: into('out'),
    stderr: into('error'),
    now: () => Temporal.Instant.from('2026-11-24T09:00:00Z'),
  })
  await program.parseAsync(['node', 'rapport', 'understand', ...words])
  process.exitCode = undefined
  return said
}

const LINE = 'called Wei, left voicemail, call back tomorrow 10am'
const WANT = {
  company: 'Acme Corp',
  contact: 'Wei Zhang',
  kind: 'call',
  outcome: 'left_voicemail',
  followUp: { at: '2026-11-25T10:00', what: 'call back' },
}

test('cases as JSON lines, a faulty one told with its line and the others answered', async () => {
  const one = {
    id: 'a',
    text: LINE,
    now: '2026-11-24T10:00:00+01:00',
    zone: 'Europe/Berlin',
    known: [{ company: 'Acme Corp', contacts: ['Wei Zhang'] }],
  }
  const { out, error } = await run([], { stdin: `${JSON.stringify(one)}\r\n\n{"id": 1}\n${JSON.stringify({ ...one, id: 2 })}\n` })
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'a', facts: WANT },
    { id: 2, facts: WANT },
  ])
  expect(error).toMatch(/^line 3: /)
})

test('a line, for people and as JSON', async () => {
  const options = ['--known', known, '--zone', 'Europe/Berlin', '--now', '2026-11-24T10:00:00+01:00']
  expect((await run([LINE, ...options])).out).toMatch(
    /^company {8}Acme Corp\ncontact {8}Wei Zhang\n[\s\S]*followUp.at {4}2026-11-25T10:00\n/,
  )
  expect(JSON.parse((await run([LINE, ...options, '--json'])).out)).toEqual(WANT)
})

test('the words that gave each fact, as they stand in the line', async () => {
  const { out } = await run([LINE, '--known', known, '--explain'])
  expect(out).toContain('contact: “Wei”')
  expect(out).toContain('outcome: “voicemail”')
  expect(out).toContain('followUp.at: “tomorrow 10am”')
  const { evidence } = JSON.parse((await run([LINE, '--known', known, '--explain', '--json'])).out)
  for (const { start, end, words } of evidence) expect(LINE.slice(start, end)).toBe(words)
})

test('on a terminal the line itself is shown, its words in the colours of their facts', async () => {
  const { out } = await run([LINE, '--known', known, '--explain'], { colour: true })
  expect(stripVTControlCharacters(out)).toMatch(new RegExp(`^${LINE}\n`))
  const colourOf = (text: string) => new RegExp(`(\u001b\\[\\d+m)${text}\u001b`).exec(out)?.[1]
  expect(colourOf('Wei')).toBeDefined()
  expect(colourOf('Wei')).toBe(colourOf('contact'))
  expect(colourOf('Wei')).not.toBe(colourOf('outcome'))
})

test('a wrong zone, instant or file is told, not thrown', async () => {
  expect((await run([LINE, '--zone', 'Mars/Base'])).error).toContain('is no time zone')
  expect((await run([LINE, '--now', 'soon'])).error).not.toBe('')
  expect((await run([LINE, '--known', path.join(folder, 'none.json')])).error).toContain('none.json')
})
