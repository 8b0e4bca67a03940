import type { Context } from '../../bot/context.ts'
import { type Sql, sql, verbatim } from '../../database/index.ts'
import type { Moment } from '../../understanding/index.ts'
import { lookupKeys, normalizeName } from '../../understanding/index.ts'
import { asDate } from '../ids.ts'
import { companySeen, contactSeen, dealSeen, taskSeen, type Viewer } from '../visibility.ts'
import { type Asked, allOf, anyOf, holds, isGiven, isIn, type Row, textIs, unionAll, valueIs, within } from './conditions.ts'
import { dayOf, instantsOf } from './days.ts'
import type { FilterField } from './fields.ts'
import { filterFields } from './fields.ts'
import type { Condition, Filter, FoundNoun } from './filter.ts'
import { NOUNS } from './filter.ts'
import { activityOf, lastContactIn } from './met.ts'
import { segmentsOf } from './segments.ts'
import { amongWords, isWorded } from './worded.ts'

/** What a filter needs to be asked: who asks, when, the fields there are, and the segments it may name. */
export interface Asking extends Viewer, Moment {
  workspace: { id: string }
  fields: readonly FilterField[]
  segments: readonly { id: string; filter: Filter }[]
  /** How many segments lie within each other here. */
  depth?: number
}

type Told<K extends Condition['kind']> = Extract<Condition, { kind: K }>

/** The kinds of customers that a filter can find: what it names, else those of whom all its conditions can be said. */
export function nounsOf(
  filter: Filter,
  { fields, segments }: Pick<Asking, 'fields' | 'segments'>,
  depth = 0,
): readonly FoundNoun[] {
  if (filter.noun) return [filter.noun]
  const conditions = filter.all.flat()
  if (conditions.some(({ kind }) => kind === 'at')) return ['contact']
  const stands = conditions.flatMap((one) => ('field' in one ? (fields.find(({ key }) => key === one.field)?.stands ?? []) : []))
  const both = NOUNS.filter((noun) => stands.every((one) => one[noun]))
  const within = filter.all.flatMap(([one, ...others]) => (one?.kind === 'segment' && !one.not && !others.length ? [one.id] : []))
  const inSegments = within.flatMap((id) => {
    const segment = depth < MOST_DEEP && segments.find((one) => one.id === id)
    return segment ? [nounsOf(segment.filter, { fields, segments }, depth + 1)] : []
  })
  const found = (both.length ? both : (['contact'] as const)).filter((noun) => inSegments.every((nouns) => nouns.includes(noun)))
  return found.length ? found : ['contact']
}

/** A filter that names what it finds, where that is of one kind. */
export function settled(filter: Filter, asking: Pick<Asking, 'fields' | 'segments'>): Filter {
  const [noun, ...more] = nounsOf(filter, asking)
  return more.length ? filter : { ...filter, noun }
}

/**
 * In SQL, the ids of the companies or people that a filter finds, as far as the asker sees them: `x.id IN (…)`. For whatever takes a kind of customers: an
 * export, a sequence.
 * @public
 */
export async function matching(context: Context, filter: Filter, noun: FoundNoun): Promise<Sql> {
  const asking: Asking = { ...context, fields: await filterFields(context), segments: await segmentsOf(context) }
  return sql`SELECT x.id FROM ${found(asking, filter, noun)}`
}

const TABLE: Record<FoundNoun, Sql> = { company: sql`companies x`, contact: sql`contacts x`, deal: sql`deals x` }
const SEEN = { company: companySeen, contact: contactSeen, deal: dealSeen } as const

/**
 * In SQL, table and condition of what a filter finds of a noun: its row is `x`. `whole`: all of them are wanted, as far as they are counted, in no order: then what a record says of itself
 * is asked of the table as it lies, and only of those that fit what others say of them. PostgreSQL, told that a thousand are enough, would walk an index
 * instead, row by row.
 */
