import type { Locale } from '../../../bot/text.ts'
import type { Facts, Scope } from '../../duplicates/records.ts'
import { factsOf, likelyOfEach } from '../../duplicates/warn.ts'
import { say as sayLike, sayReasons } from '../../duplicates/words.ts'
import type { Viewer } from '../../visibility.ts'
import type { Fault } from '../read.ts'
import { say } from '../words.ts'
import type { Planned } from './batch.ts'
import { type Draft, isNew } from './draft.ts'
import type { Kind, Run } from './run.ts'

/** So many new records are held against those that stand: a company takes some milliseconds, and a preview is waited for. */
const MOST_LOOKED = 2_000
const AT_ONCE = 100
/** So many are told by their lines. */
const MOST_TOLD = 20

/** New records of a file that are perhaps here already. */
export interface LikelyHere {
  /** How many of those that were looked at. */
  count: number
  looked: number
  /** There are more new records than were looked at. */
  isPart: boolean
  /** The first of them, in the order of their lines, with what they look like. */
  rows: Fault[]
}

/** Holds the new records of a preview against those that stand, as adding one by hand does: of what the importer does not see it tells no more than that there is one. */
export class LookingAlike {
  readonly found: LikelyHere = { count: 0, looked: 0, isPart: false, rows: [] }
  readonly #scope: Scope & Viewer
  readonly #locale: Locale

  constructor(scope: Scope & Viewer, locale: Locale) {
    this.#scope = scope
    this.#locale = locale
  }

  /** Before the run takes the batch over: a record that an earlier batch spoke of was looked at. */
  async look({ drafts }: Pick<Planned, 'drafts'>, run: Run): Promise<void> {
    const companies = drafts.get('company')
    for (const kind of ['company', 'contact'] as const) {
      const added = [...(drafts.get(kind)?.all.values() ?? [])].filter(
        (one) => one.line && isNew(one) && run.touched[kind].lineOf(one.id) === undefined,
      )
      const some = added.slice(0, MOST_LOOKED - this.found.looked)
      if (some.length < added.length) this.found.isPart = true
      for (let at = 0; at < some.length; at += AT_ONCE)
        await this.#hold(
          kind,
          some.slice(at, at + AT_ONCE),
          (one) => companies?.all.get(String(one.after.companyId))?.after.name as string | undefined,
        )
    }
    this.found.rows.sort((a, b) => a.line - b.line)
    this.found.rows.splice(MOST_TOLD)
  }

  async #hold(kind: Kind, drafts: readonly Draft[], companyOf: (one: Draft) => string | undefined): Promise<void> {
    const given = drafts.map(
      (one): Facts => factsOf(kind, { ...(one.after as never as { name: string }), companyName: companyOf(one) ?? null }),
    )
    const likely = await likelyOfEach(this.#scope, kind, given)
    this.found.looked += drafts.length
    for (const [at, { seen, hidden }] of likely.entries()) {
      const { line, after } = drafts[at]!
      const [likest] = seen
      if (!likest && !hidden) continue
      this.found.count++
      this.found.rows.push({ line, what: this.#what(String(after.name), likest) })
    }
  }

  #what(name: string, like: Awaited<ReturnType<typeof likelyOfEach>>[number]['seen'][number] | undefined): string {
    const words = say(this.#locale)
    if (!like) return words.likeHidden(name)
    const why = `${sayLike(this.#locale).scored(like.score)} · ${sayReasons(like.reasons, this.#locale)}`
    return words.looksLike(name, like.record.name, why)
  }
}
