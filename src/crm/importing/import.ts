import { z } from 'zod'
import { card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import type { SentFile } from '../../bot/request.ts'
import { doorFor, throughDoor } from '../doors/doors.ts'
import { DATE_ORDERS } from './dates.ts'
import { cardOf } from './kept/card.ts'
import { isTable, type Kept, keepFile, keptBy, LARGEST, move } from './kept/kept.ts'
import { WHATS } from './kinds/kinds.ts'
import { importPage, importsPage } from './page/page.ts'
import { NUMBER_FORMATS } from './survey.ts'
import { say } from './words.ts'

const base = { group: 'records', allow: 'manager', effect: 'write' } as const

/** A file that was dropped is kept and looked through; without one, how to. */
export const importIt = operation({
  ...base,
  name: 'import',
  zh: '导入',
  summary: { en: 'Bring companies and contacts from a file', zh: '从文件导入公司和联系人' },
  examples: ['import'],
  rare: true,
  input: z.object({}),
  takesFile: { en: 'A CSV, TSV, Excel or vCard file', zh: 'CSV、TSV、Excel 或 vCard 文件' },
  handle: async (context) => {
    const words = say(context.locale)
    const [file] = context.files
    if (!file) {
      const shown = throughDoor(context, await doorFor(context, importsPage), words.open)
      return card({ ...shown, lines: [words.how, ...shown.lines] })
    }
    if (!isTable(file.name)) throw new UserError(words.noTable(file.name), { mend: false })
    if (file.size > LARGEST) throw new UserError(words.tooLarge(LARGEST / 1024 ** 2), { mend: false })
    const id = await keepFile(context, file.name, fetched(file, words.notFetched(file.name)))
    return cardOf(await theirs(context, id), context.locale)
  },
})

/** All of a file, as its platform hands it out. Throws UserError, in these words, when that is not all of it. */
async function* fetched(file: SentFile, words: string): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const piece of file.read()) {
      size += piece.length
      yield piece
    }
  } catch (cause) {
    throw new UserError(words, { mend: false, cause })
  }
  if (size < file.size) throw new UserError(words, { mend: false, cause: `${size} of ${file.size} bytes came` })
}

const one = { import: field.hidden(100) }

export const startImport = operation({
  ...base,
  name: 'import start',
  summary: { en: 'Import a file that was looked through', zh: '导入已看过的文件' },
  examples: [],
  hidden: true,
  input: z.object(one),
  handle: async (context, { import: id }) => moved(context, id, ['ready'], 'importing'),
})

export const cancelImport = operation({
  ...base,
  name: 'import cancel',
  summary: { en: 'Do not import a file', zh: '不导入文件' },
  examples: [],
  hidden: true,
  input: z.object(one),
  handle: async (context, { import: id }) => moved(context, id, ['ready', 'unclear'], 'cancelled'),
})

export const setImport = operation({
  ...base,
  name: 'import set',
  summary: { en: 'Say what is unclear in a file', zh: '说明文件中不清楚的地方' },
  examples: [],
  hidden: true,
  input: z.object({ ...one, name: field.hidden(20), value: field.hidden(20) }),
  handle: async (context, { import: id, name, value }) => {
    const kept = await theirs(context, id)
    const allowed: Partial<Record<string, readonly string[]>> = {
      numbers: NUMBER_FORMATS,
      dates: DATE_ORDERS,
      what: WHATS,
      createMissing: ['yes'],
    }
    if (!allowed[name]?.includes(value)) throw new UserError(say(context.locale).moved, { mend: false })
    return moved(context, id, ['unclear', 'ready'], 'reading', {
      options: { ...kept.options, [name]: name === 'createMissing' ? true : value },
    })
  },
})

/** The page of one file: its columns, and its lines. */
export const openImport = operation({
  ...base,
  name: 'import open',
  summary: { en: 'Look at an import in the browser', zh: '在浏览器中查看导入' },
  examples: [],
  hidden: true,
  input: z.object(one),
  handle: async (context, { import: id }) => {
    await theirs(context, id)
    const words = say(context.locale)
    const shown = throughDoor(context, await doorFor(context, importPage, { id: id.replace(/^import:/, '') }), words.open)
    return card({ ...shown, lines: [words.opened, ...shown.lines] })
  },
})

async function theirs(context: Context, id: string): Promise<Kept> {
  const kept = await keptBy(context, id)
  if (!kept) throw new UserError(say(context.locale).gone, { mend: false })
  return kept
}

async function moved(
  context: Context,
  id: string,
  ...how: Parameters<typeof move> extends [unknown, unknown, ...infer R] ? R : never
) {
  await theirs(context, id)
  const done = await move(context, id, ...how)
  const kept = await theirs(context, id)
  if (!done && kept.state === 'cancelled') throw new UserError(say(context.locale).moved, { mend: false })
  return cardOf(kept, context.locale)
}
