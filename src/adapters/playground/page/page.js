import { askBot, dropFile, follow, getGuide, suggest } from './api.js'
import { composer } from './composer.js'
import { conversationView } from './conversation.js'
import { find, make } from './dom.js'
import { files } from './files.js'
import { openForm } from './form.js'
import { fillHints, hintPane, toast, welcome } from './guidance.js'
import { browserLocale, Conversation, loadSettings, saveSettings } from './store.js'

/** @import { Answer, Guide, Question, SealedForm } from '../wire.ts' */
/** @import { Message, Settings } from './store.js' */

const THEMES = /** @type {const} */ (['system', 'light', 'dark'])
const settings = loadSettings()
/** @type {Guide} */
let guide
let conversation = new Conversation(settings.user)
let unfollow = () => {}
let disconnected = () => {}
let underWay = 0

const hints = hintPane()
const view = conversationView({
  guide: () => guide,
  me: () => guide.people.find((one) => one.id === settings.user)?.name ?? guide.words.you,
  press,
  again: (message) => void send(message),
})
const line = composer({
  say: (text) => say(text),
  typed: () => conversation.typed,
  operations,
  suggest: (operation, field, typed) => suggest(settings, { operation, field, typed }),
})

files((file) => void drop(file))

function operations() {
  return guide.groups.flatMap((group) => group.operations)
}

/** Asks. @param {string} id @param {Question} question */
const ask = (id, question) => waiting(() => askBot(settings, id, question))

/** The dots show meanwhile. @param {() => Promise<Answer>} asked */
async function waiting(asked) {
  underWay++
  view.working(true)
  try {
    return await asked()
  } finally {
    underWay--
    view.working(underWay > 0)
  }
}

/** @param {Message} message */
function put(message) {
  conversation.put(message)
  view.put(message)
}

/** @param {string} text @param {string} [shown] */
function say(text, shown = text) {
  if (text === shown) conversation.remember(text)
  void send({ id: crypto.randomUUID(), at: Date.now(), mine: shown, sent: text })
}

/** Sends a line, or sends it again: its id is the request's, so that nothing is done twice. @param {Message} message */
async function send(message) {
  const { user } = settings
  put({ ...message, state: 'sending' })
  try {
    const answer = await ask(message.id, { kind: 'say', text: message.sent ?? '' })
    if (user !== settings.user) return
    put({ ...message, state: undefined })
    take(answer, undefined, `${message.id}-answer`)
  } catch {
    if (user === settings.user) put({ ...message, state: 'failed' })
  }
}

/** A file cannot be sent again once the page was closed: it is never left to be. @param {File} file @param {string} [id] the same when it is tried again */
async function drop(file, id = crypto.randomUUID()) {
  const { user } = settings
  put({ id, at: Date.now(), mine: file.name, isFile: true })
  try {
    const answer = await waiting(() => dropFile(settings, id, file))
    if (user === settings.user) take(answer, undefined, `${id}-answer`)
  } catch {
    if (user === settings.user)
      toast(`${file.name}: ${guide.words.failed}`, { label: guide.words.retry, run: () => void drop(file, id) })
  }
}

/** @param {string} token @param {Message} from @param {boolean} [share] @param {string} [id] the same when it is tried again */
async function press(token, from, share, id = crypto.randomUUID()) {
  const { user } = settings
  try {
    const answer = await ask(id, { kind: 'press', token, share, message: from.id })
    if (user === settings.user) take(answer, from)
  } catch {
    toast(guide.words.failed, { label: guide.words.retry, run: () => void press(token, from, share, id) })
  }
}

/** @param {Answer} answer @param {Message} [from] whose button was pressed @param {string} [id] of the message it becomes, if a new one */
function take(answer, from, id = crypto.randomUUID()) {
  if (answer.kind === 'form') return showForm(answer.form, from)
  const inPlace = answer.kind === 'card' && answer.replaces && from
  put(inPlace ? { ...from, card: answer.card } : { id, at: Date.now(), card: answer.card })
}

