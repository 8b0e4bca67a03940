import type { CompletedPart } from '@aws-sdk/client-s3'
import type { Client } from './client.ts'

const MIB = 1024 * 1024
/** Small enough to be held twice, large enough for a backup of 80 GB. */
const LEAST_PART = 8 * MIB
/** S3 takes 10,000. Some stores want them all of one size, so that it is to be known before. */
const MOST_PARTS = 9_000

/** How large the parts are, for something of no more than so many bytes. */
export const partSize = (most: number): number => Math.max(LEAST_PART, Math.ceil(most / MOST_PARTS / MIB) * MIB)

interface Upload {
  Bucket: string
  Key: string
}

interface Options {
  part: number
  signal?: AbortSignal
}

/**
 * Sends what comes, of a length that nobody knows, holding two parts of it in memory. It is there when it is whole, and before that nothing is: what
 * was sent of an upload that fails is thrown away. Gives its length.
 */
export async function upload(client: Client, to: Upload, from: AsyncIterable<Buffer>, options: Options): Promise<number> {
  const parts = inParts(from, options.part)
  const { value: first = Buffer.alloc(0) } = await parts.next()
  if (first.length < options.part) {
    await client.send(new client.sdk.PutObjectCommand({ ...to, Body: first }), { abortSignal: options.signal })
    return first.length
  }
  const { UploadId } = await client.send(new client.sdk.CreateMultipartUploadCommand(to), { abortSignal: options.signal })
  const begun = { ...to, UploadId }
  try {
    const { sent, bytes } = await sendParts(client, begun, first, parts, options)
    const complete = new client.sdk.CompleteMultipartUploadCommand({ ...begun, MultipartUpload: { Parts: sent } })
    await client.send(complete, { abortSignal: options.signal })
    return bytes
  } catch (error) {
    // What stays behind all the same is thrown away with the next rotation.
    await client.send(new client.sdk.AbortMultipartUploadCommand(begun)).catch(() => undefined)
    throw error
  }
}

async function sendParts(
  client: Client,
  begun: Upload & { UploadId: string | undefined },
  first: Buffer,
  rest: AsyncIterable<Buffer>,
  { signal }: Options,
): Promise<{ sent: CompletedPart[]; bytes: number }> {
  const sent: CompletedPart[] = []
  let bytes = 0
  const send = async (Body: Buffer) => {
    const PartNumber = sent.length + 1
    bytes += Body.length
    const { ETag } = await client.send(new client.sdk.UploadPartCommand({ ...begun, PartNumber, Body }), { abortSignal: signal })
    sent.push({ ETag, PartNumber })
  }
  // The next is gathered while one is on its way.
  let going = send(first)
  going.catch(() => undefined)
  for await (const part of rest) {
    await going
    going = send(part)
    going.catch(() => undefined)
  }
  await going
  return { sent, bytes }
}

/** The same bytes in parts of one size, of which the last may be shorter. */
async function* inParts(from: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer, undefined> {
  let part = Buffer.allocUnsafe(size)
  let filled = 0
  for await (const chunk of from)
    for (let at = 0; at < chunk.length; ) {
      const copied = chunk.copy(part, filled, at)
      at += copied
      filled += copied
      if (filled < size) continue
      yield part
      part = Buffer.allocUnsafe(size)
      filled = 0
    }
  if (filled) yield part.subarray(0, filled)
  return undefined
}
