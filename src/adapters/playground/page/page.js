import { cardElement } from './card.js'
import { completions } from './completions.js'
import { byId, make, pressable } from './dom.js'
import { openForm } from './form.js'

const MOST_SHOWN = 300
const settings = {
  user: localStorage.getItem('rapport.user') ?? 'ana',
  locale: localStorage.getItem('rapport.locale') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  theme: localStorage.getItem('rapport.theme') ?? 'system',
}
/** @type {any} */
let guide
/** @type {{ id: string, mine?: string, card?: any }[]} */
let messages = []
/** @type {EventSource | undefined} */
let events
/** @type {string[]} */
const history = []
let recalled = 0

const keyOf = () => `rapport.conversation.${settings.user}`
const words = () => guide.words
const remember = () => localStorage.setItem(keyOf(), JSON.stringify(messages.slice(-MOST_SHOWN)))
const operations = () => guide.groups.flatMap((/** @type {any} */ group) => group.operations)

/** @param {string} path @param {object} body */
async function post(path, body) {
  const response = await fetch(`/playground/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: settings.user, locale: settings.locale, ...body }),
  })
  if (!response.ok) throw new Error(`the bot answered ${response.status}`)
  return response.json()
}

/** Asks with one id however often it has to be sent: what was done already is not done again. @param {object} ask */
async function askBot(ask) {
  const id = crypto.randomUUID()
  status(words().working)
  try {
    return await post('ask', { id, ask }).catch(() => post('ask', { id, ask }))
  } finally {
    status('')
  }
}

const status = (/** @type {string} */ text) => {
  byId('status').textContent = text
}

/** @param {{ id: string, mine?: string, card?: any }} message */
function put(message) {
  const at = messages.findIndex((one) => one.id === message.id)
  if (at >= 0) messages[at] = message
  else messages.push(message)
  remember()
  const old = document.getElementById(`message-${message.id}`)
  const element = messageElement(message)
  if (old) old.replaceWith(element)
  else {
    byId('conversation').querySelector('.welcome')?.remove()
    byId('conversation').append(element)
    element.scrollIntoView({ block: 'end' })
  }
}

/** @param {{ id: string, mine?: string, card?: any }} message */
function messageElement(message) {
  const mine = message.mine !== undefined
  const body = mine
    ? make('div', { class: 'bubble' }, message.mine ?? '')
    : cardElement(message.card, (token) => press(token, message.id), words())
  return make(
    'article',
    { class: mine ? 'message mine' : 'message', id: `message-${message.id}` },
    make('div', { class: 'who' }, mine ? words().you : words().bot),
    body,
  )
}

/** @param {any} answer @param {string} [pressed] the message whose button was pressed */
function take(answer, pressed) {
  if (answer.kind === 'form') return form(answer.form, pressed)
  put({ id: answer.replaces && pressed ? pressed : crypto.randomUUID(), card: answer.card })
}

/** @param {any} shown @param {string} [pressed] */
function form(shown, pressed) {
  const operation = shown.token.split('|')[0]
  openForm(
    shown,
    words(),
    async (values) => {
      const answer = await askBot({ kind: 'submit', token: shown.token, values })
      if (answer.kind === 'faults') return answer.faults
      take(answer.kind === 'card' ? { ...answer, replaces: answer.replaces && pressed !== undefined } : answer, pressed)
      return undefined
    },
    (field, typed) => post('suggest', { operation, field, typed }).catch(() => []),
  )
}

/** @param {string} token @param {string} from */
async function press(token, from) {
  try {
    take(await askBot({ kind: 'press', token }), from)
  } catch {
    status(words().failed)
  }
}

/** @param {string} text */
async function say(text) {
  history.push(text)
  recalled = history.length
  put({ id: crypto.randomUUID(), mine: text })
  try {
    take(await askBot({ kind: 'say', text }))
  } catch {
    byId('line').value = text
    status(words().failed)
  }
}

function welcome() {
  const examples = operations()
    .filter((/** @type {any} */ one) => ['log', 'last', 'remind'].includes(one.name))
    .map((/** @type {any} */ one) => one.examples[settings.locale === 'zh' ? one.examples.length - 1 : 0])
  byId('conversation').append(
    make(
      'section',
      { class: 'welcome' },
      make('h2', {}, words().welcome),
      make('p', {}, words().welcomeLine),
      pressable(words().loadSample, () => say('sample'), 'primary'),
      make('p', {}, words().tryThese),
      make('div', { class: 'examples' }, ...examples.map((/** @type {string} */ text) => pressable(text, () => fill(text)))),
    ),
  )
}

const fill = (/** @type {string} */ text) => {
  byId('line').value = text
  byId('line').focus()
  grow()
}

const grow = () => {
  const line = byId('line')
  line.style.height = 'auto'
  line.style.height = `${Math.min(line.scrollHeight + 2, 180)}px`
}

function hints() {
  byId('hint-list').replaceChildren(
    ...guide.groups.flatMap((/** @type {any} */ group) => [
      make('h3', {}, group.title),
      ...group.operations.map((/** @type {any} */ one) => {
        const hint = pressable('', () => fill(one.examples[0] ?? one.name), 'hint')
        hint.append(make('strong', {}, one.name), make('span', {}, one.summary))
        return hint
      }),
    ]),
  )
}

function follow() {
  events?.close()
  events = new EventSource(`/playground/api/events?user=${settings.user}`)
  events.onmessage = ({ data }) => {
    const { id, card, update } = JSON.parse(data)
    // What is here already stays as it is: its buttons may have changed it since.
    if (update || !messages.some((one) => one.id === id)) put({ id, card })
  }
  events.onerror = () => status(words().lost)
  events.onopen = () => status('')
}

const theme = () => {
  const dark = settings.theme === 'dark' || (settings.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

const showHints = (/** @type {boolean} */ open) => {
  byId('hints').hidden = !open
  byId('toggle-hints').setAttribute('aria-expanded', String(open))
  byId('toggle-hints').textContent = open ? words().hideHints : words().showHints
}

async function begin() {
  theme()
  const response = await fetch(`/playground/api/guide?locale=${settings.locale}`)
  guide = await response.json()
  document.documentElement.lang = settings.locale
  document.title = words().title
  for (const one of document.querySelectorAll('[data-say]'))
    one.textContent = words()[/** @type {HTMLElement} */ (one).dataset.say ?? '']
  byId('person').replaceChildren(
    ...guide.people.map((/** @type {any} */ one) =>
      make('option', { value: one.id, selected: one.id === settings.user }, one.name),
    ),
  )
  byId('language').value = settings.locale
  byId('theme').value = settings.theme
  byId('line').placeholder = words().placeholder
  byId('line').setAttribute('aria-label', words().placeholder)
  byId('conversation').setAttribute('aria-label', words().conversation)
  byId('completions').setAttribute('aria-label', words().suggestions)
  byId('send').textContent = words().send
  showHints(!matchMedia('(max-width: 820px)').matches)
  hints()
  messages = JSON.parse(localStorage.getItem(keyOf()) ?? '[]')
  byId('conversation').replaceChildren(...messages.map(messageElement))
  if (messages.length === 0) welcome()
  byId('conversation').lastElementChild?.scrollIntoView({ block: 'end' })
  follow()
  byId('line').focus()
}

const change = (/** @type {'user' | 'locale' | 'theme'} */ name, /** @type {string} */ value) => {
  settings[name] = value
  localStorage.setItem(`rapport.${name}`, value)
  void begin()
}

const ahead = completions({
  operations,
  suggest: (operation, field, typed) => post('suggest', { operation, field, typed }).catch(() => []),
})
byId('person').addEventListener('change', () => change('user', byId('person').value))
byId('language').addEventListener('change', () => change('locale', byId('language').value))
byId('theme').addEventListener('change', () => change('theme', byId('theme').value))
byId('toggle-hints').addEventListener('click', () => showHints(byId('hints').hidden))
byId('clear').addEventListener('click', () => {
  localStorage.removeItem(keyOf())
  void begin()
})
byId('line').addEventListener('input', grow)
byId('line').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
  if (ahead.key(event)) return
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    byId('composer').requestSubmit()
  } else if (event.key === 'ArrowUp' && byId('line').value === '' && history.length) {
    recalled = Math.max(0, recalled - 1)
    fill(history[recalled] ?? '')
  }
})
byId('composer').addEventListener('submit', (/** @type {Event} */ event) => {
  event.preventDefault()
  const text = byId('line').value.trim()
  if (!text) return
  byId('line').value = ''
  ahead.close()
  grow()
  void say(text)
})
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', theme)
void begin()
