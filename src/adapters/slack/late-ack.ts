import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt'
import { within } from './within.ts'

/** Slack waits three seconds for an acknowledgement (milliseconds). */
const LONGEST = 2_000

/**
 * Bolt acknowledges an event before anybody has looked at it: what somebody wrote would be lost when the process ends at that moment. Here its
 * acknowledgement goes out when it was dealt with, or when Slack would not wait any longer; until then Slack sends it again to whoever is there.
 */
export class LateAckApp extends App {
  readonly #open: () => boolean
  readonly #longest: number

  constructor({ open, longest = LONGEST, ...options }: AppOptions & { open: () => boolean; longest?: number }) {
    super(options)
    this.#open = open
    this.#longest = longest
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return super.processEvent(event)
    // Stopping: the next process gets it.
    if (!this.#open()) return
    await within(this.#longest, super.processEvent({ ...event, ack: async () => undefined }))
    await event.ack()
  }
}
