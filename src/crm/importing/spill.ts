import { createReadStream } from 'node:fs'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** So many are held in memory; the rest waits in a file. */
const HELD = 10_000

/** What is to be looked at once more at the end of a run, however much it is. */
export class Spill<T> {
  #held: T[] = []
  #folder: string | undefined

  async add(items: readonly T[]): Promise<void> {
    for (const one of items) this.#held.push(one)
    if (this.#held.length >= HELD) await this.#write()
  }

  async #write(): Promise<void> {
    this.#folder ??= await mkdtemp(path.join(tmpdir(), 'rapport-import-'))
    const lines = this.#held.map((one) => `${JSON.stringify(one)}\n`)
    this.#held = []
    await appendFile(path.join(this.#folder, 'rows'), lines.join(''))
  }

  /** All of them, in the order they came, so many at a time. */
  async *batches(size: number): AsyncGenerator<T[]> {
    let batch: T[] = []
    for await (const one of this.#all()) {
      batch.push(one)
      if (batch.length < size) continue
      yield batch
      batch = []
    }
    if (batch.length) yield batch
  }

  async *#all(): AsyncGenerator<T> {
    if (this.#folder)
      for await (const line of createInterface({ input: createReadStream(path.join(this.#folder, 'rows')) }))
        yield JSON.parse(line) as T
    yield* this.#held
  }

  async close(): Promise<void> {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }
}
