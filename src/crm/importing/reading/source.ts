import { AT_THE_TERMINAL, sayTo, type Told } from '../problems.ts'

/** One row of a file as it stands there: the line on which it begins, and its values in the file's order. */
export interface Row {
  line: number
  values: string[]
  /** Why it cannot be read, when it cannot. */
  fault?: Told
}

/** A file that holds a table: the first row names the columns. It can be read as often as one likes. */
export interface Source {
  /** What the file was read as, in words: `CSV, UTF-8, values parted by “,”`. */
  readAs: Told
  /** Numbers stand in it as numbers, not as somebody's way of writing them. */
  exactNumbers?: boolean
  /** How many sheets a workbook has. */
  sheets?: number
  /** All rows, the header first. */
  rows: () => AsyncIterable<Row>
}

/** What the person says of the file, because it does not say it clearly itself. */
export interface ReadOptions {
  encoding?: string
  /** The sheet of a workbook: its name, or its number. */
  sheet?: string
}

/** What somebody may choose from when a file is unclear, by the name of the option. */
export interface Choice {
  name: 'numbers' | 'dates' | 'what'
  values: string[]
}

/** The file as a whole cannot be read; the message says what to mend at the terminal, `told` to anybody else, and `choose` what it asks, when that is a choice. */
export class ImportError extends Error {
  readonly choose: Choice | undefined
  readonly told: Told

  constructor(told: Told, options?: ErrorOptions & { choose?: Choice }) {
    super(sayTo(AT_THE_TERMINAL, told), options)
    this.name = 'ImportError'
    this.choose = options?.choose
    this.told = told
  }
}
