import { prepared } from './rows.ts'
import { isConflict, type Transaction } from './transaction.ts'

type Asker<K, R> = (db: Transaction, key: K) => Promise<R[]>

interface Waiting<K, R> {
  key: K
  resolve: (found: R[]) => void
  reject: (error: unknown) => void
}

/**
 * What many ask at the same moment, each with values of its own, in one trip. `text` finds them in $1, a JSON list of all the keys, each with its
 * number `at`, and gives every row the `at` of the key that it answers. With `inTurn`, who asks while a trip is under way waits for the next one:
 * for what is written one after the other, and must not take more than one connection.
 */
export function askedTogether<K extends object, R extends object = never>(text: string, { inTurn = false } = {}): Asker<K, R> {
  const gathered = new WeakMap<object, Waiting<K, R>[]>()
  const underWay = new WeakSet<object>()

  async function go(db: Transaction): Promise<void> {
    const asked = gathered.get(db) ?? []
    gathered.delete(db)
    underWay.add(db)
    try {
      const keys = JSON.stringify(asked.map(({ key }, at) => ({ ...key, at })))
      const answers = asked.map((): R[] => [])
      for (const row of await unhindered<R & { at: number }>(db, text, keys)) answers[row.at]?.push(row)
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at] ?? [])
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
    underWay.delete(db)
    if (inTurn && gathered.has(db)) await go(db)
  }

  return (db, key) =>
    new Promise<R[]>((resolve, reject) => {
      const already = gathered.get(db)
      if (already) return void already.push({ key, resolve, reject })
      gathered.set(db, [{ key, resolve, reject }])
      if (!(inTurn && underWay.has(db))) atTheEndOfThisMoment(() => void go(db))
    })
}

const MOST_ATTEMPTS = 5

// What many wait for is not lost because somebody else changed one of its rows at the same time.
async function unhindered<R extends object>(db: Transaction, text: string, keys: string): Promise<R[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prepared<R>(db, text, [keys])
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS || !isConflict(error)) throw error
    }
  }
}

// Whoever is woken by the same answer asks on before this: all promises that can go on have done so by then.
const atTheEndOfThisMoment = (work: () => void) => void Promise.resolve().then(() => process.nextTick(work))
