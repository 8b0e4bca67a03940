import { Temporal } from 'temporal-polyfill'
import type { Action, Button, Card, Reply } from '../../../src/bot/card.ts'
import { type Caller, contextFor } from '../../../src/bot/context.ts'
import { Ask, UserError } from '../../../src/bot/errors.ts'
import { type Registry, readLine, registryOf } from '../../../src/bot/registry.ts'
import { audit } from '../../../src/crm/audit/index.ts'
import { companies } from '../../../src/crm/companies/index.ts'
import { contacts } from '../../../src/crm/contacts/index.ts'
import { customers } from '../../../src/crm/customers/index.ts'
import { finding } from '../../../src/crm/finding/index.ts'
import { newId } from '../../../src/crm/ids.ts'
import { sample } from '../../../src/crm/sample/index.ts'
import { timelines } from '../../../src/crm/timeline/index.ts'
import { inTransaction, type OpenDatabase } from '../../../src/database/index.ts'

const REACH = { url: 'http://127.0.0.1:3000', isPublic: false }

export const NOW = Temporal.Instant.from('2026-11-24T10:00:00+01:00')
export const registry: Registry = registryOf([customers, finding, timelines, companies, contacts, audit, sample])

/** One workspace with Ana in it, and the rooms of the customers; each line she types is one request. */
export interface World {
  caller: Caller
  context: (more?: { requestId?: string; operation?: string }) => ReturnType<typeof contextFor>
  /** Types a line; gives the card or form, also where the operation asked back. A refusal throws. */
  type: (line: string) => Promise<Reply>
  /** Runs what a button carries. */
  run: (action: Action) => Promise<Reply>
}

let requests = 0

export async function aWorkspace(
  database: OpenDatabase,
  more: { name?: string; zone?: string; role?: 'rep' | 'admin' } = {},
): Promise<World> {
  const db = database.prisma
  const { name = 'Acme Sales', zone = 'Europe/Berlin', role = 'rep' } = more
  const workspace = { id: newId(NOW), name, timeZone: zone, locale: 'en' as const }
  await db.workspace.create({ data: workspace })
  const row = await db.member.create({
    data: { workspaceId: workspace.id, id: newId(NOW), name: 'Ana', role, timeZone: zone, locale: 'en' },
  })
  const me = { ...row, role, locale: 'en' as const }
  const caller: Caller = { workspace, me, sees: 'all' }
  const place = { platform: 'playground', team: workspace.id, user: 'ana', kind: 'direct' } as const
  const contextOn = (tx: Parameters<typeof contextFor>[0], operation: string, id = `request-${++requests}`) =>
    contextFor(tx, caller, operation, { id, place }, { now: NOW, reach: REACH })

  const run: World['run'] = async ({ operation: name, input }) => {
    const op = registry.find(name)
    if (!op) throw new Error(`no operation ${name}`)
    const parsed = op.input.parse(input)
    try {
      return await inTransaction(db, (tx) => op.handle(contextOn(tx, name), parsed))
    } catch (error) {
      if (error instanceof Ask) return error.reply
      throw error
    }
  }
  return {
    caller,
    context: ({ requestId, operation = 'test' } = {}) => contextOn(db, operation, requestId),
    run,
    type: (line) => {
      const found = registry.match(line)
      if (!found) throw new Error(`no operation in ${line}`)
      return run({ operation: found.operation.name, input: readLine(found.operation, found.rest) })
    },
  }
}

export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`a form came: ${reply.title}`)
  return reply
}

export function buttonOf(reply: Reply, label: string): Button {
  const found = cardOf(reply).buttons?.find((one) => one.label === label)
  if (!found)
    throw new Error(
      `no “${label}” among ${cardOf(reply)
        .buttons?.map((one) => one.label)
        .join(', ')}`,
    )
  return found
}

/** All that a card says, line by line; buttons in brackets. */
export function said(reply: Reply): string {
  const card = cardOf(reply)
  return [
    card.title,
    ...(card.lines ?? []),
    ...(card.fields ?? []).map((one) => `${one.label}: ${one.value}`),
    ...(card.items ?? []).map((one) => [one.heading, one.text, one.detail].filter(Boolean).join(' | ')),
    card.context,
    (card.buttons ?? []).map((one) => `[${one.label}]`).join(' '),
    (card.pick?.options ?? []).map((one) => `<${one.label}>`).join(' '),
  ]
    .filter(Boolean)
    .join('\n')
}

/** What a promise is refused with. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('it was not refused')
}
