import type { Column } from './columns/fields.ts'
import type { Layout } from './columns/layout.ts'
import { ImportError, type Source } from './reading/source.ts'

/** How a column writes its numbers. */
export type NumberFormat = '1,234.5' | '1.234,5'
const NUMBERS: readonly Column[] = ['revenue', 'employees']

/** What a first look through the whole file finds, before anything is written. */
export interface Survey {
  /** Rows after the header. */
  rows: number
  /** How each column writes its numbers, where one can see it. */
  numbers: Map<number, NumberFormat>
}

/** Looks through the file once. Throws ImportError where it cannot be read to its end, where no row follows, and where a number's meaning is unclear. */
export async function surveyOf(source: Source, { columns, headers }: Layout, told?: NumberFormat): Promise<Survey> {
  const seen = new Map(columns.flatMap((column, at) => (column && NUMBERS.includes(column) ? [[at, new Seen()]] : [])))
  let rows = -1
  let filled = 0
  for await (const { values, fault } of source.rows()) {
    rows++
    if (rows === 0) continue
    if (fault || values.some((one) => one !== '')) filled++
    for (const [at, one] of seen) one.add(values[at] ?? '')
  }
  if (!filled) throw new ImportError((say) => say.noRows)
  const numbers = new Map<number, NumberFormat>()
  for (const [at, one] of source.exactNumbers ? [] : seen) {
    const format = told ?? one.format(columns[at] === 'employees')
    if (format === 'unclear')
      throw new ImportError((say, by) => say.numbers(headers[at] ?? '', one.example, by), {
        choose: { name: 'numbers', values: ['1,234.5', '1.234,5'] },
      })
    if (format) numbers.set(at, format)
  }
  return { rows, numbers }
}

/** What the numbers of a column show of how they are written. */
class Seen {
  #comma = 0
  #point = 0
  /** `1.234`: a point before the thousands, or before three decimals. */
  #either = 0
  #grouped = 0
  example = ''

  add(value: string): void {
    const number = /\d[\d.,]*\d/.exec(value.replaceAll(/(?<=\d)[\s'’\u00A0\u202F](?=\d{3})/g, ''))?.[0]
    if (!number || !/[.,]/.test(number)) return
    if (/^\d{1,3},\d{3}$/.test(number)) this.#grouped++
    else if (/^[1-9]\d{0,2}\.\d{3}$/.test(number)) {
      this.#either++
      this.example ||= value
    } else {
      if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$|^\d+,\d+$/.test(number)) this.#comma++
      else this.#point++
      if (this.#comma && this.#point) this.example ||= value
    }
  }

  format(whole: boolean): NumberFormat | 'unclear' | undefined {
    if (this.#comma && this.#point) return 'unclear'
    if (this.#comma) return '1.234,5'
    if (this.#point || this.#grouped) return '1,234.5'
    if (!this.#either) return undefined
    return whole ? '1.234,5' : 'unclear'
  }
}

/** A number with a point before its decimals, and nothing between its thousands. */
export const plainNumber = (value: string, format: NumberFormat | undefined): string =>
  format === '1.234,5' ? value.replaceAll(/(?<=\d)[.\s'’\u00A0\u202F](?=\d{3})/g, '').replace(/(?<=\d),(?=\d)/, '.') : value
