import type { Request } from 'express'
import { UserError } from '../bot/errors.ts'
import type { MemberPage, Sent } from '../bot/page.ts'
import type { Locale } from '../bot/text.ts'
import { say } from './shell.ts'

/** A form without a file, in bytes. */
const LARGEST_FORM = 256 * 1024
const ONCE = /^[0-9a-f-]{36}$/

/** What a request brings: a form, or (`application/octet-stream`, its name in a header) a file, which is not read yet. Throws with a status. */
export async function sentIn(request: Request, page: MemberPage, locale: Locale): Promise<Sent> {
  const sent = request.is('application/octet-stream') ? fileIn(request, page, locale) : await formIn(request)
  if (!ONCE.test(sent.form.get('once') ?? '')) sent.form.delete('once')
  return sent
}

async function formIn(request: Request): Promise<Sent> {
  if (!request.is('application/x-www-form-urlencoded')) throw withStatus(415)
  const pieces: Buffer[] = []
  for await (const piece of upTo(request, LARGEST_FORM, () => withStatus(413))) pieces.push(piece)
  return { form: new URLSearchParams(Buffer.concat(pieces).toString()) }
}

function fileIn(request: Request, { largestFile }: MemberPage, locale: Locale): Sent {
  if (!largestFile) throw withStatus(415)
  const tooLarge = () => new UserError(say(locale).fileTooLarge(Math.floor(largestFile / 1024 ** 2)))
  if (Number(request.headers['content-length'] ?? 0) > largestFile) throw tooLarge()
  // Names hold any sign, headers do not.
  const name = decoded(String(request.headers['x-file-name'] ?? ''))
  const form = new URLSearchParams(String(request.headers['x-form'] ?? ''))
  return { form, file: { name, bytes: upTo(request, largestFile, tooLarge) } }
}

async function* upTo(from: AsyncIterable<Buffer>, most: number, fault: () => Error): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of from) {
    size += piece.length
    if (size > most) throw fault()
    yield piece
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const withStatus = (status: number) => Object.assign(new Error(`HTTP ${status}`), { status })
