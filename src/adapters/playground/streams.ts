import type { Response } from 'express'
import type { Entry } from './wire.ts'

/** Proxies and browsers drop a stream that is silent for long. */
const HEARTBEAT = 25_000

/** The open pages of each person, as server-sent events. */
export class Streams {
  readonly #open = new Map<string, Set<Response>>()
  readonly #heartbeat = setInterval(() => this.#beat(), HEARTBEAT).unref()

  add(user: string, response: Response): void {
    const own = this.#open.get(user) ?? new Set()
    this.#open.set(user, own.add(response))
    response.on('close', () => own.delete(response))
  }

  send(user: string, entry: Entry): void {
    for (const response of this.#open.get(user) ?? []) this.sendTo(response, entry)
  }

  sendTo(response: Response, entry: Entry): void {
    response.write(`data: ${JSON.stringify(entry)}\n\n`)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const own of this.#open.values()) for (const response of own) response.end()
  }

  #beat(): void {
    for (const own of this.#open.values()) for (const response of own) response.write(': still here\n\n')
  }
}