export function found(asking: Asking, filter: Filter, noun: FoundNoun, whole?: 'whole'): Sql {
  const told = (groups: Filter['all']) => allOf(groups.map((group) => anyOf(group.map((one) => holdsFor(one, noun, asking)))))
  const own = (groups: Filter['all']) =>
    sql`${TABLE[noun]} WHERE x."workspaceId" = ${asking.workspace.id}::uuid AND x."archivedAt" IS NULL${SEEN[noun](asking, 'x')} AND ${told(groups)}`
  const byOthers = filter.all.filter((group) => group.every(({ kind }) => JOINED.has(kind)))
  const ofItself = filter.all.filter((group) => !byOthers.includes(group))
  if (!whole || !byOthers.length || (asking.sees === 'all' && !ofItself.length)) return own(filter.all)
  return sql`(SELECT x.* FROM ${own(ofItself)} OFFSET 0) x WHERE ${told(byOthers)}`
}

/** What other tables say of a record, each time yes or no. */
const JOINED: ReadonlySet<Condition['kind']> = new Set(['contacted', 'last', 'tasks'])

/** In SQL, whether a condition holds for `x`. What is not known does not hold; of it the contrary does. */
function holdsFor(condition: Condition, noun: FoundNoun, asking: Asking): Sql {
  const told = CONDITIONS[condition.kind] as (told: Condition, noun: FoundNoun, asking: Asking) => Sql
  const isOfCustomer = noun === 'deal' && OF_CUSTOMERS.has(condition.kind)
  const is = isOfCustomer ? ofCustomer(condition, asking) : told(condition, noun, asking)
  if (!('not' in condition && condition.not)) return sql`(${is})`
  // The plain contrary of what is never unknown: PostgreSQL makes a join of it, but none of the other.
  return JOINED.has(condition.kind) && !isOfCustomer ? sql`NOT ${is}` : sql`(${is}) IS NOT TRUE`
}

/** What is asked of a deal's customer. */
const OF_CUSTOMERS: ReadonlySet<Condition['kind']> = new Set(['place', 'contacted', 'last', 'tasks', 'at', 'segment'])

/** In SQL, whether a condition holds for whom a deal is with: the person, or the company. */
function ofCustomer(condition: Condition, asking: Asking): Sql {
  const { not: _, ...bare } = condition as Condition & { not?: true }
  const among = (noun: 'company' | 'contact') => found(asking, { all: [[bare as Condition]] }, noun)
  return sql`(x."contactId" IN (SELECT x.id FROM ${among('contact')}) OR x."companyId" IN (SELECT x.id FROM ${among('company')}))`
}

/** A field of the row itself, else, for a person, of the company where they are. Each way in which it can be so is asked by itself. */
function ofField(
  key: string,
  noun: FoundNoun,
  asking: Asking,
  ask: (field: FilterField, stands: NonNullable<FilterField['stands'][FoundNoun]>, where: Asked) => readonly Sql[],
): Sql {
  const { fields, workspace } = asking
  const here: Asked = { noun, of: 'x', workspaceId: workspace.id }
  const there: Asked = { noun: 'company', of: 'c', workspaceId: workspace.id }
  const field = fields.find((one) => one.key === key)
  const own = field?.stands[noun]
  const companys = field?.stands.company
  if (field && own && noun === 'contact' && companys?.column && own.column === companys.column && SHARED.has(key))
    return anyOf([
      ...ask(field, own, here),
      sql`(x.city IS NULL AND x.country IS NULL AND x.address IS NULL AND ${ofCompany(asking, ...ask(field, companys, there))})`,
    ])
  if (field && own) return anyOf(ask(field, own, here))
  return field && companys && noun === 'contact' ? ofCompany(asking, ...ask(field, companys, there)) : sql`FALSE`
}

/** By an index of its own, whatever stands beside it: of many rows one by one, the words would be worked out for each. */
const amongAll = (noun: FoundNoun, { workspace }: Asking, ways: readonly Sql[]): Sql =>
  sql`x.id IN (${unionAll(ways.map((is) => sql`SELECT x.id FROM ${TABLE[noun]} WHERE x."workspaceId" = ${workspace.id}::uuid AND ${is}`))})`

/** Who has no address is where the company is. */
const SHARED = new Set(['city', 'country', 'address'])

