import express, { type Request as Asked, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Bot, Log } from '../../bot/house.ts'
import type { Request, SentFile } from '../../bot/request.ts'
import { guide } from './guide.ts'
import { channelNamed, personId, personOf, placeOf, profileOf } from './people.ts'
import { refuseStrangers } from './same-origin.ts'
import type { Answer, SealedCard } from './wire.ts'

/** More than the longest line a platform lets through. */
const LONGEST_BODY = '256kb'
const short = z.string().min(1).max(200)
const values = z.record(z.string().max(100), z.string().max(40_000))
const who = { user: personId, locale: z.string().max(35).optional() }

const asking = z.object({
  ...who,
  id: short,
  ask: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('say'), text: z.string().max(40_000) }),
    z.object({ kind: z.literal('press'), token: short, share: z.boolean().optional(), message: short.optional() }),
    z.object({ kind: z.literal('submit'), token: short, values, message: short.optional() }),
  ]),
})
/** A file comes as it is; what else there is to say, in headers. */
const dropping = z.object({ ...who, id: short, name: short })
const suggesting = z.object({ ...who, operation: short, field: short, typed: z.string().max(200) })

export interface ApiParts {
  bot: Bot
  log: Log
  timeZone: string
  /** Opens somebody's stream of pushed messages. */
  follow: (user: string, response: Response) => Promise<void>
  /** Shows the others what one of them shared. */
  share: (from: string, card: SealedCard, id: string) => Promise<void>
}

/** The playground's own small API: the guide, requests, suggestions and the stream of pushed messages. */
export function playgroundApi({ bot, log, timeZone, follow, share }: ApiParts): Router {
  const api = express.Router()
  const requestOf = ({ user, locale, id, ask, message }: Said): Request => ({
    ...{ id: `playground:${user}:${id}`, place: { ...placeOf(user), message }, ask, locale },
    profile: async () => profileOf(user, timeZone, locale),
    channel: async (typed) => channelNamed(typed),
  })
  api.use(refuseStrangers, express.json({ limit: LONGEST_BODY }))

  api.get('/guide', (asked, response) => {
    response.json(guide(bot.registry, String(asked.query.locale ?? '')))
  })

  api.get('/events', async (asked, response) => {
    const person = personOf(asked.query.user)
    if (!person) return void response.status(400).json({ error: 'no such person' })
    await follow(person.id, response)
  })

  api.post('/ask', async (asked, response) => {
    const read = asking.safeParse(asked.body)
    if (!read.success) return void response.status(400).json({ error: 'unreadable request' })
    const { ask, user } = read.data
    const request = requestOf({ ...read.data, message: 'message' in ask ? ask.message : undefined })
    const answer: Answer = await bot.dispatch(request)
    if (ask.kind === 'press' && ask.share && answer.kind === 'card' && answer.card.visibility === 'channel')
      await share(user, answer.card, request.id)
    response.json(answer)
  })

  api.post('/drop', async (asked, response) => {
    const read = dropping.safeParse(droppedIn(asked))
    if (!read.success) return void response.status(400).json({ error: 'unreadable request' })
    const file: SentFile = { name: read.data.name, size: Number(asked.headers['content-length'] ?? 0), read: () => asked }
    const answer: Answer = await bot.dispatch({ ...requestOf({ ...read.data, ask: { kind: 'say', text: '' } }), files: [file] })
    response.json(answer)
  })

  api.post('/suggest', async (asked, response) => {
    const read = suggesting.safeParse(asked.body)
    if (!read.success) return void response.status(400).json({ error: 'unreadable request' })
    const { user, locale, ...typed } = read.data
    const profile = async () => profileOf(user, timeZone, locale)
    response.json(await bot.suggest({ place: placeOf(user), locale, ...typed, profile }))
  })

  api.use((error: Error & { status?: number }, _asked: Asked, response: Response, _next: () => void) => {
    const status = error.status ?? 500
    if (status >= 500) log.error({ error }, 'the playground could not answer')
    response.status(status).json({ error: status === 413 ? 'too long' : status < 500 ? 'unreadable request' : 'try again' })
  })
  return api
}

interface Said extends Pick<Request, 'id' | 'ask' | 'locale'> {
  user: string
  message?: string
}

// Only the page itself can send such a body: a form of another site cannot.
function droppedIn(asked: Asked): unknown {
  if (!asked.is('application/octet-stream')) return undefined
  const said = (name: string) => asked.get(name)
  try {
    return {
      user: said('x-user'),
      locale: said('x-locale'),
      id: said('x-id'),
      name: decodeURIComponent(said('x-file-name') ?? ''),
    }
  } catch {
    return undefined
  }
}
