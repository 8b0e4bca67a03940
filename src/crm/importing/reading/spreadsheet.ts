import { readFile } from 'node:fs/promises'
import readWorkbook from 'read-excel-file/node'
import { ImportError, type ReadOptions, type Source } from './source.ts'

type Cell = string | number | boolean | Date | null

/** A workbook of Excel: its first sheet, or the one asked for. It is held in memory as a whole. */
export async function spreadsheet(file: string, { sheet }: ReadOptions): Promise<Source> {
  const sheets = await sheetsOf(file)
  const found = sheet
    ? (sheets.find((one) => one.sheet.toLowerCase() === sheet.toLowerCase()) ?? sheets[Number(sheet) - 1])
    : sheets[0]
  const names = sheets.map((one) => `“${one.sheet}”`).join(', ')
  if (!found) throw new ImportError((say) => say.noSheet(sheet ?? '', names))
  const others = sheet || sheets.length < 2 ? '' : names
  return {
    readAs: (say, by) => say.workbook(found.sheet, others, by),
    exactNumbers: true,
    sheets: sheets.length,
    rows: async function* () {
      for (const [at, cells] of found.data.entries()) yield { line: at + 1, values: (cells as Cell[]).map(textOf) }
    },
  }
}

async function sheetsOf(file: string) {
  try {
    return await readWorkbook(await readFile(file))
  } catch (cause) {
    throw new ImportError((say) => say.badWorkbook, { cause })
  }
}

/** A cell as one would type it: a day as 2026-11-24, a number without grouping. */
function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(cell).trim()
}