const ofCompany = (asking: Asking, ...ways: readonly Sql[]): Sql =>
  sql`x."companyId" IN (${unionAll(
    ways.map(
      (is) =>
        sql`SELECT c.id FROM companies c WHERE c."workspaceId" = ${asking.workspace.id}::uuid AND c."archivedAt" IS NULL${companySeen(asking, 'c')} AND ${is}`,
    ),
  )})`

const ids = (members: readonly string[], { me }: Viewer) => members.map((one) => (one === 'me' ? me.id : one))

const CONDITIONS: { [K in Condition['kind']]: (told: Told<K>, noun: FoundNoun, asking: Asking) => Sql } = {
  text: ({ field, how, values }, noun, asking) =>
    ofField(field, noun, asking, (one, stands, where) => {
      const ways = textIs(one, stands, where, how, values)
      return where.of === 'x' && stands.column && isWorded(noun, stands.column) ? [amongAll(noun, asking, ways)] : ways
    }),
  number: ({ field, min, max, strict }, noun, asking) =>
    ofField(field, noun, asking, (_, stands, where) => [
      valueIs(stands, where, 'number', (value) => inRange(value, min, max, strict)),
    ]),
  date: ({ field, span }, noun, asking) =>
    ofField(field, noun, asking, (_, stands, where) => [valueIs(stands, where, 'date', (value) => inDays(value, span, asking))]),
  yes: ({ field }, noun, asking) =>
    ofField(field, noun, asking, (_, stands, where) => [
      valueIs(stands, where, 'text', (value) => (stands.customId ? sql`${value} = 'yes'` : value)),
    ]),
  person: ({ field, members }, noun, asking) =>
    ofField(field, noun, asking, (_, stands, where) => [
      valueIs(stands, where, 'text', (value) => sql`${value}::text = ANY(${ids(members, asking)})`),
    ]),
  given: ({ field }, noun, asking) => ofField(field, noun, asking, (one, stands, where) => [isGiven(one, stands, where)]),
  place: ({ values }, noun, asking) =>
    noun === 'company'
      ? amongAll(noun, asking, isIn('x', noun, values))
      : sql`${amongAll(noun, asking, isIn('x', noun, values))} OR (x.city IS NULL AND x.country IS NULL AND x.address IS NULL AND ${ofCompany(asking, ...isIn('c', 'company', values))})`,
  owner({ members }, noun, asking) {
    const of = (owner: Sql) => (members.length ? sql`${owner} = ANY(${ids(members, asking)}::uuid[])` : sql`${owner} IS NULL`)
    if (noun !== 'contact') return of(sql`x."ownerId"`)
    // A person without an owner is the company's.
    const own = members.length ? of(sql`x."ownerId"`) : sql`FALSE`
    return sql`${own} OR (x."ownerId" IS NULL AND ${members.length ? ofCompany(asking, of(sql`c."ownerId"`)) : sql`(${ofCompany(asking, sql`c."ownerId" IS NOT NULL`)}) IS NOT TRUE`})`
  },
  tag({ values, every }) {
    const tags = values.map((value) => value.toLowerCase())
    if (!tags.length) return sql`x.tags <> '{}'`
    return every ? sql`x.tags @> ${tags}::text[]` : sql`x.tags && ${tags}::text[]`
  },
  contacted: (told, noun, asking) => activityOf(told, noun, asking, ids(told.by ?? [], asking)),
  last: ({ span }, noun, asking) => lastContactIn(instantsOf(span, asking), noun, asking),
  made({ what, span, by }, noun, asking) {
    const at = instantsOf(span, asking)
    if (what === 'created')
      return allOf([within(sql`x."createdAt"`, at), ...(by ? [sql`x."createdById" = ANY(${ids(by, asking)}::uuid[])`] : [])])
    if (!by) return within(sql`x."updatedAt"`, at)
    return sql`EXISTS (SELECT FROM changes h WHERE h."workspaceId" = x."workspaceId" AND h."entityId" = x.id AND h.noun = ${noun} AND h.before IS NOT NULL
      AND h."undoneAt" IS NULL AND h."memberId" = ANY(${ids(by, asking)}::uuid[]) AND ${within(sql`h.at`, at)})`
  },
  tasks({ which }, noun, asking) {
    const whose = noun === 'company' ? sql`t."companyId" = x.id` : sql`t."contactId" = x.id`
    const late = which === 'overdue' ? sql` AND t."remindAt" < ${asDate(asking.now)}` : sql``
    return sql`EXISTS (SELECT FROM tasks t WHERE t."workspaceId" = x."workspaceId" AND ${whose} AND t."doneAt" IS NULL AND t."archivedAt" IS NULL${late}${taskSeen(asking, 't')})`
  },
  at: ({ values }, noun, asking) => {
    const named = anyOf(values.map((value) => nameHas(value, noun === 'company' ? 'x' : 'c')))
    return noun === 'company' ? named : ofCompany(asking, named)
  },
  words({ text }, noun, asking) {
    const parts = text.split(' ')
    const each = allOf(parts.map((part) => wordIn(part, noun, asking)))
    return parts.length > 1 ? anyOf([sql`x.tags @> ARRAY[${text.toLowerCase()}]`, each]) : each
  },
  segment({ id }, noun, asking) {
    const segment = asking.segments.find((one) => one.id === id)
    const depth = (asking.depth ?? 0) + 1
    // One that leads back to itself is nobody.
    if (!segment || depth > MOST_DEEP) return sql`FALSE`
    if (!nounsOf(segment.filter, asking).includes(noun))
      return noun === 'contact' && segment.filter.noun === 'company'
        ? ofSegmentsCompany(segment.filter, { ...asking, depth })
        : sql`FALSE`
    return sql`x.id IN (SELECT x.id FROM ${found({ ...asking, depth }, segment.filter, noun)})`
  },
}

