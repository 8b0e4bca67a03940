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
      const { operation, name, typed } = behindName(operations(), text) ?? {}
      if (!operation?.completes || typed === undefined) return []
      const found = await suggest(operation.name, operation.completes, typed)
      return found
        .filter((one) => one.label !== typed.trim())
        .map((one) => ({ text: `${name} ${one.label}${operation.joiner}`, label: one.label }))
    },
    (found) => box.show(found.slice(0, MOST_OFFERED)),
  )

  line.addEventListener('input', () => {
    names.cancel()
    const text = line.value
    if (!text.trim() || text.includes('\n')) return box.close()
    const named = operations().flatMap((one) =>
      [...new Set([one.typed, one.name])]
        .filter((name) => name.startsWith(text.toLowerCase()) && name !== text.trim())
        .slice(0, 1)
        .map((name) => ({ text: `${name} `, label: name, detail: one.summary })),
    )
    if (named.length) return box.show(named.slice(0, MOST_OFFERED))
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
  const found = operations
    .filter((one) => one.completes)
    .flatMap((operation) => [operation.name, operation.typed].map((name) => ({ operation, name })))
    .filter(({ name }) => text.toLowerCase().startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!found) return undefined
  const typed = text.slice(found.name.length).trimStart()
  const isName = typed.trim().split(/\s+/).length <= 3 && !/[:：,，]/.test(typed) && !/\S\s$/.test(typed)
  return isName ? { ...found, typed } : undefined
}
