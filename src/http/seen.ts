import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { MemberPage, Seen, Visitor } from '../bot/page.ts'
import { type Shell, shell } from './shell.ts'

/** Answers with a page that stands for itself. */
export function answerText(response: Response, status: number, parts: Shell): void {
  response.status(status).type('html').send(shell(parts).text)
}

/** Answers with what a page gave. A file goes out as fast as it is taken; who goes away ends its reading. */
export async function answerSeen(
  response: Response,
  page: MemberPage,
  visitor: Visitor,
  seen: Seen,
  { asFile, head }: { asFile: boolean; head: boolean },
): Promise<void> {
  const { locale } = visitor.me
  if (seen.kind === 'go') return void (asFile ? response.json({ to: seen.to }) : response.redirect(303, seen.to))
  if (seen.kind === 'html') {
    const { body, again, title = page.title[locale] } = seen
    if (again) response.set('Refresh', String(again))
    return void response.type('html').send(shell({ locale, title, visitor, body }).text)
  }
  response.set({ 'Content-Type': seen.type, 'Content-Disposition': attachment(seen.name) })
  if (head) return void response.end()
  await pipeline(Readable.from(seen.bytes, { objectMode: false, highWaterMark: 64 * 1024 }), response).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    },
  )
}

/** RFC 6266: a plain name for old programs, the true one beside it. */
const attachment = (name: string) =>
  `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
