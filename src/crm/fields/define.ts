import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { listed } from '../../bot/text.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { customField, type Definition, definitionsOf } from './custom.ts'
import { MINE } from './defaults.ts'
import { fieldNamed, plain } from './facts.ts'
import type { CustomType } from './field.ts'
import { standardFieldsOf } from './fields.ts'
import { say } from './words.ts'

/** What an admin says of a field. */
export interface Wish {
  label: string
  type: CustomType
  options: string[]
  required: boolean
  byDefault: string | null
  help: string | null
}

const MOST_FIELDS = 50
/** A form's label, a menu's choices and their texts: the tightest places they have to fit in. */
const LONGEST_LABEL = 45
const MOST_OPTIONS = 25
const LONGEST_OPTION = 75
const LONGEST_HELP = 100
/** Names that an operation's own inputs have. */
const RESERVED = new Set(['customer', 'details', 'whole', 'another', 'add', 'name', 'page', 'noun'])

/** `Preferred language` is typed as `preferred_language`. */
export const keyOf = (label: string): string => plain(label).replaceAll(' ', '_').slice(0, 40)

/** Writes a new field behind those that stand. Throws UserError when it cannot be. */
export async function createField(context: Context, noun: string, wish: Wish): Promise<Definition> {
  const { db, workspace, me, now } = context
  const standing = await lockedDefinitions(context, noun)
  if (standing.length >= MOST_FIELDS) throw new UserError(say(context.locale).tooManyFields(MOST_FIELDS), { mend: false })
  const key = keyOf(wish.label)
  check(context, noun, { ...wish, key }, standing)
  const at = asDate(now)
  const position = Math.max(0, ...standing.map((one) => one.position)) + 1
  const row = await db.customField.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      noun,
      key,
      ...wish,
      position,
      createdById: me.id,
      createdAt: at,
      updatedAt: at,
    },
  })
  await record(context, { noun: 'field', id: row.id, before: null, after: row })
  return row as Definition
}

/** Changes what is said of a field, but for its type: its values would mean something else. Gives undefined when nothing differs. */
export async function changeField(context: Context, field: Definition, wish: Partial<Wish>): Promise<Definition | undefined> {
  const standing = await lockedDefinitions(context, field.noun)
  const renamed = wish.label !== undefined && wish.label !== field.label
  const after = { ...field, ...wish, ...(renamed && { key: keyOf(wish.label!) }) }
  const others = standing.filter(({ id }) => id !== field.id)
  check(context, field.noun, after, others)
  const { label, key, options, required, byDefault, help } = after
  const data = { label, key, options, required, byDefault, help }
  const differs = Object.entries(data).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(field[name as keyof Definition]),
  )
  return differs ? update(context, field.id, data) : undefined
}

/** Takes a field out of use; its values stay, and are there again when that is taken back. */
export const archiveField = async (context: Context, field: Definition): Promise<void> => {
  await update(context, field.id, { archivedAt: asDate(context.now) })
}

/** Puts a field at a place among the others, from 1; beyond the last: behind it. Gives the place. */
export async function moveField(context: Context, field: Definition, wanted: number): Promise<number> {
  const standing = await lockedDefinitions(context, field.noun)
  const others = standing.filter(({ id }) => id !== field.id)
  const place = Math.min(Math.max(1, wanted), others.length + 1)
  const inOrder = others.toSpliced(place - 1, 0, field)
  for (const [at, one] of inOrder.entries()) if (one.position !== at + 1) await update(context, one.id, { position: at + 1 })
  return place
}

/** The field that a name stands for. Throws UserError that says which there are. */
export async function definitionNamed(context: Context, noun: string, typed: string): Promise<Definition> {
  const all = await definitionsOf(context, noun)
  const found = all.find(({ id }) => id === typed) ?? named(all, typed)
  if (found) return found
  const words = say(context.locale)
  const known = listed(
    all.map(({ label }) => label),
    context.locale,
  )
  throw new UserError(known ? words.noSuchField(typed.slice(0, 60), known) : words.noFieldsYet, { field: 'field' })
}

function named(all: readonly Definition[], typed: string): Definition | undefined {
  const key = fieldNamed(all.map(customField), typed)?.key
  return all.find((one) => one.key === key)
}

/** Two admins who define at the same time wait for each other. */
async function lockedDefinitions(context: Context, noun: string): Promise<Definition[]> {
  const { db, workspace } = context
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${workspace.id} fields`}, 0))`
  const where = { workspaceId: workspace.id, noun, archivedAt: null }
  return (await db.customField.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] })) as Definition[]
}

async function update(context: Context, id: string, data: object): Promise<Definition> {
  const { db, workspace, now } = context
  const where = { workspaceId_id: { workspaceId: workspace.id, id } }
  const before = await db.customField.findUniqueOrThrow({ where })
  const after = await db.customField.update({ where, data: { ...data, updatedAt: asDate(now) } })
  await record(context, { noun: 'field', id, before, after })
  return after as Definition
}

function check(context: Context, noun: string, wish: Wish & { key: string }, others: readonly Definition[]): void {
  const words = say(context.locale)
  const refuse = (message: string, field: string): never => {
    throw new UserError(message, { field })
  }
  const { label, key, type, options, byDefault, help } = wish
  if (!key || /^\d/.test(key)) refuse(words.badLabel, 'label')
  if (label.length > LONGEST_LABEL) refuse(words.tooLong(words.labelOfField, LONGEST_LABEL), 'label')
  const standard = standardFieldsOf(noun)
  const taken = standard.find((one) => one.key === key || [one.label.en, one.label.zh].map(plain).includes(plain(label)))
  if (taken || RESERVED.has(key)) refuse(words.isStandard(label), 'label')
  if (others.some((one) => one.key === key || plain(one.label) === plain(label))) refuse(words.fieldStands(label), 'label')
  if (type === 'choice') checkOptions(context, options, refuse)
  if (help && help.length > LONGEST_HELP) refuse(words.tooLong(words.helpOfField, LONGEST_HELP), 'more')
  // A default that cannot be read would stand in the way of every new record.
  if (byDefault && type === 'member' && !MINE.test(byDefault)) refuse(words.onlyMe, 'more')
  if (byDefault && type !== 'member') customField({ ...wish, id: '', noun, position: 0 }).read(byDefault, context)
}

function checkOptions({ locale }: Context, options: readonly string[], refuse: (message: string, field: string) => never): void {
  const words = say(locale)
  if (options.length < 1) refuse(words.noOptions, 'options')
  if (options.length > MOST_OPTIONS) refuse(words.tooManyOptions(MOST_OPTIONS), 'options')
  const long = options.find((one) => one.length > LONGEST_OPTION)
  if (long) refuse(words.tooLong(long.slice(0, 30), LONGEST_OPTION), 'options')
}
