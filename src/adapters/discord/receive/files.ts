import type { Attachment } from 'discord.js'
import { download } from '../../../bot/download.ts'
import type { SentFile } from '../../../bot/request.ts'

/**
 * The files beside a message, or in a command's options (then there is no message of them). Their own addresses are open to whoever has them, for a day: a file is known by its message, which stays, and asks who opens
 * it whether they may.
 */
export const filesOf = (attachments: Iterable<Attachment>, url?: string): SentFile[] =>
  [...attachments].map((one, at) => ({
    name: one.title ? titled(one) : one.name,
    size: one.size,
    url: url && at ? `${url}#${at + 1}` : url,
    read: () => download(one.url),
  }))

// Discord takes signs that are no Latin letters out of a file's name, and keeps the whole as its title, without the ending.
const titled = ({ title, name }: Attachment) => `${title}${/\.\w+$/.exec(name)?.[0] ?? ''}`
