import type { Attachment, Message } from 'discord.js'
import type { SentFile } from '../../../bot/request.ts'

/** How long Discord may take to begin with a file, in milliseconds. */
const PATIENCE = 10_000

/**
 * The files beside a message. Their own addresses are open to whoever has them, for a day: a file is known by its message, which stays, and asks who opens
 * it whether they may.
 */
export const filesOf = ({ attachments, url }: Pick<Message, 'attachments' | 'url'>): SentFile[] =>
  [...attachments.values()].map((one, at) => ({
    name: one.title ? titled(one) : one.name,
    size: one.size,
    url: at ? `${url}#${at + 1}` : url,
    read: () => bytesOf(one),
  }))

// Discord takes signs that are no Latin letters out of a file's name, and keeps the whole as its title, without the ending.
const titled = ({ title, name }: Attachment) => `${title}${/\.\w+$/.exec(name)?.[0] ?? ''}`

async function* bytesOf({ url, id }: Attachment): AsyncGenerator<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' })
  if (!response.ok || !response.body) throw new Error(`Discord did not hand out file ${id}: ${response.status}`)
  yield* response.body as unknown as AsyncIterable<Uint8Array>
}
