import type { Log } from '../../bot/house.ts'
import { within } from './within.ts'

/** What is being done now: nothing in it can end the process, and stopping waits for it. */
export interface Work {
  /** Does one thing; whatever it throws goes to the log. Not taken any more once closed. */
  take: (what: string, doing: () => Promise<void>) => Promise<void>
  /** Takes nothing new, and waits for what is under way: at most so long (milliseconds). */
  close: (longest: number) => Promise<void>
}

export function work(log: Log): Work {
  const underWay = new Set<Promise<void>>()
  let closed = false
  const caught = async (what: string, doing: () => Promise<void>) => {
    try {
      await doing()
    } catch (error) {
      log.error({ error }, `a ${what} from Slack could not be answered`)
    }
  }
  return {
    take: async (what, doing) => {
      if (closed) return
      const one = caught(what, doing)
      underWay.add(one)
      await one.finally(() => underWay.delete(one))
    },
    close: async (longest) => {
      closed = true
      await within(longest, Promise.allSettled(underWay))
    },
  }
}
