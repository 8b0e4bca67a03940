import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt'
import { within } from './within.ts'

/** How long an event may go without its acknowledgement: Slack waits three seconds (milliseconds). */
const LONGEST = 2_000

/**
 * Bolt acknowledges an event before anybody has looked at it: what somebody wrote would be lost when the process ends at that moment. Here its
 * acknowledgement goes out when it was dealt with, or when Slack would not wait any longer; until then Slack sends it again to whoever is there.
 */
export class LateAckApp extends App {
  readonly #open: () => boolean

  constructor({ open, ...options }: AppOptions & { open: () => boolean }) {
    super(options)
    this.#open = open
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return super.processEvent(event)
    // Stopping: the next process gets it.
    if (!this.#open()) return
    await within(LONGEST, super.processEvent({ ...event, ack: async () => undefined }))
    await event.ack()
  }
}
