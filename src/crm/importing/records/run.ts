import type { Sees } from '../../../bot/context.ts'
import { rows, type Transaction } from '../../../database/index.ts'
import { normalizeName } from '../../../understanding/index.ts'
import type { Snapshot } from '../../audit/audit.ts'
import type { ItemNoun } from '../kinds/kind.ts'
import { ITEM_TABLES } from '../kinds/tables.ts'
import { type Draft, type Fate, isChanged, isNew } from './draft.ts'
import { Touched } from './touched.ts'

export type Kind = 'company' | 'contact'
/** All that an import keeps. */
export type Noun = Kind | ItemNoun

/** Two rows of one file that speak of one record. */
export interface Joined {
  line: number
  with: number
}

/** So many records that it would make a preview remembers; rows that speak of later ones again are counted as new. */
const MOST_REMEMBERED = 100_000

/** A run as it goes: which records its rows spoke of, and what became of them. */
export class Run {
  readonly touched: Readonly<Record<Noun, Touched>> = {
    ...(Object.fromEntries(Object.keys(ITEM_TABLES).map((noun) => [noun, new Touched()])) as Record<ItemNoun, Touched>),
    company: new Touched(),
    contact: new Touched(),
  }
  /** What a preview would have made, by every key. */
  readonly #would = new Map<string, Snapshot[]>()
  #remembered = 0

  /** The program that wrote the file: its ids are kept under this name. */
  readonly source: string
  readonly preview: boolean
  /** Whose records the importer sees; those of others are not changed. */
  readonly sees: Sees
  /** What the fields that an admin defined begin with. */
  readonly defaults: Readonly<Record<string, Snapshot>>
  /** Further names of companies, with whose they are. */
  readonly aliases: ReadonlyMap<string, string[]>

  constructor(about: Pick<Run, 'source' | 'preview' | 'sees' | 'aliases' | 'defaults'>) {
    this.source = about.source
    this.preview = about.preview
    this.sees = about.sees
    this.aliases = about.aliases
    this.defaults = about.defaults
  }

  /** Takes over what a batch has written. */
  keep(kind: Noun, drafts: Iterable<Draft>, keysOf?: (row: Snapshot) => string[]): void {
    for (const draft of drafts) {
      if (!draft.line) continue
      this.touched[kind].note(draft.id, draft.line, fateOf(draft))
      if (!this.preview || !isNew(draft) || this.#remembered++ >= MOST_REMEMBERED) continue
      for (const key of keysOf?.(draft.after) ?? []) this.#hold(`${kind} ${key}`, draft.after)
    }
  }

  #hold(key: string, row: Snapshot): void {
    const { id, name, companyId, emails, phones, source, externalId } = row
    this.#would.set(key, [...(this.#would.get(key) ?? []), { id, name, companyId, emails, phones, source, externalId }])
  }

  wouldBe(kind: Noun, keys: readonly string[]): Snapshot[] {
    return this.preview ? keys.flatMap((key) => this.#would.get(`${kind} ${key}`) ?? []) : []
  }

  /** A record has room for one id: the first program that names it. */
  idFor({ externalId, source }: Snapshot, id: string | undefined): Snapshot {
    return id && (!externalId || source === this.source) ? { externalId: id, source: this.source } : {}
  }
}

const fateOf = (draft: Draft): Fate => (isNew(draft) ? 'added' : isChanged(draft) ? 'updated' : 'unchanged')

/** Further names by which companies are called; few have any. */
export async function aliasesIn(db: Transaction, workspaceId: string): Promise<Map<string, string[]>> {
  const found = await rows<{ id: string; aliases: string[] }>(
    db,
    `SELECT id::text, aliases FROM companies WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND cardinality(aliases) > 0`,
    [workspaceId],
  )
  const ids = new Map<string, string[]>()
  for (const { id, aliases } of found)
    for (const alias of aliases) {
      const key = normalizeName(alias)
      ids.set(key, [...(ids.get(key) ?? []), id])
    }
  return ids
}
