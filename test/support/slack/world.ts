import { checkMessage, checkView, complaintsAbout } from './check.ts'
import { Refusal } from './refusal.ts'
import { Tenants } from './tenants.ts'
import type { Json, Mishap, OpenView, Person, Shown } from './types.ts'

/** Slack waits so long for an acknowledgement; a trigger lives as long (milliseconds). */
export const THREE_SECONDS = 3_000
const RESPONSE_URL = { uses: 5, life: 30 * 60_000 }
const DEEPEST = 3

interface ResponseUrl {
  uses: number
  made: number
  channel: string
  user: string
  ts: string | undefined
}

/** All that stands in the fake Slack, and the rules by which it changes. */
export class World {
  readonly shown: Shown[] = []
  readonly views: OpenView[] = []
  /** What Slack refused the bot. */
  readonly refusals: string[] = []
  /** What a person would notice although Slack takes it. */
  readonly complaints: string[] = []
  readonly people = new Map<string, Person>()
  /** What was dropped, by its path; `cut` ends in the middle. */
  readonly files = new Map<string, { bytes: Buffer; team: string; cut?: boolean }>()
  readonly scopes = new Set(['app_mentions:read', 'chat:write', 'commands', 'files:read', 'im:history', 'im:write', 'users:read'])
  /** Channels that the bot is in; C9 is there, but without it. */
  readonly joined = new Set(['C1'])
  /** Whose channel it is; T1's unless it stands here. */
  readonly channels = new Map<string, string>()
  readonly tenants = new Tenants(() => this.now())
  readonly mishaps: { method: string; how: Mishap }[] = []
  /** With the team whose token it carried; none when it needs none. */
  readonly calls: { method: string; body: Json; team?: string }[] = []
  readonly #triggers = new Map<string, { made: number; team: string }>()
  readonly #responseUrls = new Map<string, ResponseUrl>()
  #count = 0
  /** Milliseconds that Slack's clock is ahead. */
  ahead = 0
  /** Grows with everything that a person could see. */
  changes = 0

  readonly now = () => performance.now() + this.ahead
  readonly next = () => ++this.#count
  readonly ts = () => `1790000000.${String(this.next()).padStart(6, '0')}`

  /** Whose a person, a channel or a direct channel is. */
  teamOf(id: string): string {
    const person = id.startsWith('D') ? this.people.get(id.slice(1)) : this.people.get(id)
    return person?.team ?? this.channels.get(id) ?? 'T1'
  }

  trigger(team = 'T1'): string {
    const id = `trigger-${this.next()}`
    this.#triggers.set(id, { made: this.now(), team })
    return id
  }

  #use(trigger: unknown, team: string): void {
    const known = this.#triggers.get(String(trigger))
    if (known?.team !== team) throw new Refusal('invalid_trigger_id')
    if (Number.isNaN(known.made)) throw new Refusal('exchanged_trigger_id')
    const { made } = known
    known.made = Number.NaN
    if (this.now() - made > THREE_SECONDS) throw new Refusal('expired_trigger_id')
  }

  show(channel: string, to: string, body: Json, method: string): Shown {
    checkMessage(body)
    this.complaints.push(...complaintsAbout(method, body))
    const shown = { ts: this.ts(), channel, to, body }
    this.shown.push(shown)
    this.changes++
    return shown
  }

  /** Changes a message that everybody sees; an ephemeral one is none for Slack's Web API. */
  update(body: Json): Shown {
    const message = this.shown.find((one) => one.channel === body.channel && one.ts === body.ts && one.to === 'everybody')
    if (!message) throw new Refusal('message_not_found')
    checkMessage(body, { update: true })
    this.complaints.push(...complaintsAbout('chat.update', body))
    message.body = { ...message.body, ...body }
    this.changes++
    return message
  }

  remove(channel: unknown, ts: unknown): void {
    const at = this.shown.findIndex((one) => one.channel === channel && one.ts === ts && one.to === 'everybody')
    if (at < 0) throw new Refusal('message_not_found')
    this.shown.splice(at, 1)
    this.changes++
  }

  /** Opens a form, or lays it over the one whose button was pressed. */
  open(view: unknown, trigger: unknown, { under, team = 'T1' }: { under?: OpenView; team?: string } = {}): OpenView {
    this.#use(trigger, team)
    const depth = under ? under.depth + 1 : 0
    if (depth >= DEEPEST) throw new Refusal('push_limit_reached')
    return this.put(view, depth)
  }

  put(view: unknown, depth = 0): OpenView {
    checkView(view)
    const open = { id: `V${this.next()}`, hash: `${this.next()}.h`, view: view as Json, depth }
    this.views.push(open)
    this.changes++
    return open
  }

  /** Replaces what a form asks; its hash changes with it. */
  replace(open: OpenView | undefined, view: unknown, hash?: unknown): OpenView {
    if (!open) throw new Refusal('not_found')
    if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict')
    checkView(view)
    open.view = view as Json
    open.hash = `${this.next()}.h`
    this.changes++
    return open
  }

  responseUrl(channel: string, user: string, message?: Shown): string {
    const path = `/respond/${this.next()}`
    this.#responseUrls.set(path, { uses: 0, made: this.now(), channel, user, ts: message?.ts })
    return path
  }

  /** A call of a response_url: five within half an hour, and the only way to an ephemeral message. */
  respond(path: string, body: Json): void {
    const known = this.#responseUrls.get(path)
    if (!known || known.uses >= RESPONSE_URL.uses) throw new Refusal('used_url')
    if (this.now() - known.made > RESPONSE_URL.life) throw new Refusal('expired_url')
    known.uses++
    const original = this.shown.find((one) => one.ts === known.ts)
    if (body.delete_original && original) return void this.shown.splice(this.shown.indexOf(original), 1)
    if (!body.replace_original || !original) {
      this.show(known.channel, body.response_type === 'in_channel' ? 'everybody' : known.user, body, 'response_url')
      return
    }
    checkMessage(body)
    this.complaints.push(...complaintsAbout('response_url', body))
    original.body = body
    this.changes++
  }
}
