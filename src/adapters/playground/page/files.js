import { find } from './dom.js'

/**
 * Files chosen by the clip, or dropped on the conversation.
 * @param {(file: File) => void} send
 */
export function files(send) {
  const chosen = find('file', HTMLInputElement)
  const box = /** @type {HTMLElement} */ (chosen.closest('.box'))
  const main = document.querySelector('main')
  /** @param {Iterable<File>} some */
  const sendAll = (some) => {
    for (const one of some) send(one)
  }
  find('attach', HTMLButtonElement).addEventListener('click', () => chosen.click())
  chosen.addEventListener('change', () => {
    sendAll(chosen.files ?? [])
    // The same file once more is a change again.
    chosen.value = ''
  })
  const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files')
  main?.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    box.classList.add('dropping')
  })
  main?.addEventListener('dragleave', (event) => {
    if (!main.contains(/** @type {Node | null} */ (event.relatedTarget))) box.classList.remove('dropping')
  })
  main?.addEventListener('drop', (event) => {
    box.classList.remove('dropping')
    if (!holdsFiles(event)) return
    event.preventDefault()
    sendAll(event.dataTransfer?.files ?? [])
  })
}
