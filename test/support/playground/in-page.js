// Runs in the page, before its own scripts: what tests ask of it.

/** @returns {HTMLElement[]} */
const visible = () =>
  [...document.querySelectorAll('body *')].filter((one) => one instanceof HTMLElement).filter((one) => one.checkVisibility())

/** What sticks out of the page to the side. */
const tooWide = () =>
  visible()
    .filter((one) => !one.closest('.unseen') && one.getBoundingClientRect().right > innerWidth + 0.5)
    .map((one) => `${one.tagName}.${one.className}`)

const scrollsSideways = () =>
  [document.scrollingElement, document.getElementById('conversation'), document.getElementById('dialog')].some(
    (one) => one && one.scrollWidth > one.clientWidth,
  )

/** What the element with the focus says, or is called. */
const focused = () => document.activeElement?.textContent || document.activeElement?.id

const ground = () => getComputedStyle(document.body).backgroundColor

/** A file is dragged over the conversation, and let go there. */
function dropsFile() {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['Company\nInitech\n'], 'dropped.csv', { type: 'text/csv' }))
  for (const kind of ['dragover', 'drop'])
    document.getElementById('conversation')?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
}

const moving = () => document.getAnimations().length

/** @param {HTMLElement} one @returns {HTMLLabelElement[]} */
const labelsOf = (one) =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
    ? [...(one.labels ?? [])]
    : []

/** Faults by hand-written rules: names, labels, headings, references, sizes and contrast. Empty when there are none. @returns {string[]} */
function accessibilityFaults() {
  /** @type {string[]} */
  const faults = []
  const all = visible()
  const say = (/** @type {Element} */ one) =>
    `<${one.tagName.toLowerCase()}${one.id && `#${one.id}`}> ${one.textContent?.trim().slice(0, 30)}`
  const byIds = (/** @type {string | null} */ ids) =>
    (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim() ?? '')
  const nameOf = (/** @type {HTMLElement} */ one) =>
    one.getAttribute('aria-label') ||
    byIds(one.getAttribute('aria-labelledby')).join(' ').trim() ||
    labelsOf(one)
      .map((label) => label.textContent)
      .join(' ')
      .trim() ||
    one.textContent?.trim()

  for (const one of all) {
    const needsName = one.matches(
      'button, a, input, select, textarea, [role=listbox], [role=log], [role=option], dialog, fieldset',
    )
    if (needsName && !nameOf(one)) faults.push(`no name: ${say(one)}`)
    if (one.matches('img') && !one.hasAttribute('alt')) faults.push(`no alt: ${say(one)}`)
    if (one.matches('input, select, textarea') && one.getAttribute('placeholder') === nameOf(one) && !one.ariaLabel)
      faults.push(`a placeholder is no label: ${say(one)}`)
    for (const attribute of ['aria-labelledby', 'aria-controls', 'for', 'aria-activedescendant'])
      for (const id of (one.getAttribute(attribute) ?? '').split(' ').filter(Boolean))
        if (!document.getElementById(id)) faults.push(`${attribute} points nowhere: ${say(one)}`)
    const { width, height } = one.getBoundingClientRect()
    if (one.matches('button, select, textarea') && (width < 24 || height < 24)) faults.push(`too small to hit: ${say(one)}`)
  }
  const ids = all.map((one) => one.id).filter(Boolean)
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`two elements are called ${id}`)
  if (document.querySelectorAll('main').length !== 1) faults.push('there must be one main')
  if (document.querySelectorAll('h1').length !== 1) faults.push('there must be one h1')
  if (!document.documentElement.lang) faults.push('the page has no language')
  if (!document.title) faults.push('the page has no title')

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) return ['no canvas to see colours by']
  const rgba = (/** @type {string} */ color) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const channel = (/** @type {number} */ value) =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  const luminance = (/** @type {number[]} */ [r = 0, g = 0, b = 0]) =>
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
  /** @type {(one: Element | null) => number[]} */
  const groundOf = (one) => {
    if (!one) return [255, 255, 255, 255]
    const color = rgba(getComputedStyle(one).backgroundColor)
    return color[3] === 255 ? color : groundOf(one.parentElement)
  }
  for (const one of all) {
    const ownText = [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim())
    if (!ownText || one.closest(':disabled, .unseen')) continue
    const [text, ground] = [luminance(rgba(getComputedStyle(one).color)), luminance(groundOf(one))]
    const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05)
    if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${say(one)}`)
  }
  return faults
}

Object.assign(window, { inPage: { accessibilityFaults, dropsFile, focused, ground, moving, scrollsSideways, tooWide } })
