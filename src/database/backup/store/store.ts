import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BackupError } from '../faults.ts'
import { type Client, clientOf } from './client.ts'
import { download } from './download.ts'
import type { StoreSettings } from './settings.ts'
import { partSize, upload } from './upload.ts'

/** A bucket (and a prefix in it) in which backups are kept, each under its name. What goes wrong is a BackupError that says what to do. */
export interface Store {
  /** As people write it: s3://bucket/prefix */
  where: string
  addressOf: (name: string) => string
  /** Sends what comes, no more than `most` bytes; it is there when it is whole. Gives its length. */
  put: (name: string, from: AsyncIterable<Buffer>, options: { most: number; signal?: AbortSignal }) => Promise<number>
  /** What stands there, whoever put it there, without what has a slash behind the prefix. */
  list: () => Promise<Stored[]>
  read: (name: string, range?: { start?: number; end?: number }) => AsyncGenerator<Buffer>
  fetch: (name: string, file: string) => Promise<void>
  remove: (name: string) => Promise<void>
  /** Throws away what was begun of a name before then and never became whole. Gives the names. */
  abandon: (isOurs: (name: string) => boolean, before: Date) => Promise<string[]>
  /** Writes, lists, reads and removes something small. */
  probe: () => Promise<{ skew: number }>
  close: () => void
}

export interface Stored {
  name: string
  bytes: number
}

/** Nothing is asked yet: whether the store is there and lets us in, the first question tells. */
export function openStore(settings: StoreSettings): Store {
  const { bucket: Bucket, prefix } = settings
  let opened: Promise<Client> | undefined
  const client = () => (opened ??= clientOf(settings))
  const keyOf = (name: string) => prefix + name
  const store: Store = {
    where: `s3://${Bucket}/${prefix}`,
    addressOf: (name) => `s3://${Bucket}/${keyOf(name)}`,
    put: async (name, from, { most, signal }) => {
      const to = { Bucket, Key: keyOf(name) }
      const bytes = await upload(await client(), to, from, { part: partSize(most), signal })
      await checkLength(await client(), to, bytes, store.addressOf(name))
      return bytes
    },
    list: async () => {
      const { sdk, send } = await client()
      const found: Stored[] = []
      let ContinuationToken: string | undefined
      do {
        const page = await send(new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix, Delimiter: '/', ContinuationToken }))
        for (const { Key = '', Size = 0 } of page.Contents ?? []) found.push({ name: Key.slice(prefix.length), bytes: Size })
        ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
      } while (ContinuationToken)
      return found
    },
    read: async function* (name, range) {
      yield* download(await client(), settings, keyOf(name), range)
    },
    fetch: (name, file) => pipeline(store.read(name), createWriteStream(file, { mode: 0o600 })),
    remove: async (name) => {
      const { sdk, send } = await client()
      await send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(name) }))
    },
    abandon: async (isOurs, before) => {
      const { sdk, send } = await client()
      const { Uploads = [] } = await send(new sdk.ListMultipartUploadsCommand({ Bucket, Prefix: prefix }))
      const left = Uploads.filter(({ Key = '', Initiated = before }) => isOurs(Key.slice(prefix.length)) && Initiated < before)
      for (const { Key, UploadId } of left) await send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
      return left.map(({ Key = '' }) => Key.slice(prefix.length))
    },
    probe: async () => {
      await tryOut(store)
      return { skew: (await client()).skew() }
    },
    close: () => void opened?.then(({ close }) => close()),
  }
  return store
}

async function checkLength({ sdk, send }: Client, to: { Bucket: string; Key: string }, bytes: number, address: string) {
  const { ContentLength } = await send(new sdk.HeadObjectCommand(to))
  if (ContentLength !== bytes)
    throw new BackupError('damaged', `${address} has ${ContentLength} bytes there, and ${bytes} were sent. Take another backup.`)
}

async function tryOut(store: Store): Promise<void> {
  const name = `rapport-doctor-${randomUUID()}`
  const written = Buffer.from('written by rapport doctor, which removes it again\n')
  await store.put(name, Readable.from([written]), { most: written.length })
  try {
    if (!(await store.list()).some((one) => one.name === name))
      throw new BackupError('failed', `${store.where} does not list what was just written there.`)
    if (!(await contentOf(store.read(name))).equals(written))
      throw new BackupError('failed', `${store.where} gives back something else than was written there.`)
  } finally {
    await store.remove(name)
  }
}

export async function contentOf(from: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const chunk of from) found.push(chunk)
  return Buffer.concat(found)
}
