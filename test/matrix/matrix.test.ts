import { describe, expect, test } from 'vitest'
import { tokenOf } from '../../src/bot/action.ts'
import { fieldsOf } from '../../src/bot/form.ts'
import type { Ask } from '../../src/bot/request.ts'
import { rowsOf } from '../../src/crm/exporting/pages.ts'
import { heldAbout } from '../../src/crm/exporting/person.ts'
import type { Wish } from '../../src/crm/exporting/wish.ts'
import { forged } from './inputs.ts'
import { countOf, forbidden, printOf, tellsNothing } from './leaks.ts'
import { ASKERS, type Asker, marks, OWNERS, type Owner, SEES, VISIBILITIES, type Visibility, world } from './world.ts'

const made = await world()
const db = made.house.database.prisma
const { operations } = made.registry

/** What is forged is the same wherever everything is seen: whoever sees all is asked in one of the workspaces. */
const asked: [Visibility, Asker][] = VISIBILITIES.flatMap((visibility) =>
  (Object.keys(ASKERS) as Asker[])
    .filter((one) => one !== 'ana' || visibility === 'own')
    .map((one): [Visibility, Asker] => [visibility, one]),
)

/**
 * Whose records are forged: those of each kind that somebody can be to the asker, once. Another workspace is as far away for all who see but some, and of two
 * team-mates neither of whom is seen, one is asked for.
 */
const askedAbout = (visibility: Visibility, asker: Asker): readonly Owner[] =>
  OWNERS.filter((one) => !(one === 'oz' && visibility === 'team') && !(one === 'tom' && visibility === 'own' && asker === 'rena'))

describe.each(asked)('visibility %s, asked by %s', (visibility, asker) => {
  const unseen = OWNERS.filter((one) => !SEES[visibility][asker].includes(one))

  test('starts from its own choice', () => made.choose(visibility))

  test.each(operations.map((op) => [op.name, op] as const))('%s', async (_name, op) => {
    for (const owner of askedAbout(visibility, asker)) {
      const isSeen = SEES[visibility][asker].includes(owner)
      for (const [at, input] of forged(made, op, owner).entries()) {
        // Of what is seen only the private notes are to be kept.
        if (isSeen && !JSON.stringify(input).includes(made.records[owner].secret)) continue
        await asks({ kind: 'press', token: tokenOf({ operation: op.name, input }) }, JSON.stringify(input))
        if (at === 0) await asks({ kind: 'press', token: tokenOf({ operation: op.name, input }, true) }, JSON.stringify(input))
      }
      const { company, email } = marks(owner)
      if (!op.hidden && !isSeen)
        for (const typed of [company, `${email}@${email}.example`])
          await asks({ kind: 'line', text: `${op.name} ${typed}` }, typed)
    }
  })

  async function asks(ask: Ask, typed: string): Promise<void> {
    const where = `${visibility} ${asker} ${JSON.stringify(ask)}`
    const before = await stands()
    const answer = await made.ask(asker, ask, async (tx) => {
      expect(await printOf(tx, made, unseen), `${where} changed what is not seen`).toBe(before.unseen)
      if (ASKERS[asker] === 'reader') expect(await countOf(tx), `${where} changed something, as a reader`).toBe(before.all)
    })
    tellsNothing(answer, forbidden(visibility, asker, typed), where)
  }

  let known: { unseen: string; all: string } | undefined
  const stands = async () => (known ??= { unseen: await printOf(db, made, unseen), all: await countOf(db) })

  test('suggestions tell of nothing that is not seen', async () => {
    const fields = operations.flatMap((op) =>
      fieldsOf(op)
        .filter((one) => one.widget === 'customer')
        .map((one) => [op.name, one.name] as const),
    )
    const [operation, field] = fields[0]!
    for (const owner of OWNERS) {
      const { company, person, email, phone, alias } = marks(owner)
      const { records } = made
      for (const typed of [
        '',
        'z',
        'zq',
        'Ng',
        company,
        company.slice(0, 5),
        `${person} N`,
        `${email}@${email}.example`,
        `${email}.example`,
        `+49 30 ${phone}`,
        alias,
        `company:${records[owner].company}`,
        `contact:${records[owner].contact}`,
      ]) {
        const found = await made.bot.suggest({
          place: { platform: 'playground', team: 'acme-sales', user: asker, kind: 'direct', channel: asker },
          operation,
          field,
          typed,
          profile: async () => ({ name: asker }),
        })
        tellsNothing(found, forbidden(visibility, asker), `${visibility} ${asker} suggest ${typed}`)
      }
    }
  })

  test('plain lines that name somebody else’s tell of nothing but what was typed', async () => {
    for (const owner of OWNERS as readonly Owner[]) {
      const { company, person, email, phone, note } = marks(owner)
      for (const text of [
        `spoke to ${person} Ng of ${company}`,
        `emailed ${email}@${email}.example`,
        `${company}?`,
        `called +49 30 ${phone}, no answer`,
        `find ${note}`,
        `find zq`,
        `find Ng`,
      ])
        await asks({ kind: 'say', text }, text)
    }
  })

  test('files of everything tell of nothing that is not seen', async () => {
    const context = await made.context(asker)
    const words = forbidden(visibility, asker)
    for (const kind of ['companies', 'contacts', 'activities', 'tasks'] as const)
      for await (const rows of rowsOf(context, { kind } as Wish))
        tellsNothing(rows, words, `${visibility} ${asker} file of ${kind}`)
    for (const owner of OWNERS)
      tellsNothing(await heldAbout(context, made.records[owner].contact), words, `${visibility} ${asker} file on a person`)
  })

  test('messages and pages tell of nothing that is not seen', async () => {
    const context = await made.context(asker)
    for (const [kind, notice] of made.registry.notices)
      for (const owner of OWNERS) {
        const record = made.records[owner]
        const task = await db.task.findFirstOrThrow({ where: { id: record.task } })
        const input = {
          task: record.task,
          at: task.remindAt!.toISOString(),
          owner: record.member,
          by: record.member,
          due: task.dueLocal,
          since: '2026-11-20T00:00:00Z',
          day: '2026-11-24',
          to: 'Europe/Berlin',
          for: record.member,
          channel: record.company,
        }
        const read = notice.input.safeParse(input)
        if (!read.success) continue
        const words = forbidden(visibility, asker)
        tellsNothing(await notice.build(context, read.data), words, `${visibility} ${asker} notice ${kind}`)
        tellsNothing(await notice.settled?.(context, read.data), words, `${visibility} ${asker} settled ${kind}`)
      }
  })
})

test('what is seen is told: the words that are looked for are there', async () => {
  await made.choose('own')
  const mark = marks('rita')
  const { company, contact } = made.records.rita
  const told = async (asker: Asker, operation: string, customer: string) =>
    JSON.stringify(await made.ask(asker, { kind: 'press', token: tokenOf({ operation, input: { customer } }) }))
  for (const asker of ['rita', 'mia', 'ana'] as const) {
    const all = [
      await told(asker, 'show', `company:${company}`),
      await told(asker, 'show', `contact:${contact}`),
      await told(asker, 'timeline', `company:${company}`),
      await told(asker, 'last', `contact:${contact}`),
    ].join()
    const { secret, ...open } = mark
    // A phone number is shown as it was read, with spaces in it.
    for (const word of Object.values(open).filter((one) => one !== mark.phone)) expect(all).toContain(word)
    expect(all.includes(secret)).toBe(asker === 'rita')
  }
})

test('no operation ended in a fault', () => {
  expect(made.house.faults).toEqual([])
})
