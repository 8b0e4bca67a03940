import { download } from '../../../bot/download.ts'
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
  yield* download(address, { authorization: `Bearer ${client.token}` })
}

const addressIn = (file: SharedFile) => file.url_private_download ?? file.url_private

/** The token goes to Slack alone. */
function isSlacks(address: string, { slackApiUrl }: Client): boolean {
  const { protocol, hostname, host } = new URL(address)
  if (host === new URL(slackApiUrl).host) return true
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))
}
