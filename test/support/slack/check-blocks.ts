import { checkElement, checkText, IN_ACTIONS, IN_INPUT } from './check-elements.ts'
import { type Faults, isObject } from './refusal.ts'
import type { Json } from './types.ts'

const BOTH = ['plain_text', 'mrkdwn'] as const
type Check = (faults: Faults, at: string, block: Json, ids: Set<string>) => void

const PROPERTIES: Record<string, string[]> = {
  section: ['text', 'fields', 'accessory', 'expand'],
  header: ['text'],
  divider: [],
  context: ['elements'],
  actions: ['elements'],
  image: ['image_url', 'alt_text', 'title', 'slack_file'],
  input: ['label', 'hint', 'element', 'optional', 'dispatch_action'],
  markdown: ['text'],
}

const CHECKS: Record<string, Check> = {
  section: (faults, at, block, ids) => {
    if (block.text === undefined && block.fields === undefined) faults.add(at, 'needs text or fields')
    if (block.text !== undefined) checkText(faults, `${at}/text`, block.text, 3_000, BOTH)
    if (block.fields !== undefined)
      for (const [n, field] of faults.list(`${at}/fields`, block.fields, 1, 10).entries())
        checkText(faults, `${at}/fields/${n}`, field, 2_000, BOTH)
    if (block.accessory !== undefined && !isImage(block.accessory))
      checkElement(faults, `${at}/accessory`, block.accessory, IN_ACTIONS, ids)
  },
  header: (faults, at, block) => checkText(faults, `${at}/text`, block.text, 150),
  divider: () => undefined,
  context: (faults, at, block) => {
    for (const [n, one] of faults.list(`${at}/elements`, block.elements, 1, 10).entries())
      if (isImage(one)) checkImage(faults, `${at}/elements/${n}`, one)
      else checkText(faults, `${at}/elements/${n}`, one, 3_000, BOTH)
  },
  actions: (faults, at, block, ids) => {
    for (const [n, one] of faults.list(`${at}/elements`, block.elements, 1, 25).entries())
      checkElement(faults, `${at}/elements/${n}`, one, IN_ACTIONS, ids)
  },
  image: (faults, at, block) => {
    checkImage(faults, at, block)
    if (block.title !== undefined) checkText(faults, `${at}/title`, block.title, 2_000)
  },
  input: (faults, at, block, ids) => {
    checkText(faults, `${at}/label`, block.label, 2_000)
    if (block.hint !== undefined) checkText(faults, `${at}/hint`, block.hint, 2_000)
    checkElement(faults, `${at}/element`, block.element, IN_INPUT, ids)
  },
  markdown: (faults, at, block) => faults.length(`${at}/text`, block.text, 1, 12_000),
}

const isImage = (one: unknown): one is Json => isObject(one) && one.type === 'image'

function checkImage(faults: Faults, at: string, image: Json): void {
  faults.length(`${at}/image_url`, image.image_url, 1, 3_000)
  faults.length(`${at}/alt_text`, image.alt_text, 1, 2_000)
  if (typeof image.image_url === 'string' && !/^https:\/\//.test(image.image_url)) faults.add(`${at}/image_url`, 'must be https')
}

/**
 * Blocks of a message (action ids alone in the whole message) or of a view (alone in their block, as a view's state is kept by block).
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export function checkBlocks(faults: Faults, at: string, blocks: unknown, where: 'message' | 'view'): void {
  const list = faults.list(at, blocks, where === 'view' ? 1 : 0, where === 'view' ? 100 : 50)
  const blockIds = new Set<unknown>()
  const actionIds = new Set<string>()
  for (const [n, block] of list.entries()) {
    const here = `${at}/${n}`
    const check = isObject(block) ? CHECKS[String(block.type)] : undefined
    if (!isObject(block) || !check) {
      faults.add(here, `unsupported type: ${isObject(block) ? String(block.type) : typeof block}`)
      continue
    }
    faults.known(here, block, ['type', 'block_id', ...(PROPERTIES[String(block.type)] ?? [])])
    faults.length(`${here}/block_id`, block.block_id, 0, 255)
    if (block.block_id !== undefined && blockIds.has(block.block_id)) faults.add(`${here}/block_id`, '`block_id` already exists')
    blockIds.add(block.block_id)
    check(faults, here, block, where === 'view' ? new Set() : actionIds)
  }
  const markdown = list.filter((block) => isObject(block) && block.type === 'markdown') as { text?: unknown }[]
  if (markdown.reduce((sum, { text }) => sum + String(text ?? '').length, 0) > 12_000)
    faults.add(at, 'markdown blocks are too long')
}
