import type { Fault } from './read.ts'
import { ImportError } from './reading/source.ts'
import type { Joined } from './records/run.ts'

/** So many rows that joined others are named. */
const MOST_NAMED = 1000
/** A file with more faults than this is the wrong file, or its columns are. */
const MOST_FAULTS = 50_000

/** What a run has to say of single rows, bounded however many there are. */
export class Told {
  readonly joined: Joined[] = []
  joinedRows = 0
  readonly faults: Fault[] = []

  join(joined: readonly Joined[]): void {
    this.joinedRows += joined.length
    this.joined.push(...joined.slice(0, MOST_NAMED - this.joined.length))
  }

  /** Throws ImportError when there is no end to them. */
  fault(faults: readonly Fault[]): void {
    for (const one of faults) this.faults.push(one)
    const last = faults.at(-1)
    if (last && this.faults.length > MOST_FAULTS) throw new ImportError((say) => say.tooMany(MOST_FAULTS, last.line, last.what))
  }
}
