import { expect, test } from 'vitest'
import { rows } from '../../../src/database/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { aWorkspace } from './world.ts'

const database = await freshDatabase()

const KEPT = 'SELECT word, kind, length, id, "ownerId" FROM name_words ORDER BY id, word'
const MADE_ANEW = `SELECT DISTINCT word, kind, length, id, "ownerId" FROM (
  SELECT unnest("nameTokens") AS word, 'company' AS kind, length("searchName") AS length, id, "ownerId" FROM companies WHERE "archivedAt" IS NULL
  UNION ALL SELECT unnest("nameTokens"), 'contact', length("searchName"), id, "ownerId" FROM contacts WHERE "archivedAt" IS NULL) w ORDER BY id, word`

test('the words of names follow every change of a name, and its undoing', async () => {
  const { prisma } = database
  const ana = await aWorkspace(database)
  const bothAgree = async () => {
    const kept = await rows<{ word: string }>(prisma, KEPT)
    expect(kept).toEqual(await rows(prisma, MADE_ANEW))
    return kept.map(({ word }) => word)
  }

  await ana.type('add company Acme Corp')
  await ana.type('add contact Wei Zhang at Acme Corp')
  expect(await bothAgree()).toEqual(expect.arrayContaining(['acme', 'wei', 'zhang']))

  await prisma.company.updateMany({ data: { ownerId: null } })
  await bothAgree()

  await ana.type('edit Acme Corp name=Globex')
  const renamed = await bothAgree()
  expect(renamed).toContain('globex')
  expect(renamed).not.toContain('acme')

  await ana.type('undo')
  expect(await bothAgree()).toContain('acme')

  await ana.type('undo')
  expect(await bothAgree()).not.toContain('wei')
})
