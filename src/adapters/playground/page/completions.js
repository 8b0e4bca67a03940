import { afterTyping, listbox } from './listbox.js'

/** @import { GuideOperation, Suggestion } from '../wire.ts' */

const MOST_OFFERED = 8

/**
 * Type-ahead over operations and, behind an operation's name, over customers or members.
 * @param {HTMLTextAreaElement} line @param {HTMLElement} list
 * @param {{ operations: () => GuideOperation[], suggest: (operation: string, field: string, typed: string) => Promise<Suggestion[]> }} from
 */
export function completions(line, list, { operations, suggest }) {
  /** @type {ReturnType<typeof listbox<{ text: string, label: string, detail?: string }>>} */
  const box = listbox(line, list, (option) => {
    line.value = option.text
    line.dispatchEvent(new Event('input'))
  })
  const names = afterTyping(
    async (text) => {
      const { operation, typed } = behindName(operations(), text) ?? {}
      if (!operation?.completes || typed === undefined) return []
      const found = await suggest(operation.name, operation.completes, typed)
      return found
        .filter((one) => one.label !== typed.trim())
        .map((one) => ({ text: `${operation.name} ${one.label}${operation.joiner}`, label: one.label }))
    },
    (found) => box.show(found.slice(0, MOST_OFFERED)),
  )

  line.addEventListener('input', () => {
    names.cancel()
    const text = line.value
    if (!text.trim() || text.includes('\n')) return box.close()
    const named = operations().filter((one) => one.name.startsWith(text.toLowerCase()) && one.name !== text.trim())
    if (named.length)
      return box.show(named.slice(0, MOST_OFFERED).map((one) => ({ text: `${one.name} `, label: one.name, detail: one.summary })))
    if (!behindName(operations(), text)) return box.close()
    void names.run(text)
  })
  return {
    key: box.key,
    close: () => {
      names.cancel()
      box.close()
    },
  }
}

/**
 * The operation that the line begins with and the name that may be being typed behind it: not a whole sentence.
 * @param {GuideOperation[]} operations @param {string} text
 */
function behindName(operations, text) {
  const operation = operations
    .filter((one) => one.completes && text.toLowerCase().startsWith(`${one.name} `))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!operation) return undefined
  const typed = text.slice(operation.name.length).trimStart()
  const isName = typed.trim().split(/\s+/).length <= 3 && !/[:：,，]/.test(typed) && !/\S\s$/.test(typed)
  return isName ? { operation, typed } : undefined
}
