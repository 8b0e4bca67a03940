import type { SealedButton } from '../../../bot/sealed.ts'
import type { Button, KnownBlock } from '../block-kit.ts'
import { label } from './text.ts'

const BUTTONS_A_BLOCK = 25
/** Two full blocks; a card with more than that is a list that its operation should page. */
const MOST_BUTTONS = 50
const LONGEST_VALUE = 2_000

/** A button whose value is its token; `id` is unique in the message. */
export const asButton = (one: SealedButton, id: string): Button => ({
  type: 'button',
  action_id: id,
  text: label(one.label, 75),
  value: one.token.slice(0, LONGEST_VALUE),
  ...(one.style ? { style: one.style } : {}),
})

/** As many actions blocks as the buttons need; none for none, as Slack refuses an empty one. */
export function actionBlocks(buttons: readonly SealedButton[], id: string): KnownBlock[] {
  const blocks: KnownBlock[] = []
  for (let at = 0; at < Math.min(buttons.length, MOST_BUTTONS); at += BUTTONS_A_BLOCK) {
    const some = buttons.slice(at, at + BUTTONS_A_BLOCK)
    blocks.push({
      type: 'actions',
      block_id: `${id}:${at}`,
      elements: some.map((one, index) => asButton(one, `${id}:${at + index}`)),
    })
  }
  return blocks
}
