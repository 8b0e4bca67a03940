import path from 'node:path'
import express, { type Express, type Response } from 'express'
import { DeliveryError } from '../../bot/errors.ts'
import type { Adapter, Bot, Courier, Log } from '../../bot/house.ts'
import { playgroundApi } from './api.ts'
import { Inbox } from './inbox.ts'
import { PEOPLE, personOf, TEAM } from './people.ts'
import { Streams } from './streams.ts'

export { PEOPLE, placeOf, profileOf } from './people.ts'

export interface PlaygroundParts {
  bot: Bot
  app: Express
  log: Log
  /** Where messages that came while nobody looked are kept. */
  dataDir: string
  /** The zone newcomers get: the machine's own. */
  timeZone: string
}

/**
 * A chat page in the browser on the very same operations. Requests come as JSON, each with an id made by the page, so that a retry does nothing
 * twice; reminders and other messages go out as server-sent events, and are kept on disk for a page that is not open.
 */
export function playgroundAdapter({ bot, app, log, dataDir, timeZone }: PlaygroundParts): Adapter {
  const inbox = new Inbox(path.join(dataDir, 'playground'))
  const streams = new Streams()
  const working = new Set<Promise<unknown>>()
  let open = false

  const counted: Bot['dispatch'] = (request) => {
    const work = bot.dispatch(request)
    working.add(work)
    return work.finally(() => working.delete(work))
  }
  const api = playgroundApi({
    bot: { ...bot, dispatch: counted },
    log,
    timeZone,
    follow: (user, response) => follow(user, response, inbox, streams),
    share: async (user, card, id) => {
      const from = personOf(user)?.name
      for (const other of PEOPLE.filter((one) => one.id !== user)) {
        const entry = await inbox.add(other.id, { id, card, from })
        if (entry) streams.send(other.id, entry)
      }
    },
  })

  return {
    platform: 'playground',
    courier: courierOver(inbox, streams),
    start: async () => {
      await inbox.open()
      app.use('/playground/api', (asked, response, next) =>
        open ? api(asked, response, next) : void response.status(503).json({ error: 'stopping' }),
      )
      app.use(
        express.static(path.join(import.meta.dirname, 'page'), {
          setHeaders: (response) => void response.set('Cache-Control', 'no-cache'),
        }),
      )
      open = true
    },
    stop: async () => {
      open = false
      streams.close()
      await Promise.allSettled(working)
      await inbox.settled()
    },
    ready: () => open,
    forget: async (strike) => {
      for (const [user, entry] of await inbox.rewrite(strike)) streams.send(user, entry)
    },
  }
}

const courierOver = (inbox: Inbox, streams: Streams): Courier => ({
  platform: 'playground',
  deliver: async ({ user }, card, id) => {
    if (!personOf(user)) throw new DeliveryError(`the playground has no ${user}`, { permanent: true })
    const entry = await inbox.add(user, { id, card }).catch(unwritable)
    if (entry) streams.send(user, entry)
    return { platform: 'playground', team: TEAM, channel: user, message: id }
  },
  announce: async ({ channel }, card, id) => {
    for (const { id: user } of PEOPLE) {
      const entry = await inbox.add(user, { id, card, channel }).catch(unwritable)
      if (entry) streams.send(user, entry)
    }
    return { platform: 'playground', team: TEAM, room: channel, message: id }
  },
  mention: async ({ user, usedIn = user }, text, id) => {
    const entry = await inbox.add(user, { id, card: { kind: 'card', lines: [text] } }).catch(unwritable)
    if (entry) streams.send(user, entry)
    return { platform: 'playground', team: TEAM, channel: usedIn, call: id }
  },
  update: async ({ channel = '', message = '' }, card) => {
    if (!personOf(channel)) throw new DeliveryError(`the playground has no ${channel}`, { permanent: true })
    streams.send(channel, await inbox.update(channel, message, card).catch(unwritable))
  },
})

const unwritable = (cause: unknown): never => {
  throw new DeliveryError('the playground’s inbox cannot be written', { permanent: false, cause })
}

async function follow(user: string, response: Response, inbox: Inbox, streams: Streams): Promise<void> {
  await inbox.all(user) // a folder that cannot be read is told before the stream begins
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()
  // Listening begins before reading: what comes in between is sent twice rather than never, and the page knows it by its id.
  streams.add(user, response)
  for (const entry of await inbox.all(user)) streams.sendTo(response, entry)
}
