import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SealedCard } from '../../bot/sealed.ts'
import type { Entry } from './wire.ts'

/** So many messages are kept for each person; a chat page shows no more. */
const MOST_KEPT = 200

/** The messages pushed to each person, as JSON lines on disk, so that a page opened later (or after a restart) still gets them. */
export class Inbox {
  readonly #folder: string
  readonly #entries = new Map<string, Promise<Entry[]>>()
  #writing: Promise<unknown> = Promise.resolve()

  constructor(folder: string) {
    this.#folder = folder
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
  }

  /** What is kept for somebody, oldest first. */
  all(user: string): Promise<Entry[]> {
    const known = this.#entries.get(user)
    if (known) return known
    const reading = this.#read(user)
    this.#entries.set(user, reading)
    reading.catch(() => this.#entries.delete(user))
    return reading
  }

  /** Keeps a message, on disk when this returns; undefined when it was there already. */
  add(user: string, message: Omit<Entry, 'version'>): Promise<Entry | undefined> {
    return this.#inOrder(async () => {
      const entries = await this.all(user)
      if (entries.some((one) => one.id === message.id)) return undefined
      return this.#keep(user, entries, { ...message, version: 1 })
    })
  }

  /** Gives a kept message another card; one that has gone meanwhile comes back with it. */
  update(user: string, id: string, card: SealedCard): Promise<Entry> {
    return this.#inOrder(async () => {
      const entries = await this.all(user)
      const before = entries.find((one) => one.id === id)
      return this.#keep(user, entries, { ...before, id, card, version: (before?.version ?? 0) + 1 })
    })
  }

  /** Gives every kept card to `change`, and writes each file anew: of what was, nothing stays on disk. Which came back otherwise. */
  rewrite(change: (card: SealedCard) => SealedCard): Promise<[user: string, entry: Entry][]> {
    return this.#inOrder(async () => {
      const changed: [string, Entry][] = []
      for (const file of await readdir(this.#folder)) {
        const user = path.basename(file, '.jsonl')
        if (file === user) continue
        const before = await this.all(user)
        const after = before.map((entry) => {
          const card = change(entry.card)
          if (card === entry.card) return entry
          const other = { ...entry, card, version: entry.version + 1 }
          changed.push([user, other])
          return other
        })
        await this.#rewrite(user, after)
        this.#entries.set(user, Promise.resolve(after))
      }
      return changed
    })
  }

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    await this.#writing
  }

  // One write after the other, whatever becomes of the one before.
  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#writing.then(work)
    this.#writing = mine.catch(() => undefined)
    return mine
  }

  async #keep(user: string, entries: Entry[], entry: Entry): Promise<Entry> {
    await this.#append(user, entry)
    const kept = latest([...entries, entry])
    this.#entries.set(user, Promise.resolve(kept))
    if (entries.length >= MOST_KEPT) await this.#rewrite(user, kept)
    return entry
  }

  // The line break comes first: a line that was cut short by a crash must not swallow the next one.
  async #append(user: string, entry: Entry): Promise<void> {
    const file = await open(this.#file(user), 'a')
    try {
      await file.appendFile(`\n${JSON.stringify(entry)}`)
      await file.datasync()
    } finally {
      await file.close()
    }
  }

  async #rewrite(user: string, entries: Entry[]): Promise<void> {
    const fresh = `${this.#file(user)}.new`
    await writeFile(fresh, entries.map((entry) => `\n${JSON.stringify(entry)}`).join(''), { flush: true })
    await rename(fresh, this.#file(user))
  }

  async #read(user: string): Promise<Entry[]> {
    const read = await readFile(this.#file(user), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return latest(read.split('\n').flatMap(readLine))
  }

  readonly #file = (user: string) => path.join(this.#folder, `${user}.jsonl`)
}

/** An update takes its message's place; the oldest go first. */
function latest(entries: Entry[]): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return [...byId.values()].slice(-MOST_KEPT)
}

// A line cut short was never acknowledged: it is dropped here, and the outbox sends it again.
function readLine(line: string): Entry[] {
  try {
    return line ? [JSON.parse(line) as Entry] : []
  } catch {
    return []
  }
}
