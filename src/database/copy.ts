import { type Duplex, Readable } from 'node:stream'
import type pg from 'pg'

/** COPY in both directions over pg's own connection, as PostgreSQL's protocol has it, holding no more than a few pieces in memory. */

/** Settings under which values read back as they were written, and which give a copy the time that it takes. */
export const PLAIN = `SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET client_encoding = 'UTF8';
  SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0`

/** Rows come one by one; so many bytes of them are passed on at a time. */
const PIECE = 64 * 1024

/** What pg calls while a statement of ours runs. */
interface Talk extends pg.Submittable {
  handleError: (error: Error) => void
  handleCommandComplete: (message: { text: string }) => void
  handleReadyForQuery: () => void
  handleCopyData?: (message: { chunk: Buffer }) => void
  handleCopyInResponse?: (connection: CopyConnection) => void
}

/** What pg's connection can and its types do not tell. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sendCopyFail: (why: string) => void
}

/** The bytes of `COPY … TO STDOUT`, as fast as they are read and no faster. */
export function copyOut(client: pg.Client, text: string): Readable {
  let connection: pg.Connection | undefined
  let rows: Buffer[] = []
  let size = 0
  const out = new Readable({ read: () => void connection?.stream.resume(), highWaterMark: 4 * PIECE })
  const passOn = () => {
    if (size > 0 && !out.push(Buffer.concat(rows, size))) connection?.stream.pause()
    rows = []
    size = 0
  }
  const talk: Talk = {
    submit: (to) => {
      connection = to
      to.query(text)
    },
    handleCopyData: ({ chunk }) => {
      // The parser uses its memory again.
      rows.push(Buffer.from(chunk))
      size += chunk.length
      if (size >= PIECE) passOn()
    },
    handleCommandComplete: passOn,
    handleReadyForQuery: () => void out.push(null),
    handleError: (error) => void out.destroy(error),
  }
  client.query(talk)
  return out
}

/** Gives `COPY … FROM STDIN` these bytes; says how many rows came of them. */
export function copyIn(client: pg.Client, text: string, from: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    let fault: Error | undefined
    const talk: Talk = {
      submit: (to) => to.query(text),
      handleCopyInResponse: (connection) => {
        feed(connection, from, () => fault !== undefined).catch((error: Error) => {
          // The server's answer to this ends the statement; ours is the better reason.
          fault ??= error
          connection.sendCopyFail('what was to be copied could not be read')
        })
      },
      handleCommandComplete: (message) => {
        count = Number(message.text.split(' ')[1])
      },
      handleReadyForQuery: () => resolve(count),
      handleError: (error) => {
        fault ??= error
        reject(fault)
      },
    }
    client.query(talk)
  })
}

async function feed(connection: CopyConnection, from: AsyncIterable<Buffer>, failed: () => boolean): Promise<void> {
  for await (const chunk of from) {
    if (failed()) return
    connection.sendCopyFromChunk(chunk)
    if (connection.stream.writableNeedDrain) await drained(connection.stream)
  }
  if (!failed()) connection.endCopyFrom()
}

/** Until there is room again, or nobody to write to. */
function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })
}
