import { completions } from './completions.js'
import { find } from './dom.js'
/** @import { GuideOperation, Suggestion } from '../wire.ts' */

/**
 * Where a line is typed: Enter sends, Shift+Enter breaks the line, ↑ and ↓ go through what was typed before.
 * @param {{ say: (text: string) => void, typed: () => string[], operations: () => GuideOperation[],
 *   suggest: (operation: string, field: string, typed: string) => Promise<Suggestion[]> }} parts
 */
export function composer({ say, typed, operations, suggest }) {
  const line = find('line', HTMLTextAreaElement)
  const form = find('composer', HTMLFormElement)
  const ahead = completions(line, find('completions', HTMLElement), { operations, suggest })
  /** How far back in what was typed; 0 is the line being typed now. */
  let back = 0

  const grow = () => {
    line.style.height = 'auto'
    line.style.height = `${Math.min(line.scrollHeight, 180)}px`
    find('send', HTMLButtonElement).disabled = line.value.trim() === ''
  }
  /** @param {string} text */
  const write = (text) => {
    line.value = text
    grow()
    line.focus()
    line.setSelectionRange(text.length, text.length)
  }
  /** @param {number} by whether there was something to recall */
  const recall = (by) => {
    const to = back + by
    if (to < 0 || to > typed().length) return false
    back = to
    write(back === 0 ? '' : (typed().at(-back) ?? ''))
    return true
  }

  line.addEventListener('input', grow)
  line.addEventListener('keydown', (event) => {
    if (event.isComposing || ahead.key(event)) return
    const recalling = back > 0 || line.value === ''
    if (event.key === 'Enter' && !event.shiftKey) form.requestSubmit()
    else if (event.key === 'ArrowUp' && recalling) recall(1)
    else if (event.key === 'ArrowDown' && back > 0) recall(-1)
    else {
      if (event.key.length === 1) back = 0
      return
    }
    event.preventDefault()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = line.value.trim()
    if (!text) return
    back = 0
    ahead.close()
    write('')
    say(text)
  })
  grow()
  return {
    /** Puts a line there to be changed or sent. @param {string} text */
    fill: (text) => {
      back = 0
      ahead.close()
      write(text)
    },
    focus: () => line.focus(),
  }
}
