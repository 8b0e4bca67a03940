import type { Snapshot } from '../../audit/audit.ts'

export type Fate = 'added' | 'updated' | 'unchanged'

/** A record as a batch leaves it: what stood before (nothing, when it is new), and what is to stand. */
export interface Draft {
  id: string
  before: Snapshot | null
  after: Snapshot
  /** The first line that spoke of it. */
  line: number
  /** It is looked after by somebody whose records the importer does not see: it stays as it is. */
  isUnseen?: boolean
}

export const isNew = ({ before }: Draft): boolean => before === null
export const isChanged = ({ before, after }: Draft): boolean => before !== null && before !== after

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What of the given columns is new to a record: lists grow, other values are replaced, nothing is emptied. */
export function newIn(standing: Snapshot, given: object): Snapshot {
  const differing = Object.entries(given).flatMap(([name, value]): [string, unknown][] => {
    const before = standing[name]
    if (value === null || value === undefined) return []
    if (Array.isArray(value)) {
      const all = [...new Set([...((before ?? []) as string[]), ...(value as string[])])]
      return all.length > ((before ?? []) as string[]).length ? [[name, all]] : []
    }
    if (typeof value === 'object') {
      const all = { ...(before as object | null), ...value }
      return Object.entries(value).some(([key, one]) => !alike((before as Snapshot | null)?.[key], one)) ? [[name, all]] : []
    }
    const same = typeof value === 'number' ? before !== null && Number(before) === value : before === value
    return same ? [] : [[name, name === 'revenue' ? String(value) : value]]
  })
  return Object.fromEntries(differing)
}

/** The records of one batch, found by any of their keys. */
export class Drafts {
  readonly all = new Map<string, Draft>()
  readonly #ids = new Map<string, Set<string>>()
  readonly #keysOf: (row: Snapshot) => string[]

  constructor(keysOf: (row: Snapshot) => string[]) {
    this.#keysOf = keysOf
  }

  put(draft: Draft): Draft {
    this.all.set(draft.id, draft)
    for (const key of this.#keysOf(draft.after)) this.alsoUnder(key, draft.id)
    return draft
  }

  /** A record that is put under its id is found by this key too. */
  alsoUnder(key: string, id: string): void {
    const ids = this.#ids.get(key)
    if (ids) ids.add(id)
    else this.#ids.set(key, new Set([id]))
  }

  under(key: string): Draft[] {
    return [...(this.#ids.get(key) ?? [])].flatMap((id) => this.all.get(id) ?? [])
  }
}
