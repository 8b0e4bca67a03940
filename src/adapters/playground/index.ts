import path from 'node:path'
import express, { type Request as Asked, type Express, type Response } from 'express'
import { z } from 'zod'
import { DeliveryError } from '../../bot/errors.ts'
import type { Adapter, Bot, Log } from '../../bot/house.ts'
import type { Ask, Profile, Request } from '../../bot/request.ts'
import { guide } from './guide.ts'
import { Inbox } from './inbox.ts'
import { refuseStrangers } from './same-origin.ts'
import { Streams } from './streams.ts'

/** The two who try the playground: the first to come is the workspace's admin. */
export const PEOPLE = [
  { id: 'ana', name: 'Ana' },
  { id: 'bo', name: 'Bo' },
] as const

const TEAM = 'playground'
/** More than the longest line a platform lets through. */
const LONGEST_BODY = '256kb'
const short = z.string().min(1).max(200)
const values = z.record(z.string().max(100), z.string().max(40_000))
const who = { user: z.enum(PEOPLE.map((one) => one.id)), locale: z.string().max(35).optional() }

const asking = z.object({
  ...who,
  id: short,
  ask: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('say'), text: z.string().max(40_000) }),
    z.object({ kind: z.literal('press'), token: short }),
    z.object({ kind: z.literal('submit'), token: short, values }),
  ]),
})
const suggesting = z.object({ ...who, operation: short, field: short, typed: z.string().max(200) })

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
  let open = false

  const profile = (user: string, locale?: string) => async (): Promise<Profile> => ({
    name: PEOPLE.find((one) => one.id === user)!.name,
    timeZone,
    locale,
    teamName: 'Playground',
  })
  const request = (user: string, id: string, ask: Ask, locale?: string): Request => ({
    id: `playground:${user}:${id}`,
    place: { platform: 'playground', team: TEAM, user, kind: 'direct', channel: user },
    ask,
    locale,
    profile: profile(user, locale),
  })

  const api = express.Router()
  api.use(refuseStrangers)
  api.use(express.json({ limit: LONGEST_BODY, type: 'application/json' }))
  api.get(
    '/guide',
    (asked, response) => void response.json({ people: PEOPLE, ...guide(bot.registry, String(asked.query.locale ?? '')) }),
  )
  api.get('/events', (asked, response) => follow(asked, response, inbox, streams))
  api.post('/ask', async (asked, response) => {
    const read = asking.safeParse(asked.body)
    if (!read.success) return void response.status(400).json({ error: 'unreadable request' })
    const { user, id, ask, locale } = read.data
    response.json(await bot.dispatch(request(user, id, ask, locale)))
  })
  api.post('/suggest', async (asked, response) => {
    const read = suggesting.safeParse(asked.body)
    if (!read.success) return void response.status(400).json({ error: 'unreadable request' })
    const { user, locale, ...typed } = read.data
    const place = { platform: 'playground' as const, team: TEAM, user, kind: 'direct' as const }
    response.json(await bot.suggest({ place, locale, ...typed, profile: profile(user, locale) }))
  })
  api.use((error: Error & { status?: number }, _asked: Asked, response: Response, _next: () => void) => {
    log.warn({ error }, 'the playground could not answer')
    response.status(error.status ?? 500).json({ error: 'unreadable request' })
  })

  return {
    platform: 'playground',
    start: async () => {
      await inbox.open()
      app.use('/playground/api', (asked, response, next) =>
        open ? api(asked, response, next) : void response.status(503).json({ error: 'stopping' }),
      )
      app.use('/', express.static(path.join(import.meta.dirname, 'page'), { index: 'index.html' }))
      open = true
    },
    stop: async () => {
      open = false
      streams.close()
    },
    ready: () => open,
    courier: {
      platform: 'playground',
      deliver: async ({ user }, card, id) => {
        const entry = { id, card }
        const isNew = await inbox.keep(user, entry).catch((cause: unknown) => {
          throw new DeliveryError('the playground’s inbox cannot be written', { permanent: false, cause })
        })
        if (isNew) streams.send(user, entry)
        return { platform: 'playground', team: TEAM, channel: user, message: id }
      },
      update: async (receipt, card) => {
        const entry = { id: receipt.message ?? '', card, update: true }
        await inbox.keep(receipt.channel ?? '', entry)
        streams.send(receipt.channel ?? '', entry)
      },
    },
  }
}

async function follow(asked: Asked, response: Response, inbox: Inbox, streams: Streams): Promise<void> {
  const user = String(asked.query.user ?? '')
  if (!PEOPLE.some((one) => one.id === user)) return void response.status(400).json({ error: 'no such person' })
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()
  // Listening begins before reading: what comes in between is sent twice rather than never, and the page knows it by its id.
  streams.add(user, response)
  for (const entry of await inbox.all(user)) streams.sendTo(response, entry)
}