/** @param {SealedForm} form @param {Message} [from] */
function showForm(form, from) {
  const submit = async (/** @type {Record<string, string>} */ values) => {
    // The same values once more are the same request; changed ones are another.
    const key = JSON.stringify(values)
    if (sent.key !== key) sent = { key, id: crypto.randomUUID() }
    const answer = await ask(sent.id, { kind: 'submit', token: form.token, values, message: from?.id })
    if (answer.kind === 'faults') {
      sent = { key: '', id: '' }
      return answer.faults
    }
    take(answer, from)
    return undefined
  }
  let sent = { key: '', id: '' }
  openForm(form, guide.words, submit, (field, typed) => suggest(settings, { operation: form.operation, field, typed }))
}

function listen() {
  unfollow()
  unfollow = follow(settings.user, {
    entry: (entry) => {
      if (!conversation.isNew(entry)) return
      put({ id: entry.id, at: Date.now(), card: entry.card, from: entry.from, channel: entry.channel })
    },
    connected: (is) => {
      disconnected()
      disconnected = is ? () => {} : toast(guide.words.lost)
    },
  })
}

function showTheme() {
  const { theme } = settings
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  document.getElementById('theme-icon')?.setAttribute('href', `icons.svg#${theme}`)
  find('theme', HTMLButtonElement).ariaLabel = `${guide.words.theme}: ${guide.words[theme]}`
}

function showWords() {
  const words = /** @type {Record<string, string>} */ (guide.words)
  document.documentElement.lang = settings.locale
  document.title = guide.words.title
  for (const one of document.querySelectorAll('[data-say]')) one.textContent = words[one.getAttribute('data-say') ?? ''] ?? ''
  for (const one of document.querySelectorAll('[data-label]')) one.ariaLabel = words[one.getAttribute('data-label') ?? ''] ?? ''
  find('line', HTMLTextAreaElement).placeholder = guide.words.placeholder
  find('language', HTMLButtonElement).lang = settings.locale === 'zh' ? 'en' : 'zh'
}

function showPeople() {
  const people = find('people', HTMLFieldSetElement)
  const choices = guide.people.map((one) => {
    const radio = make('input', { type: 'radio', name: 'person', value: one.id, checked: one.id === settings.user })
    radio.addEventListener('change', () => change({ user: one.id, locale: settings.locales[one.id] ?? browserLocale() }))
    const face = make('span', { class: `face ${one.id}`, 'aria-hidden': 'true' }, one.name.slice(0, 1))
    return make('label', {}, radio, face, make('span', {}, one.name))
  })
  people.replaceChildren(make('legend', { class: 'unseen', 'data-say': 'person' }, guide.words.person), ...choices)
}

function restore() {
  conversation = new Conversation(settings.user)
  view.restore(conversation.messages, welcome(guide, { say, fill: line.fill }))
}

function showConversation() {
  restore()
  // What was on its way when the page was closed is asked once more, under the same id.
  for (const message of conversation.messages) if (message.state === 'sending') void send(message)
  listen()
}

/** @param {Partial<Settings>} changed */
async function change(changed) {
  if (changed.locale && changed.locale !== settings.locale) guide = await getGuide(changed.locale)
  Object.assign(settings, changed)
  saveSettings(settings)
  show()
}

function show() {
  showWords()
  showTheme()
  fillHints(guide, (text) => {
    hints.closeOnPhone()
    line.fill(text)
  })
  showConversation()
}

find('language', HTMLButtonElement).addEventListener('click', async () => {
  const locale = settings.locale === 'zh' ? 'en' : 'zh'
  await change({ locale, locales: { ...settings.locales, [settings.user]: locale } })
  // The bot answers in the language its member has set.
  if (operations().some((one) => one.name === 'settings')) say(`settings language ${locale}`)
})
find('theme', HTMLButtonElement).addEventListener('click', () => {
  settings.theme = THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] ?? 'system'
  saveSettings(settings)
  showTheme()
})
find('clear', HTMLButtonElement).addEventListener('click', () => {
  conversation.clear()
  hints.closeOnPhone()
  showConversation()
  line.focus()
})

// The same conversation in another tab.
addEventListener('storage', (event) => event.key === `rapport.${conversation.key}` && restore())

guide = await getGuide(settings.locale)
showPeople()
show()
line.focus()