/** A word in the name, the trade, the place or a tag; of people also in the title, or what their company says of itself. */
function wordIn(word: string, noun: FoundNoun, asking: Asking): Sql {
  if (noun === 'deal')
    return anyOf([
      nameHas(word, 'x'),
      sql`x.tags @> ARRAY[${word.toLowerCase()}]`,
      holds(sql`x.product`, word),
      ofCustomer({ kind: 'words', text: word }, asking),
    ])
  const said = (of: Row, whose: FoundNoun) => [
    ...isIn(of, whose, [word]),
    sql`(${amongWords(of, whose, word)} AND ${holds(whose === 'company' ? verbatim(`${of}.industry`) : sql`x.title`, word)})`,
  ]
  const own = amongAll(noun, asking, [nameHas(word, 'x'), sql`x.tags @> ARRAY[${word.toLowerCase()}]`, ...said('x', noun)])
  return noun === 'company' ? own : anyOf([own, ofCompany(asking, ...said('c', 'company'))])
}

const MOST_DEEP = 5

/** People are in a segment of companies by the company where they are. */
const ofSegmentsCompany = (filter: Filter, asking: Asking): Sql =>
  sql`x."companyId" IN (SELECT x.id FROM ${found(asking, filter, 'company')})`

const inRange = (value: Sql, min: number | undefined, max: number | undefined, strict: true | undefined): Sql =>
  allOf([
    ...(min !== undefined ? [strict ? sql`${value} > ${min}::numeric` : sql`${value} >= ${min}::numeric`] : []),
    ...(max !== undefined ? [strict ? sql`${value} < ${max}::numeric` : sql`${value} <= ${max}::numeric`] : []),
  ])

const inDays = (value: Sql, { from, until }: Told<'date'>['span'], asking: Asking): Sql =>
  allOf([
    ...(from ? [sql`${value} >= ${dayOf(from, asking).toString()}::date`] : []),
    ...(until ? [sql`${value} < ${dayOf(until, asking).toString()}::date`] : []),
  ])

/** All the words stand in the name, or the name begins so. */
function nameHas(typed: string, of: Row): Sql {
  const { tokens } = lookupKeys(typed)
  const begins = `${normalizeName(typed).replaceAll(/[\\%_]/g, '\\$&')}%`
  const at = of === 'x' ? sql`x` : sql`c`
  return sql`(${at}."nameTokens" @> ${tokens.length ? tokens.slice(0, 6) : [normalizeName(typed)]}::text[] OR ${at}."searchName" LIKE ${begins})`
}
