import { checkBlocks } from './check-blocks.ts'
import { checkText } from './check-elements.ts'
import { Faults, isObject, Refusal } from './refusal.ts'
import type { Json } from './types.ts'

const LONGEST_VIEW = 250_000
/** A text that is posted is cut at 40,000 characters; one that updates is refused beyond 4,000. */
const LONGEST_POST = 40_000
const LONGEST_UPDATE = 4_000

/** What a message says. Throws Refusal. */
export function checkMessage(body: Json, { update = false } = {}): void {
  const text = typeof body.text === 'string' ? body.text : ''
  const blocks = body.blocks ?? []
  if (!text && !(Array.isArray(blocks) && blocks.length)) throw new Refusal('no_text')
  if (text.length > (update ? LONGEST_UPDATE : LONGEST_POST)) throw new Refusal('msg_too_long')
  const faults = new Faults()
  faults.length('/text', body.text, 0, LONGEST_POST)
  checkBlocks(faults, '/blocks', blocks, 'message')
  faults.refuse('invalid_blocks')
  if (body.metadata !== undefined && !isMetadata(body.metadata)) throw new Refusal('invalid_metadata_format')
}

const isMetadata = (data: unknown): boolean =>
  isObject(data) && typeof data.event_type === 'string' && data.event_type.length > 0 && isObject(data.event_payload)

const VIEW = [
  'type',
  'title',
  'blocks',
  'close',
  'submit',
  'private_metadata',
  'callback_id',
  'clear_on_close',
  'notify_on_close',
  'external_id',
  'submit_disabled',
]

/** A modal: https://docs.slack.dev/reference/views/modal-views. Throws Refusal. */
export function checkView(view: unknown): void {
  const faults = new Faults()
  if (!isObject(view)) throw new Refusal('invalid_arguments', ['view: must be an object'])
  if (Buffer.byteLength(JSON.stringify(view)) > LONGEST_VIEW) throw new Refusal('view_too_large')
  faults.known('/view', view, VIEW)
  faults.oneOf('/view/type', view.type, ['modal'])
  checkText(faults, '/view/title', view.title, 24)
  if (view.submit !== undefined) checkText(faults, '/view/submit', view.submit, 24)
  if (view.close !== undefined) checkText(faults, '/view/close', view.close, 24)
  faults.length('/view/private_metadata', view.private_metadata, 0, 3_000)
  faults.length('/view/callback_id', view.callback_id, 0, 255)
  checkBlocks(faults, '/view/blocks', view.blocks, 'view')
  const asks = Array.isArray(view.blocks) && view.blocks.some((block) => isObject(block) && block.type === 'input')
  if (asks && view.submit === undefined) faults.add('/view', 'submit is required when an input block is within blocks')
  faults.refuse('invalid_arguments')
}

/** What a member of staff would notice although Slack takes it: mentions that came alive, previews, no text for screen readers. */
export function complaintsAbout(method: string, body: Json): string[] {
  const found: string[] = []
  const text = typeof body.text === 'string' ? body.text : ''
  if (!text) found.push(`${method}: blocks without text, so nothing for notifications and screen readers`)
  if (text.length > LONGEST_UPDATE) found.push(`${method}: a text of ${text.length} characters`)
  for (const said of [text, ...marked(body.blocks)])
    if (/<[!@#][^>]*>|<(https?|mailto):/.test(said)) found.push(`${method}: markup came alive: ${said.slice(0, 80)}`)
  if (body.link_names === true || body.parse === 'full') found.push(`${method}: names are linked`)
  const previews = body.unfurl_links !== false || body.unfurl_media !== false
  if (method === 'chat.postMessage' && previews) found.push(`${method}: links would be unfurled`)
  return found
}

function marked(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(marked)
  if (!isObject(value)) return []
  if (value.type === 'mrkdwn' && typeof value.text === 'string') return [value.text]
  return Object.values(value).flatMap(marked)
}
