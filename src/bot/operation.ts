import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Sql } from '../database/index.ts'
import type { Card, Reply } from './card.ts'
import type { Context, Database, Role, Transaction } from './context.ts'
import type { InputField } from './form.ts'
import type { MemberPage, Page } from './page.ts'
import type { Localized } from './text.ts'

/** The rooms of the help, in the order they are shown. */
export const GROUPS = ['daily', 'records', 'sales', 'you', 'team'] as const
export type Group = (typeof GROUPS)[number]

/** One thing a person can do. Commands, options, forms, help, manifests and permissions are all derived from it. */
export interface Operation<S extends z.ZodObject = z.ZodObject> {
  /** As typed: one or two lower-case words, `log`, `add company`. */
  name: string
  /** Its name in Chinese, which is typed just as well: `上次`. */
  zh?: string
  /** What people type for it as well; the help says `zh` alone. */
  also?: readonly string[]
  /** At most 100 characters in each language: it is Discord's description. */
  summary: Localized
  /** As typed after `/crm`, each one parsed at start: a help that lies stops the program. */
  examples: readonly string[]
  group: Group
  /** The least role that may; `anyone` is a rep who has not finished the tour just as well. */
  allow: 'anyone' | Role
  /** A write runs in one transaction with its audit, its outgoing messages and its answer, once for each request id. */
  effect: 'read' | 'write'
  /** How long its transaction may take, in milliseconds, where 10 seconds are too few: what moves thousands of rows. */
  patience?: number
  /** Not in menus and help: only buttons and other operations' cards lead here. Default: shown. */
  hidden?: boolean
  /** Seldom wanted: where a platform has few places for commands (Discord: 25 under one), it stands in its group's drawer, `/crm records tag`. */
  rare?: boolean
  /** Also a command of its own: `/log`. */
  short?: boolean
  /** Also reachable from somebody's message ("Log to CRM"): the label in the message's menu, at most 24 characters. */
  onMessage?: Localized
  /** Also reachable from the platform's global shortcut menu: the label, at most 24 characters. */
  shortcut?: Localized
  input: S
  /** It works on a file that comes with it, if there is one: what that is, where a platform offers a place for it (Discord's option `file`). */
  takesFile?: Localized
  /** What the typed rest of the line means. Left out: the whole rest is the first field. An empty rest is no input at all. */
  line?: (rest: string) => Record<string, string>
  /** What typed after its name makes a plain line of it all where one may stand: `last` is also the beginning of `last week met Wei`. */
  lineWhen?: RegExp
  /** Fields that only the typed line, or only a button, fills: not asked in forms, not offered as options. */
  onlyTyped?: readonly (keyof z.infer<S> & string)[]
  /** Fields for which a form has no room: typed, or given as an option. */
  notInForm?: readonly (keyof z.infer<S> & string)[]
  /** Fields asked in the form only, when the operation offers fewer options than its form has fields. */
  onlyForm?: readonly (keyof z.infer<S> & string)[]
  /** The form's title; left out: the summary. At most 24 characters. */
  formTitle?: Localized
  /** Open the form when nothing at all was given, even if the schema would take it. */
  formWhenEmpty?: boolean
  /** Prefill the form from what stands (an edit): called before the form is shown. */
  prefill?: (context: Context, input: Record<string, unknown>) => Promise<Record<string, { value: string; label?: string }>>
  /**
   * Further fields of the form, known only when it is opened (those that an admin defined). What is filled in comes under their names: the input must take
   * them (`catchall`).
   */
  asks?: (context: Context, input: Record<string, unknown>) => Promise<readonly InputField[]>
  handle: (context: Context, input: z.infer<S>) => Promise<Reply>
}

/** An identity function: types flow from the schema to the handler. */
export const operation = <S extends z.ZodObject>(definition: Operation<S>): Operation => definition as unknown as Operation

/** A message that somebody is owed: a reminder, a welcome, a digest. Built when it is sent, so that it is true when it is read. */
export interface Notice<S extends z.ZodObject = z.ZodObject> {
  kind: string
  input: S
  /** The card, or nothing when there is nothing left to say (the task is done, the record is gone). */
  build: (context: Context, input: z.infer<S>) => Promise<Reply | undefined>
  /** What a message that was sent says once nothing is left to say: what became of it. */
  settled?: (context: Context, input: z.infer<S>) => Promise<Card | undefined>
  /** Its questions go out with those of the others that are built at the same moment (`askedTogether`), so that any number may be: else a few at a time. */
  together?: boolean
  /** What it said stays when nothing is left to do about it, without its buttons. */
  staysReadable?: boolean
}

export const notice = <S extends z.ZodObject>(definition: Notice<S>): Notice => definition as unknown as Notice

/** What a noun brings into the house. */
export interface Room {
  operations: readonly Operation[]
  notices?: readonly Notice[]
  jobs?: readonly Job[]
  pages?: readonly Page[]
  memberPages?: readonly MemberPage[]
}

/**
 * Work that time brings: finds what is due and calls one function of the noun. Returns how much it did; called again at once while it is full.
 * It is run when its time has come, every so often, or both.
 */
export interface Job {
  name: string
  /** How often to run it whatever `next` says, in milliseconds. Left out: `next` misses nothing. */
  every?: number
  /** Run once a look, however much it has left: what is due goes out between, for work that takes minutes altogether. */
  inTurns?: boolean
  /** A condition without which there is nothing to do: asked with the rest, and not run unless it holds. */
  when?: Sql
  /** What tells when its next work is due. All jobs are asked in one question. */
  next?: Next
  run: (house: JobHouse) => Promise<number>
}

export interface Next {
  /** An expression of one value: the instant, NULL when there is none; or what `from` makes it of, as JSON has it. */
  value: Sql
  from?: (found: unknown, now: Temporal.Instant) => Date | undefined
}

export interface JobHouse {
  db: Database
  transaction: <T>(work: (db: Transaction) => Promise<T>) => Promise<T>
  now: Temporal.Instant
}
