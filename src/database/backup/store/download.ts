import type { Readable } from 'node:stream'
import { pause } from '../../patience.ts'
import { BackupError } from '../faults.ts'
import type { Client } from './client.ts'
import { storeFault } from './faults.ts'
import type { StoreSettings } from './settings.ts'

/** A connection that is cut is begun anew so often without a byte more, where it was cut. */
const TRIES = 5

/** What stands under a name, from its beginning or so many bytes of it, as it stood there at first. */
export async function* download(
  client: Client,
  settings: StoreSettings,
  Key: string,
  { start = 0, end, signal }: { start?: number; end?: number; signal?: AbortSignal } = {},
): AsyncGenerator<Buffer> {
  let at = start
  let IfMatch: string | undefined
  for (let tries = 1; ; tries++) {
    const Range = at > 0 || end !== undefined ? `bytes=${at}-${end ?? ''}` : undefined
    const asked = new client.sdk.GetObjectCommand({ Bucket: settings.bucket, Key, Range, IfMatch })
    const { Body, ETag } = await client.send(asked, { abortSignal: signal })
    IfMatch = ETag
    try {
      for await (const chunk of Body as Readable) {
        at += (chunk as Buffer).length
        tries = 0
        yield chunk as Buffer
      }
      return
    } catch (error) {
      const fault = storeFault(error, settings)
      const isPassing = fault instanceof BackupError && fault.fault === 'away'
      if (!isPassing || tries >= TRIES || signal?.aborted) throw fault
      await pause(100 * 2 ** tries)
    }
  }
}
