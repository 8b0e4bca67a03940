import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SealedCard } from '../../bot/sealed.ts'

export interface Entry {
  id: string
  card: SealedCard
  /** Takes the place of the message with that id. */
  update?: boolean
}

/** So many messages are kept for each person; a chat page shows no more. */
const MOST_KEPT = 200

/** The messages pushed to each person, as JSON lines on disk, so that a page opened later (or after a restart) still gets them. */
export class Inbox {
  readonly #folder: string
  readonly #entries = new Map<string, Entry[]>()
  #writing: Promise<void> = Promise.resolve()

  constructor(folder: string) {
    this.#folder = folder
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
  }

  async all(user: string): Promise<Entry[]> {
    const known = this.#entries.get(user)
    if (known) return known
    const read = await readFile(this.#file(user), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    const entries = this.#entries.get(user) ?? latest(read.split('\n').flatMap(readLine))
    this.#entries.set(user, entries)
    return entries
  }

  /** Keeps an entry; false when it was there already. One write after the other. */
  keep(user: string, entry: Entry): Promise<boolean> {
    const mine = this.#writing.then(() => this.#keep(user, entry))
    this.#writing = mine.then(
      () => undefined,
      () => undefined,
    )
    return mine
  }

  async #keep(user: string, entry: Entry): Promise<boolean> {
    const entries = await this.all(user)
    if (!entry.update && entries.some((one) => one.id === entry.id)) return false
    await appendFile(this.#file(user), `${JSON.stringify(entry)}\n`)
    const kept = latest([...entries, entry])
    this.#entries.set(user, kept)
    if (entries.length >= MOST_KEPT) await this.#rewrite(user, kept)
    return true
  }

  async #rewrite(user: string, entries: Entry[]): Promise<void> {
    const fresh = `${this.#file(user)}.new`
    await writeFile(fresh, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    await rename(fresh, this.#file(user))
  }

  readonly #file = (user: string) => path.join(this.#folder, `${user}.jsonl`)
}

/** An update takes its message's place; the oldest go first. */
function latest(entries: Entry[]): Entry[] {
  const byId = new Map<string, Entry>()
  for (const { id, card } of entries) byId.set(id, { id, card })
  return [...byId.values()].slice(-MOST_KEPT)
}

// The last line may be half written, by a bot that was killed: it is dropped, and the outbox sends it again.
function readLine(line: string): Entry[] {
  try {
    return line ? [JSON.parse(line) as Entry] : []
  } catch {
    return []
  }
}
