import type { Localized } from '../../../bot/text.ts'
import type { Transaction } from '../../../database/index.ts'
import type { Snapshot } from '../../audit/audit.ts'
import type { Where } from '../../fields/fields.ts'
import type { Own } from '../columns/fields.ts'
import type { Owner } from '../owners.ts'
import type { Problems } from '../problems.ts'
import type { Entry } from '../read.ts'

/** What something that customers take part in is kept as; its table is in `tables.ts`. */
export type ItemNoun = 'activity' | 'task' | 'deal'

/** A column of such rows: what it is called, and the headers that mean it, labels and names of interfaces, without their spelling. */
export interface ItemColumn {
  label: Localized
  headers: string
}

/**
 * A kind of rows that a file may hold beside companies and people: how it is recognized, what its columns are, and what a row of it says. Whose a row is,
 * its being known again, written, audited, counted and taken back is the same for all of them (`items.ts`); a new one adds itself to `kinds.ts`, and its
 * table to `tables.ts`.
 */
export interface ItemKind {
  /** What `--what` takes. */
  what: string
  /** “The rows are …”. */
  rowsAre: Localized
  /** Headers that hardly any other rows have, and such that others may have too: of those three are needed, or one beside a mark. */
  marks: string
  signs: string
  /** Its own columns, by the name that `--map` takes. Those of the customer and the owner, and `id`, it has anyway. */
  columns: Readonly<Record<string, ItemColumn>>
  /** At least one of these must stand. */
  needs: readonly string[]
  /** Those that hold days, and those that hold numbers: how each writes them is found out, or asked. */
  days: readonly string[]
  numbers: readonly string[]
  /** What a bare `name` is, where nothing else is that. */
  bareName: string
  /** The noun whose fields, of those that an admin defined, its columns can be. */
  own?: string
  /** A row must be somebody's. */
  needsCustomer: boolean
  /** Understands a row without the database; what of it cannot be read goes to the faults. Undefined when nothing can be taken of it. */
  said: (entry: Entry, where: ItemWhere, faults: string[]) => SaidItem | undefined
}

export interface ItemWhere extends Where {
  /** The file's first row, without its spelling. */
  headers: readonly string[]
  /** The fields that an admin defined. */
  own: readonly Own[]
  problems: Problems
}

/** What a row says of an item. */
export interface SaidItem {
  /** What it is kept as, unless something else stands under its id already. */
  noun: ItemNoun
  /** The columns that it fills, as each noun that it may be kept as has them. */
  as: Partial<Record<ItemNoun, Snapshot>>
  /** What it fills in only where nothing stands. */
  otherwise?: Partial<Record<ItemNoun, Snapshot>>
  /** What only a new one begins with: when it was opened, say. */
  begins?: Partial<Record<ItemNoun, Snapshot>>
  /** Its id in the program that wrote the file. Where none is said, it is known again by what it says. */
  externalId?: string
}

/** Whose an item is. */
export interface Customer {
  companyId: string | null
  contactId: string | null
  /** People who took part besides. */
  otherContactIds: string[]
}

/** How a noun is kept. */
export interface ItemTable {
  table: string
  /** The standing rows with these ids. */
  standing: (db: Transaction, where: object) => Promise<object[]>
  /** The columns that an import may change, beside what every record has. */
  changes: readonly string[]
  /** Where its owner stands. */
  owner: string
  /** The columns that say whose it is. */
  filed: (customer: Customer) => Snapshot
  /** What a new one begins with. */
  begins: (owner: Owner, by: Owner) => Snapshot
  /** What follows from the columns that differ: when to remind, say. */
  follows?: (change: Snapshot, owner: Owner, now: Where['now']) => Snapshot
}
