import type { Column, Own } from './columns/fields.ts'
import type { Layout } from './columns/layout.ts'
import { DATE_ORDERS, type DateOrder, SeenDates } from './dates.ts'
import { ImportError, type Source } from './reading/source.ts'

/** How a column writes its numbers. */
export type NumberFormat = '1,234.5' | '1.234,5'
export const NUMBER_FORMATS: readonly NumberFormat[] = ['1,234.5', '1.234,5']
const NUMBERS: readonly Column[] = ['revenue', 'employees']
const DAYS: readonly Column[] = ['birthday']

/** What a first look through the whole file finds, before anything is written. */
export interface Survey {
  /** Rows after the header. */
  rows: number
  /** How each column writes its numbers, where one can see it. */
  numbers: Map<number, NumberFormat>
  /** In which order each column writes its days; undefined where any order gives the same. */
  days: Map<number, DateOrder | undefined>
}

/** What was said of how numbers and days are written. */
export interface Written {
  numbers?: NumberFormat
  dates?: DateOrder
}

/** Looks through the file once. Throws ImportError where it cannot be read to its end, where no row follows, and where it is unclear what a number or a day means. */
export async function surveyOf(source: Source, layout: Layout, told: Written = {}, own: readonly Own[] = []): Promise<Survey> {
  const { columns, kind } = layout
  const typed = (type: string) => own.flatMap(({ field, column }) => (field.type === type ? [column] : []))
  const seenIn = <S>(wanted: readonly Column[], seen: () => S) =>
    new Map(columns.flatMap((column, at) => (column && wanted.includes(column) ? [[at, seen()] as const] : [])))
  const numbers = seenIn([...(kind?.numbers ?? NUMBERS), ...typed('number'), ...typed('money')], () => new SeenNumbers())
  const days = seenIn([...(kind?.days ?? DAYS), ...typed('date')], () => new SeenDates())
  const seen = [...numbers, ...days]
  let rows = -1
  let filled = 0
  for await (const { values, fault } of source.rows()) {
    rows++
    if (rows === 0) continue
    if (fault || values.some((one) => one !== '')) filled++
    for (const [at, one] of seen) one.add(values[at] ?? '')
  }
  if (!filled) throw new ImportError((say) => say.noRows)
  return {
    rows,
    numbers: source.exactNumbers ? new Map() : formatsOf(numbers, layout, told.numbers),
    days: ordersOf(days, layout, told.dates),
  }
}

function formatsOf(seen: ReadonlyMap<number, SeenNumbers>, { headers, columns }: Layout, told?: NumberFormat) {
  const numbers: Survey['numbers'] = new Map()
  for (const [at, one] of seen) {
    const format = told ?? one.format(columns[at] === 'employees')
    if (format === 'unclear')
      throw new ImportError((say, by) => say.numbers(headers[at] ?? '', one.example, by), {
        choose: { name: 'numbers', values: [...NUMBER_FORMATS] },
      })
    if (format) numbers.set(at, format)
  }
  return numbers
}

function ordersOf(seen: ReadonlyMap<number, SeenDates>, { headers }: Layout, told?: DateOrder) {
  const days: Survey['days'] = new Map()
  for (const [at, one] of seen) {
    const found = one.order()
    // A column that shows its order is read by it, whatever is said of the others.
    const order = found === 'unclear' ? (told ?? found) : (found ?? told)
    if (order === 'unclear')
      throw new ImportError((say, by) => say.dates(headers[at] ?? '', one.example, by), {
        choose: { name: 'dates', values: [...DATE_ORDERS] },
      })
    days.set(at, order)
  }
  return days
}

/** What the numbers of a column show of how they are written. */
class SeenNumbers {
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
