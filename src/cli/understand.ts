import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type CustomerIndex, customerIndex, type Understanding, understand } from '../understanding/index.ts'
import { explained, factsAsText } from './explain.ts'

/** What the command talks to: standard streams and the clock. */
export interface UnderstandIo {
  stdin: Readable
  stdout: Writable
  stderr: Writable
  now(): Temporal.Instant
}

const known = z.array(
  z.object({ company: z.string().min(1), aliases: z.array(z.string()).optional(), contacts: z.array(z.string()).default([]) }),
)
const zone = z.string().refine((name) => isZone(name), 'is no time zone')
const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'is no instant' })
    return z.NEVER
  }
})
const oneCase = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  now: instant,
  zone,
  known: known.default([]),
})

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const indexOf = (list: z.infer<typeof known>): CustomerIndex =>
  customerIndex(
    list.map(({ company, aliases, contacts }) => ({
      id: company,
      name: company,
      aliases,
      contacts: contacts.map((name) => ({ id: name, name })),
    })),
  )

/** The index of a list of customers, kept while the cases that follow have the same list. */
function indexer(): (list: z.infer<typeof known>) => CustomerIndex {
  let last: { key: string; index: CustomerIndex } | undefined
  return (list) => {
    const key = JSON.stringify(list)
    if (last?.key !== key) last = { key, index: indexOf(list) }
    return last.index
  }
}

interface Options {
  now?: string
  zone?: string
  json?: boolean
  explain?: boolean
  known?: string
}

/**
 * Adds `understand [line]`: what one line means, or, without a line, the facts of cases on standard input,
 * one JSON object a line. A faulty case is told on standard error with its line number; the others are answered.
 */
export function understandCommand(program: Command, io: UnderstandIo): void {
  program
    .command('understand [line]')
    .description('Say which facts a log line states; without a line, read cases as JSON lines')
    .option('--now <instant>', 'when it was typed, ISO 8601 with offset (default: now)')
    .option('--zone <zone>', 'the IANA time zone of whoever typed it (default: UTC)')
    .option('--known <file>', 'customers, as JSON: [{"company": "Acme Corp", "contacts": ["Wei Zhang"]}]')
    .option('--json', 'answer as JSON')
    .option('--explain', 'show which words gave which fact')
    .action(async (line: string | undefined, options: Options) => {
      const failed = line === undefined ? await answerCases(io) : answerLine(io, line, options)
      if (failed) process.exitCode = 1
    })
}

async function answerCases({ stdin, stdout, stderr }: UnderstandIo): Promise<boolean> {
  const index = indexer()
  let number = 0
  let failed = false
  for await (const raw of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const text = raw.replace(/^\uFEFF/, '').trim()
    if (!text) continue
    const read = readCase(text)
    if ('fault' in read) {
      stderr.write(`line ${number}: ${read.fault}\n`)
      failed = true
      continue
    }
    const { id, now, zone, known, text: words } = read
    stdout.write(`${JSON.stringify({ id, facts: understand(words, { now, zone, customers: index(known) }).facts })}\n`)
  }
  return failed
}

function readCase(text: string): z.infer<typeof oneCase> | { fault: string } {
  try {
    const { success, data, error } = oneCase.safeParse(JSON.parse(text))
    return success ? data : { fault: faultsOf(error) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

const faultsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')

function answerLine({ stdout, stderr, now }: UnderstandIo, line: string, options: Options): boolean {
  try {
    const list = options.known ? known.parse(JSON.parse(readFileSync(options.known, 'utf8'))) : []
    const moment = { now: options.now ? Temporal.Instant.from(options.now) : now(), zone: zone.parse(options.zone ?? 'UTC') }
    const understood = understand(line, { ...moment, customers: indexOf(list) })
    stdout.write(answerOf(line, understood, options, isColoured(stdout)))
    return false
  } catch (error) {
    stderr.write(`${error instanceof z.ZodError ? faultsOf(error) : error instanceof Error ? error.message : String(error)}\n`)
    return true
  }
}

const isColoured = (stdout: Writable & { hasColors?: () => boolean }): boolean => stdout.hasColors?.() ?? false

function answerOf(line: string, understood: Understanding, { json, explain }: Options, colour: boolean): string {
  const { facts, evidence } = understood
  if (json) return `${JSON.stringify(explain ? { facts, evidence } : facts, null, 2)}\n`
  return explain ? explained(line, understood, colour) : factsAsText(facts)
}
