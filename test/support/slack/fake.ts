import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkOption } from './check-elements.ts'
import { fieldsOf, labelsOf, pressable, stateOf, textOf } from './reading.ts'
import { Faults } from './refusal.ts'
import type { Json, Mishap, OpenView, Shown } from './types.ts'
import { webApi } from './web-api.ts'
import { Wire } from './wire.ts'
import { World } from './world.ts'

export { wordsOf } from './reading.ts'
export type { OpenView, Shown } from './types.ts'
export { SIGNING_SECRET } from './wire.ts'

const PATIENCE = 25_000
const APP = { api_app_id: 'A1', token: 'legacy' }

/** A Slack on loopback: the Web API, response_urls and Socket Mode, refusing what Slack refuses, and hands to do in it what people do. */
export class FakeSlack extends World {
  readonly #server = createServer()
  readonly wire = new Wire(this, this.#server)
  readonly #sent = new Map<string, number>()

  constructor() {
    super()
    const serve = webApi(this, () => this.#root)
    this.#server.on('request', (request, response) => void serve(request, response))
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  close(): void {
    this.wire.drop()
    this.#server.closeAllConnections()
    this.#server.close()
  }

  get #root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
  get apiUrl(): string {
    return `${this.#root}/api/`
  }
  get connected(): number {
    return this.wire.connected
  }
  get connections(): number {
    return this.wire.connections
  }
  set endpoint(url: string | undefined) {
    this.wire.endpoint = url
  }
  disconnect(): void {
    this.wire.disconnect()
  }

  person(
    id: string,
    name: string,
    { tz = 'Europe/Berlin', locale = 'en-US', team = 'T1', ...more }: Json & { tz?: string; locale?: string; team?: string } = {},
  ): void {
    this.people.set(id, { name, tz, locale, team, more })
  }

  /** The next calls of a method (or of `response_url`) meet with this. */
  fail(method: string, how: Mishap, times = 1): void {
    for (let n = 0; n < times; n++) this.mishaps.push({ method, how })
  }

  /** Waits until it is so. Throws when it takes too long. */
  async until(isSo: () => unknown, what: string): Promise<void> {
    const end = performance.now() + PATIENCE
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`waited for ${what}; refused: ${this.refusals.join(' | ') || 'nothing'}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** Every message that this person sees; newest last. */
  seenBy(user: string): Shown[] {
    return this.shown.filter(
      ({ to, channel }) => to === user || (to === 'everybody' && (!channel.startsWith('D') || channel === `D${user}`)),
    )
  }

  /** `/crm last acme`: resolves when the answer stands, be it in the acknowledgement, a message after it, or a form. */
  async command(
    user: string,
    command: string,
    text: string,
    channel = 'C1',
    trigger = this.trigger(this.teamOf(user)),
  ): Promise<void> {
    const names = {
      user_name: user.toLowerCase(),
      channel_name: channel === 'C1' ? 'sales' : 'directmessage',
      team_domain: 'acme',
    }
    const response_url = `${this.#root}${this.responseUrl(channel, user)}`
    const asked = { command, text, user_id: user, channel_id: channel, trigger_id: trigger, response_url, ...names }
    const before = this.changes
    const ack = await this.wire.send('slash_commands', { ...APP, team_id: this.teamOf(user), ...asked })
    const said = ack?.text || ack?.blocks ? 1 : 0
    if (said) this.show(channel, ack?.response_type === 'in_channel' ? 'everybody' : user, ack ?? {}, 'ack')
    if (!ack?.blocks) await this.until(() => this.changes > before + said, `an answer to ${command} ${text}`)
  }

  /** An event, acknowledged; of the team of who did it, unless told. Sent again under the same id it is a retry. */
  event(event: Json, id = `Ev${this.next()}`, about?: string): Promise<unknown> {
    const retry = this.#sent.get(id) ?? 0
    this.#sent.set(id, retry + 1)
    const { team, botUser } = this.tenants.of(about ?? this.teamOf(String(event.user)))
    const authorizations = [{ team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false }]
    const body = { ...APP, team_id: team, type: 'event_callback', event_id: id, event_time: 1_790_000_000, event, authorizations }
    return this.wire.send('events_api', body, retry)
  }

  dm(user: string, text: string, id?: string): Promise<unknown> {
    return this.event({ type: 'message', channel_type: 'im', channel: `D${user}`, user, text, ts: this.ts() }, id)
  }

  /** Drops a file into the direct message. */
  drop(user: string, name: string, content: string): Promise<unknown> {
    const id = `F${this.next()}`
    this.files.set(`/files/${id}`, { bytes: Buffer.from(content), team: this.teamOf(user) })
    const file = { id, name, size: Buffer.byteLength(content), url_private_download: `${this.#root}/files/${id}` }
    const message = { type: 'message', subtype: 'file_share', channel_type: 'im', channel: `D${user}`, files: [file] }
    return this.event({ ...message, user, text: '', ts: this.ts() })
  }

  /** Shares files in the direct message with words beside them. */
  share(user: string, names: readonly string[], text: string): Promise<unknown> {
    const files = names.map((name) => {
      const id = `F${this.next()}`
      return {
        id,
        name,
        size: 3,
        permalink: `https://acme.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
        url_private_download: `${this.#root}/files/${id}`,
      }
    })
    const message = { type: 'message', subtype: 'file_share', channel_type: 'im', channel: `D${user}`, files }
    return this.event({ ...message, user, text, ts: this.ts() })
  }

  mention(user: string, text: string, channel = 'C1'): Promise<unknown> {
    return this.event({
      type: 'app_mention',
      channel,
      user,
      text: `<@${this.tenants.of(this.teamOf(user)).botUser}> ${text}`,
      ts: this.ts(),
    })
  }

  /** Presses a button, or chooses an option, by its label. Resolves when that is acknowledged. */
  async press(user: string, message: Shown, label: string): Promise<void> {
    const found = pressable(message).find((one) => one.label === label)
    if (!found) throw new Error(`no “${label}” among: ${labelsOf(message).join(', ') || 'nothing to press'}`)
    const { ts, channel, body: said } = message
    const is_ephemeral = message.to !== 'everybody'
    const body = {
      ...this.#by(user, 'block_actions'),
      channel: { id: channel, name: channel },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral },
      ...(!is_ephemeral && {
        message: {
          type: 'message',
          user: this.tenants.of(this.teamOf(user)).botUser,
          bot_id: this.tenants.of(this.teamOf(user)).bot,
          ...said,
          ts,
        },
      }),
      trigger_id: this.trigger(this.teamOf(user)),
      response_url: `${this.#root}${this.responseUrl(channel, user, message)}`,
      actions: [{ ...found.action, action_ts: this.ts() }],
    }
    await this.wire.send('interactive', body)
  }

  /** Fills a form in, by its fields' names or labels, and sends it; what is left out keeps what it was prefilled with. */
  async submit(user: string, open: OpenView, values: Record<string, string> = {}): Promise<Json | undefined> {
    const view = { ...open.view, id: open.id, hash: open.hash, state: { values: stateOf(open.view, values) } }
    const ack = await this.wire.send('interactive', {
      ...this.#by(user, 'view_submission'),
      view,
      trigger_id: this.trigger(this.teamOf(user)),
    })
    if (ack?.response_action === 'update') this.replace(open, ack.view)
    if (ack?.response_action === 'push') this.put(ack.view, open.depth + 1)
    const blocks = fieldsOf(open.view).map(({ block }) => block)
    const stray = Object.keys((ack?.errors ?? {}) as Json).filter((block) => !blocks.includes(block))
    if (stray.length) this.refusals.push(`view_submission: errors for ${stray.join(', ')}, which the form does not have`)
    return ack
  }

  /** What is offered while somebody types into a field. */
  async suggestions(user: string, open: OpenView, name: string, typed: string): Promise<{ label: string; value: string }[]> {
    const field = fieldsOf(open.view).find((one) => one.name === name || one.label === name)
    if (field?.element.type !== 'external_select') throw new Error(`“${name}” completes nothing`)
    const ack = await this.wire.send('interactive', {
      ...this.#by(user, 'block_suggestion'),
      container: { type: 'view', view_id: open.id },
      view: { ...open.view, id: open.id, hash: open.hash },
      action_id: field.element.action_id,
      block_id: field.block,
      value: typed,
    })
    const faults = new Faults()
    const options = faults.list('/options', ack?.options, 0, 100) as Json[]
    for (const [n, one] of options.entries()) checkOption(faults, `/options/${n}`, one)
    this.refusals.push(...faults.found)
    return options.map((one) => ({ label: textOf(one.text), value: String(one.value) }))
  }

  /** A shortcut, on somebody's message or from the global menu. */
  shortcut(user: string, callback: string, message?: { text: string; author: string; channel: string }): Promise<unknown> {
    const common = { callback_id: callback, trigger_id: this.trigger(this.teamOf(user)), action_ts: this.ts() }
    if (!message) return this.wire.send('interactive', { ...this.#by(user, 'shortcut'), ...common })
    const ts = this.ts()
    return this.wire.send('interactive', {
      ...this.#by(user, 'message_action'),
      ...common,
      channel: { id: message.channel, name: message.channel },
      message: { type: 'message', text: message.text, user: message.author, ts },
      message_ts: ts,
      response_url: `${this.#root}${this.responseUrl(message.channel, user)}`,
    })
  }

  /** A team throws the app out: its tokens are over, and Slack says so twice. */
  async uninstall(team: string): Promise<void> {
    this.tenants.revoke(team)
    await this.event({ type: 'tokens_revoked', tokens: { bot: [this.tenants.of(team).botUser] } }, undefined, team)
    await this.event({ type: 'app_uninstalled' }, undefined, team)
  }

  readonly #by = (user: string, type: string): Json => {
    const team = this.teamOf(user)
    return {
      ...APP,
      type,
      user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
      team: { id: team, domain: 'acme' },
      enterprise: null,
      is_enterprise_install: false,
    }
  }
}
