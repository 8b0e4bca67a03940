import type { SealedCard, SealedForm } from '../../../bot/sealed.ts'
import { words } from '../../../bot/words.ts'
import { localeShown } from '../words.ts'

const MOST = 500

/**
 * Forms that could not open at once, because Discord opens one only as the very first answer. A message with a button stands in for each;
 * what the form held is kept here for as long as we run, and the button asks the house for it anew when we no longer have it.
 */
export interface WaitingForms {
  keep: (message: string, user: string, form: SealedForm) => void
  /** The form behind a message's button, for the one it was made for. */
  find: (message: string, user: string, token: string) => SealedForm | undefined
}

export function waitingForms(): WaitingForms {
  const kept = new Map<string, { user: string; form: SealedForm }>()
  return {
    keep: (message, user, form) => {
      kept.set(message, { user, form })
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST))) kept.delete(oldest)
    },
    find: (message, user, token) => {
      const found = kept.get(message)
      return found && found.user === user && token === openerToken(found.form) ? found.form : undefined
    },
  }
}

/** The card that stands in for a form: its button opens it. */
export function openerOf(form: SealedForm, locale: string | undefined): SealedCard {
  const say = words(localeShown([form.submit], locale))
  return {
    kind: 'card',
    title: form.title,
    lines: [form.notice ?? say.formWaits],
    buttons: [{ token: openerToken(form), label: say.openForm, style: 'primary' }],
  }
}

// The house reads a token that begins with a question mark as: open the form.
const openerToken = (form: SealedForm): string => (form.token.startsWith('?') ? form.token : `?${form.token}`)
