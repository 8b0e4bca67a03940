/** One row of a file as it stands there: the line on which it begins, and its values in the file's order. */
export interface Row {
  line: number
  values: string[]
  /** Why it cannot be read, when it cannot. */
  fault?: string
}

/** A file that holds a table: the first row names the columns. It can be read as often as one likes. */
export interface Source {
  /** What the file was read as, in words: `CSV, UTF-8, values parted by “,”`. */
  readAs: string
  /** Numbers stand in it as numbers, not as somebody's way of writing them. */
  exactNumbers?: boolean
  /** All rows, the header first. */
  rows: () => AsyncIterable<Row>
}

/** What the person says of the file, because it does not say it clearly itself. */
export interface ReadOptions {
  encoding?: string
  /** The sheet of a workbook: its name, or its number. */
  sheet?: string
}

/** The file as a whole cannot be read; the message says what to mend. */
export class ImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ImportError'
  }
}
