/** The entrance: what stands behind the # is the key, and goes nowhere but into the form. */
const entrance = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-entrance]'))
if (entrance) {
  const secret = location.hash.slice(1)
  const input = /** @type {HTMLInputElement} */ (entrance.elements.namedItem('secret'))
  input.value = secret
  const incomplete = /** @type {HTMLElement} */ (document.querySelector('[data-incomplete]'))
  entrance.hidden = !secret
  incomplete.hidden = Boolean(secret)
  entrance.querySelector('button')?.focus()
}

/** A press is enough: what was sent is not sent again while it is under way. A download leaves the page where it is. */
for (const form of document.forms)
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
    setTimeout(() => delete form.dataset.sent, 3000)
  })

/** Forms with a file send it as it is, read from the disk piece by piece, with its progress; the other fields go in a header. */
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-upload]')))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const input = /** @type {HTMLInputElement} */ (form.querySelector('input[type=file]'))
    const file = input.files?.[0]
    if (file) send(form, file)
  })

/**
 * @param {HTMLFormElement} form
 * @param {File} file
 */
function send(form, file) {
  const progress = form.querySelector('progress')
  const fault = /** @type {HTMLElement | null} */ (form.querySelector('[data-fault]'))
  const button = form.querySelector('button')
  const request = new XMLHttpRequest()
  const fields = [...new FormData(form)].filter((one) => typeof one[1] === 'string')
  const ended = (/** @type {string} */ text) => {
    if (fault) fault.textContent = text
    if (button) button.disabled = false
  }
  request.open('POST', form.action)
  request.responseType = 'json'
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
  request.setRequestHeader('X-Form', new URLSearchParams(/** @type {[string, string][]} */ (fields)).toString())
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (progress) progress.value = total ? loaded / total : 0
  })
  request.addEventListener('load', () => {
    if (request.response?.to) location.assign(request.response.to)
    else ended(request.response?.fault ?? `HTTP ${request.status}`)
  })
  request.addEventListener('error', () => ended(fault?.dataset.fault ?? ''))
  if (fault) fault.textContent = ''
  if (progress) progress.hidden = false
  if (button) button.disabled = true
  request.send(file)
}
