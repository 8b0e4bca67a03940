/**
 * The reply, whatever the platform. Every string here is plain text that may have come from a person:
 * adapters escape all of it, so no string in a card is ever markup or a mention.
 */
export interface Card {
  kind: 'card'
  tone?: 'plain' | 'good' | 'warning' | 'bad'
  title?: string
  /** Paragraphs. A line break in one is kept. */
  lines?: string[]
  /** Short facts, label and value, shown side by side where there is room. */
  fields?: Field[]
  /** A list; each entry may carry its own buttons. Long lists are paged by the operation, not cut by the adapter. */
  items?: Item[]
  image?: { url: string; alt: string }
  /** Links out, with a label: `https:` only. */
  links?: { label: string; url: string }[]
  /** One line of small print under everything else. */
  context?: string
  buttons?: Button[]
  /** One choice out of many (a select menu): each option is an action of its own. */
  pick?: Pick
  /** Who sees it when it was asked for in a channel. A direct message is always the asker's alone. Default: me. */
  visibility?: 'me' | 'channel'
  /** The id of what it speaks of: in one message with a list that names it too, it stands there alone. */
  about?: string
  /** Holds a secret that is shown once: it is not kept with the answered request, and a retry only hears that it was shown. */
  showOnce?: true
  /** What was asked for is not there. */
  nothing?: true
  /** The read operation that shows the same to the whole channel: gives the card its Share button. */
  share?: Action
}

export interface Field {
  label: string
  value: string
}

export interface Item {
  /** What this entry and those after it belong to: said above it. */
  heading?: string
  /** The number by which it is called in a command, `done 3`; without, what a platform needs to tell entries apart is its own affair. */
  number?: number
  text: string
  /** A quieter second line. */
  detail?: string
  /** The id of what it names. */
  about?: string
  buttons?: Button[]
}

/** An operation with (some of) its input: what a button or an option does. */
export interface Action {
  operation: string
  input: Record<string, Input>
}
/** Inputs are flat: what a form field or a button can carry. */
export type Input = string | number | boolean

export interface Button extends Action {
  label: string
  style?: 'primary' | 'danger'
  /** Open the operation's form, prefilled with the input, rather than run it. */
  form?: boolean
}

export interface Pick {
  placeholder: string
  options: (Action & { label: string; description?: string })[]
}

/** A question with fields (a modal): an operation whose input is not complete yet. */
export interface Form {
  kind: 'form'
  title: string
  submit: string
  operation: string
  /** What is already known and not asked again. */
  hidden: Record<string, Input>
  fields: FormField[]
  /** Said above the fields: what was wrong with the last try, or what to know. */
  notice?: string
}

export interface FormField {
  name: string
  label: string
  hint?: string
  widget: 'text' | 'multiline' | 'choice' | 'customer' | 'member' | 'deal'
  required: boolean
  /** Prefilled. */
  value?: string
  /** What a prefilled customer or member is called (its value is an id). */
  valueLabel?: string
  options?: { value: string; label: string }[]
  maxLength?: number
}

export type Reply = Card | Form

/** A card, with what it says left out filled in. */
export const card = (parts: Omit<Card, 'kind'>): Card => ({ kind: 'card', ...parts })

/** What a card says, with nothing on it to press. */
export const readOnly = (shown: Card): Card => ({
  ...shown,
  buttons: undefined,
  pick: undefined,
  share: undefined,
  items: shown.items?.map(({ buttons: _, ...item }) => item),
})

/** A button that runs an operation, by its name: nouns do not import each other's operations. */
export const button = (label: string, operation: string, input: Action['input'] = {}, more: Partial<Button> = {}): Button => ({
  label,
  operation,
  input,
  ...more,
})
