import { z } from 'zod'

/** What is looked for; absent: companies and people alike. */
export const NOUNS = ['company', 'contact'] as const
/** Customers, and what is theirs and can be looked for by itself. */
export const FOUND_NOUNS = [...NOUNS, 'deal'] as const
export type FoundNoun = (typeof FOUND_NOUNS)[number]

export const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Unit = (typeof UNITS)[number]

/** A day: a date, or so many units from today (`start`: the first day of that week, month …), worked out anew each time that the filter is used. */
const day = z.union([
  z.object({ on: z.iso.date() }),
  z.object({ by: z.number().int().min(-100_000).max(100_000), unit: z.enum(UNITS), start: z.literal(true).optional() }),
])
export type Day = z.infer<typeof day>

/** From a day on, up to but without another; both absent: ever. */
export const spanSchema = z.object({ from: day.optional(), until: day.optional() })
export type Span = z.infer<typeof spanSchema>

export const WAYS = ['call', 'meeting', 'email', 'message', 'visit'] as const
export type Way = (typeof WAYS)[number]

const text = z.string().min(1).max(200)
const texts = z.array(text).max(50)
/** A member's id, or `me`: whoever uses the filter. */
const members = z.array(z.union([z.literal('me'), z.uuid()])).max(50)
const not = z.literal(true).optional()

const condition = z.discriminatedUnion('kind', [
  /** `is`: the words stand in it; `equals`: it is just that. */
  z.object({ kind: z.literal('text'), field: text, how: z.enum(['is', 'equals']), values: texts, not }),
  z.object({
    kind: z.literal('number'),
    field: text,
    min: z.number().optional(),
    max: z.number().optional(),
    /** Its edges do not count. */
    strict: z.literal(true).optional(),
    not,
  }),
  z.object({ kind: z.literal('date'), field: text, span: spanSchema, not }),
  z.object({ kind: z.literal('yes'), field: text, not }),
  z.object({ kind: z.literal('person'), field: text, members, not }),
  z.object({ kind: z.literal('given'), field: text, not }),
  /** A city or a country. */
  z.object({ kind: z.literal('place'), values: texts, not }),
  /** None: nobody owns it. */
  z.object({ kind: z.literal('owner'), members, not }),
  /** None: any tag. */
  z.object({ kind: z.literal('tag'), values: texts, every: z.literal(true).optional(), not }),
  z.object({ kind: z.literal('contacted'), span: spanSchema, way: z.enum(WAYS).optional(), by: members.optional(), not }),
  /** The last contact lies there: who was never contacted has none. */
  z.object({ kind: z.literal('last'), span: spanSchema, not }),
  z.object({ kind: z.literal('made'), what: z.enum(['created', 'changed']), span: spanSchema, by: members.optional(), not }),
  z.object({ kind: z.literal('tasks'), which: z.enum(['open', 'overdue']), not }),
  /** A person's company has that name. */
  z.object({ kind: z.literal('at'), values: texts, not }),
  /** Words that stand in the name, or are a tag, the industry or the place. */
  z.object({ kind: z.literal('words'), text, not }),
  z.object({ kind: z.literal('segment'), id: z.uuid(), not }),
])
export type Condition = z.infer<typeof condition>

export const SORTS = ['name', 'last', 'created', 'amount', 'closing'] as const
export type Sort = (typeof SORTS)[number]
/** By what customers are sorted, and deals. */
export const CUSTOMER_SORTS: readonly Sort[] = ['name', 'last', 'created']
export const DEAL_SORTS: readonly Sort[] = ['closing', 'amount', 'name', 'created']

/** Which customers: of each group of conditions one holds at least. */
export const filterSchema = z.object({
  noun: z.enum(FOUND_NOUNS).optional(),
  all: z.array(z.array(condition).min(1).max(20)).max(40),
  sort: z.object({ by: z.enum(SORTS), down: z.literal(true).optional() }).optional(),
})
export type Filter = z.infer<typeof filterSchema>
