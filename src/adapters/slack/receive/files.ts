import type { SentFile } from '../../../bot/request.ts'
import type { Client } from '../client.ts'

/** A file beside a message, as Slack's events tell of it; of one from a shared channel only the id. */
export interface SharedFile {
  id: string
  name?: string | null
  size?: number
  url_private_download?: string
  url_private?: string
  /** Its page: it asks who opens it whether they may. */
  permalink?: string
}

/** How long Slack may take to begin with a file, in milliseconds. */
const PATIENCE = 10_000
const MOST = 10

/** The files beside a message; each is fetched with the bot's token when it is read, which takes the scope files:read. */
export const filesOf = (client: Client, files: readonly SharedFile[] | undefined): SentFile[] =>
  (files ?? []).slice(0, MOST).map((file) => ({
    name: file.name ?? '',
    size: file.size ?? 0,
    ...(file.permalink && { url: file.permalink }),
    read: () => bytesOf(client, file),
  }))

async function* bytesOf(client: Client, file: SharedFile): AsyncGenerator<Uint8Array> {
  const { file: told = file } = addressIn(file) ? {} : ((await client.files.info({ file: file.id })) as { file?: SharedFile })
  const address = addressIn(told)
  if (!address || !isSlacks(address, client)) throw new Error(`Slack gave no address for file ${file.id}`)
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${client.token}` },
    // Without the scope Slack leads to its page for signing in.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!response.ok || !response.body || response.headers.get('content-type')?.startsWith('text/html'))
    throw new Error(`Slack did not hand out file ${file.id}: ${response.status}`)
  yield* response.body as unknown as AsyncIterable<Uint8Array>
}

const addressIn = (file: SharedFile) => file.url_private_download ?? file.url_private

/** The token goes to Slack alone. */
function isSlacks(address: string, { slackApiUrl }: Client): boolean {
  const { protocol, hostname, host } = new URL(address)
  if (host === new URL(slackApiUrl).host) return true
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))
}
