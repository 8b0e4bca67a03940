import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { type Key, signatureFault } from './signature.ts'

const LEAST_PART = 5 * 1024 * 1024
const PAGE = 1000

interface Upload {
  key: string
  parts: Map<number, Buffer>
  at: Date
}

/** What the next request of a kind meets: a busy store, a connection that breaks in the middle of what is sent or answered, a refusal. */
export type Trouble = 'slow' | 'cut' | 'deny' | 'full'

export interface FakeS3 {
  environment: Record<string, string>
  objects: Map<string, Buffer>
  uploads: Map<string, Upload>
  /** What was asked, oldest first: `PUT part 1`, `GET object`. */
  asked: string[]
  /** The next `times` requests whose kind begins so are in trouble. */
  trouble: (kind: string, what: Trouble, times?: number) => void
  /** Its clock, against that of this machine, in milliseconds. */
  clock: { ahead: number }
  stop: () => Promise<void>
}

/** An S3-compatible store of our own on loopback, with one bucket and one key, as strict as the real one about what is sent. */
export async function fakeS3(bucket = 'acme'): Promise<FakeS3> {
  const key: Key = { id: 'AKIDRAPPORT', secret: 'not/a+secret' }
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Upload>()
  const asked: string[] = []
  const troubles: { kind: string; what: Trouble; times: number }[] = []
  const clock = { ahead: 0 }
  const now = () => Date.now() + clock.ahead

  const server = createServer(async (request, response) => {
    response.setHeader('Date', new Date(now()).toUTCString())
    const url = new URL(request.url ?? '', 'http://s3')
    const kind = kindOf(request.method ?? '', url)
    asked.push(kind)
    const trouble = troubles.find((one) => one.times > 0 && kind.startsWith(one.kind))
    if (trouble) trouble.times--
    if (trouble?.what === 'cut' && request.method !== 'GET') return void request.once('data', () => request.socket.destroy())
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    if (trouble?.what === 'slow') return refuse(response, 503, 'SlowDown')
    const fault = signatureFault(request, body, key, now())
    if (fault) return refuse(response, 403, fault)
    if (trouble?.what === 'deny') return refuse(response, 403, 'AccessDenied')
    if (trouble?.what === 'full') return refuse(response, 507, 'XMinioStorageFull')
    const [, asBucket, ...rest] = decodeURIComponent(url.pathname).split('/')
    if (asBucket !== bucket) return refuse(response, 404, 'NoSuchBucket')
    const act = acts[kind.replace(/ \d+$/, '')]
    if (!act) return refuse(response, 501, 'NotImplemented')
    act({ request, response, url, body, name: rest.join('/'), isCut: trouble?.what === 'cut' })
  })

  const acts: Record<string, (one: Asked) => void> = {
    'PUT object': ({ response, name, body }) => {
      objects.set(name, body)
      response.setHeader('ETag', etag(body)).end()
    },
    'POST uploads': ({ response, name }) => {
      const id = randomUUID()
      uploads.set(id, { key: name, parts: new Map(), at: new Date(now()) })
      xml(response, 'InitiateMultipartUploadResult', `<Bucket>${bucket}</Bucket><Key>${name}</Key><UploadId>${id}</UploadId>`)
    },
    'PUT part': ({ response, url, body }) => {
      const upload = uploads.get(url.searchParams.get('uploadId') ?? '')
      if (!upload) return refuse(response, 404, 'NoSuchUpload')
      upload.parts.set(Number(url.searchParams.get('partNumber')), body)
      response.setHeader('ETag', etag(body)).end()
    },
    'POST upload': ({ response, url, body }) => {
      const id = url.searchParams.get('uploadId') ?? ''
      const upload = uploads.get(id)
      if (!upload) return refuse(response, 404, 'NoSuchUpload')
      const told = [...body.toString().matchAll(/<Part>.*?<\/Part>/gs)].map(([part]) => ({
        at: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
        tag: /<ETag>(.*?)</.exec(part)?.[1]?.replaceAll('&quot;', '"'),
      }))
      const parts = told.map(({ at }) => upload.parts.get(at) ?? Buffer.alloc(0))
      if (told.some(({ at, tag }, index) => at !== index + 1 || tag !== etag(parts[index]!)))
        return refuse(response, 400, 'InvalidPart')
      if (parts.slice(0, -1).some((part) => part.length < LEAST_PART || part.length !== parts[0]!.length))
        return refuse(response, 400, 'EntityTooSmall')
      objects.set(upload.key, Buffer.concat(parts))
      uploads.delete(id)
      xml(response, 'CompleteMultipartUploadResult', `<Key>${upload.key}</Key><ETag>"${id}-${parts.length}"</ETag>`)
    },
    'DELETE upload': ({ response, url }) => {
      uploads.delete(url.searchParams.get('uploadId') ?? '')
      response.writeHead(204).end()
    },
    'GET uploads': ({ response }) => {
      const one = ([id, { key: name, at }]: [string, Upload]) =>
        `<Upload><Key>${name}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`
      xml(response, 'ListMultipartUploadsResult', `<IsTruncated>false</IsTruncated>${[...uploads].map(one).join('')}`)
    },
    'GET list': ({ response, url }) => {
      const prefix = url.searchParams.get('prefix') ?? ''
      const after = url.searchParams.get('continuation-token') ?? ''
      const names = [...objects.keys()]
        .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/') && name > after)
        .sort()
      const page = names.slice(0, PAGE)
      const more = names.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
      const found = page.map((name) => `<Contents><Key>${name}</Key><Size>${objects.get(name)!.length}</Size></Contents>`)
      xml(response, 'ListBucketResult', `<IsTruncated>${names.length > PAGE}</IsTruncated>${more}${found.join('')}`)
    },
    'HEAD object': ({ response, name }) => {
      const found = objects.get(name)
      if (!found) return void response.writeHead(404).end()
      response.writeHead(200, { 'Content-Length': found.length, ETag: etag(found) }).end()
    },
    'GET object': ({ request, response, name, isCut }) => {
      const found = objects.get(name)
      if (!found) return refuse(response, 404, 'NoSuchKey')
      const { range, 'if-match': match } = request.headers
      if (match && match !== etag(found)) return refuse(response, 412, 'PreconditionFailed')
      const [, start = '0', end = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
      const part = found.subarray(Number(start), end ? Number(end) + 1 : undefined)
      response.writeHead(range ? 206 : 200, { 'Content-Length': part.length, ETag: etag(found) })
      if (!isCut) return void response.end(part)
      response.write(part.subarray(0, Math.floor(part.length / 2)), () => response.destroy())
    },
    'DELETE object': ({ response, name }) => {
      objects.delete(name)
      response.writeHead(204).end()
    },
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  afterAll(stop)
  return {
    environment: {
      BACKUP_S3: `s3://${bucket}/crm`,
      BACKUP_S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      BACKUP_S3_KEY: key.id,
      BACKUP_S3_SECRET: key.secret,
    },
    objects,
    uploads,
    asked,
    trouble: (kind, what, times = 1) => void troubles.push({ kind, what, times }),
    clock,
    stop,
  }
}

interface Asked {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  body: Buffer
  name: string
  isCut: boolean
}

const etag = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`

function kindOf(method: string, { searchParams: query }: URL): string {
  if (query.has('uploads')) return `${method} uploads`
  if (query.has('partNumber')) return `${method} part ${query.get('partNumber')}`
  if (query.has('uploadId')) return `${method} upload`
  return query.has('list-type') ? `${method} list` : `${method} object`
}

function xml(response: ServerResponse, name: string, inner: string): void {
  response.setHeader('Content-Type', 'application/xml')
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</${name}>`,
  )
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code} it is</Message></Error>`)
}
