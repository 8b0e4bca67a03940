import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, inTransaction, rows, type Transaction } from '../../src/database/index.ts'
import { isConflict } from '../../src/database/transaction.ts'
import { freshDatabase } from '../support/database.ts'

const { prisma } = await freshDatabase()
const ana = { id: randomUUID(), name: 'Ana', timeZone: 'UTC', locale: 'en' }
const bo = { id: randomUUID(), name: 'Bo', timeZone: 'UTC', locale: 'en' }

beforeEach(async () => {
  await prisma.workspace.deleteMany()
  await prisma.workspace.createMany({ data: [ana, bo] })
})

const rename = (id: string, name: string) => ({ where: { id }, data: { name } })
const names = async () => (await prisma.workspace.findMany({ orderBy: { locale: 'asc' } })).map(({ name }) => name).sort()

/** Both wait here until both have come, the first time; who comes again goes on. */
function meeting(): () => Promise<void> {
  let arrive: () => void = () => undefined
  const all = new Promise<void>((resolve) => {
    arrive = resolve
  })
  let come = 0
  return () => {
    if (++come === 2) arrive()
    return all
  }
}

describe('a transaction', () => {
  test('keeps all or nothing', async () => {
    const failed = inTransaction(prisma, async (tx) => {
      await tx.workspace.update(rename(ana.id, 'Acme Corp'))
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await names()).toEqual(['Ana', 'Bo'])
  })

  test('is done again after a deadlock', async () => {
    const met = meeting()
    let tries = 0
    const both = (first: string, second: string, name: string) =>
      inTransaction(
        prisma,
        async (tx) => {
          tries++
          await tx.workspace.update(rename(first, `${name} 1`))
          await met()
          await tx.workspace.update(rename(second, `${name} 2`))
        },
        { jitter: () => 0.5 },
      )
    await Promise.all([both(ana.id, bo.id, 'Acme'), both(bo.id, ana.id, 'Northwind')])
    expect(tries).toBe(3)
    expect([
      ['Acme 1', 'Acme 2'],
      ['Northwind 1', 'Northwind 2'],
    ]).toContainEqual(await names())
  })

  test.each(['through Prisma', 'in plain SQL'])('is done again when it would not be serializable, %s', async (way) => {
    const met = meeting()
    let tries = 0
    const renameUnlessAlone = (id: string) =>
      inTransaction(
        prisma,
        async (tx) => {
          tries++
          const others = await tx.workspace.count({ where: { name: 'gone' } })
          await met()
          if (others > 0) return
          if (way === 'through Prisma') await tx.workspace.update(rename(id, 'gone'))
          else await rows(tx, `UPDATE workspaces SET name = 'gone' WHERE id = $1::uuid RETURNING 1 AS n`, [id])
        },
        { isolation: 'Serializable', jitter: () => 0.5 },
      )
    await Promise.all([renameUnlessAlone(ana.id), renameUnlessAlone(bo.id)])
    expect(tries).toBe(3)
    expect((await names()).filter((name) => name === 'gone')).toHaveLength(1)
  })

  test('gives up in the end', async () => {
    let tries = 0
    const conflict = () => {
      tries++
      return rows(prisma, `DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`)
    }
    const failing = inTransaction(prisma, conflict, { attempts: 3, jitter: () => 0 })
    await expect(failing).rejects.toThrow('again')
    expect(tries).toBe(3)
  })

  test('is not done again for other faults', async () => {
    let tries = 0
    const twice = inTransaction(prisma, async (tx) => {
      tries++
      await tx.workspace.create({ data: ana })
    })
    await expect(twice).rejects.toMatchObject({ code: 'P2002' })
    expect(tries).toBe(1)
  })

  test('tells conflicts from other things', () => {
    expect(isConflict(new Error('x', { cause: { kind: 'TransactionWriteConflict' } }))).toBe(true)
    expect(isConflict({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '40P01' } } } })).toBe(true)
    expect(isConflict({ code: '23505' })).toBe(false)
    expect(isConflict('40001')).toBe(false)
    expect(isConflict(undefined)).toBe(false)
  })
})

describe('rows that a transaction only adds', () => {
  const at = new Date('2026-11-24T09:00:00.123Z')
  const parked = (id: string, input: object) => ({ workspaceId: ana.id, id, operation: 'log', input, createdAt: at })
  const standing = () => prisma.parkedInput.findMany({ where: { workspaceId: ana.id }, orderBy: { id: 'asc' } })
  beforeEach(async () => void (await prisma.parkedInput.deleteMany()))

  test('are all there when it ends, as they were given', async () => {
    const [one, two] = [randomUUID(), randomUUID()].sort() as [string, string]
    await inTransaction(prisma, async (tx) => {
      await insert(tx, 'parked_inputs', parked(one, { line: "王伟 “👋” \\ '; DROP TABLE tasks" }))
      await insert(tx, 'parked_inputs', parked(two, { page: 2, add: true }))
    })
    expect(await standing()).toEqual([
      parked(one, { line: "王伟 “👋” \\ '; DROP TABLE tasks" }),
      parked(two, { page: 2, add: true }),
    ])
  })

  test('are seen by what is asked after them, whatever the road', async () => {
    const id = randomUUID()
    await inTransaction(prisma, async (tx) => {
      expect(await rows(tx, 'SELECT id FROM parked_inputs')).toEqual([])
      await insert(tx, 'parked_inputs', parked(id, {}))
      expect(await rows(tx, 'SELECT id::text FROM parked_inputs')).toEqual([{ id }])
      expect(await prisma.parkedInput.count()).toBe(0)
      expect(await tx.parkedInput.count()).toBe(1)
      await tx.parkedInput.update({ where: { workspaceId_id: { workspaceId: ana.id, id } }, data: { operation: 'remind' } })
      await insert(tx, 'parked_inputs', parked(randomUUID(), {}))
    })
    expect((await standing()).map(({ operation }) => operation).sort()).toEqual(['log', 'remind'])
  })

  test.each([
    ['before it began', async () => undefined],
    ['after it began', async (tx: Transaction) => void (await tx.workspace.findMany())],
  ])('are not kept when it fails %s', async (_when, meanwhile) => {
    const failing = inTransaction(prisma, async (tx) => {
      await insert(tx, 'parked_inputs', parked(randomUUID(), {}))
      await meanwhile(tx)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await standing()).toEqual([])
  })

  test('are all refused when one of them is', async () => {
    const id = randomUUID()
    const twice = inTransaction(prisma, async (tx) => {
      await insert(tx, 'parked_inputs', parked(id, {}))
      await insert(tx, 'parked_inputs', { ...parked(id, {}), operation: 'remind' })
    })
    await expect(twice).rejects.toThrow(/duplicate key/)
    expect(await standing()).toEqual([])
  })
})
