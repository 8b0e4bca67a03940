import type { Locale } from '../../bot/text.ts'
import type { Moment } from '../../understanding/index.ts'
import { readStage, sayStage } from '../deals/stages.ts'
import { saySpan } from './days.ts'
import type { FilterField } from './fields.ts'
import type { Condition, Filter, Sort } from './filter.ts'
import { say } from './words.ts'

/** What is needed to say a filter back: when it is, and what the ids in it are called. */
export interface Telling {
  moment: Moment
  locale: Locale
  fields: readonly FilterField[]
  members: readonly { id: string; name: string }[]
  segments: readonly { id: string; name: string }[]
}

/** A filter in words, piece by piece: `contacts`, `in Berlin (city or country)`, `not contacted since 25 Sep 2026`. */
export function sayFilter(filter: Filter, telling: Telling): string[] {
  const words = say(telling.locale)
  const noun = filter.noun
    ? { company: words.companies, contact: words.contacts, deal: words.deals }[filter.noun]
    : words.customers
  const groups = filter.all.map((group) => group.map((one) => sayCondition(one, telling)).join(words.or))
  return [noun, ...groups, ...(filter.sort ? [saySort(filter.sort, telling.locale)] : [])]
}

/** `by last contact, the longest ago first`. */
export function saySort({ by, down }: { by: Sort; down?: true }, locale: Locale): string {
  const words = say(locale)
  if (by === 'name') return words.sortName
  if (by === 'amount') return down ? words.sortAmountDown : words.sortAmount
  if (by === 'closing') return down ? words.sortClosingDown : words.sortClosing
  if (by === 'last') return down ? words.sortLastDown : words.sortLast
  return down ? words.sortCreatedDown : words.sortCreated
}

type Told<K extends Condition['kind']> = Extract<Condition, { kind: K }>
type Teller<K extends Condition['kind']> = (told: Told<K>, telling: Telling) => string

const listed = (values: readonly string[], { locale }: Telling, every?: boolean) =>
  values.join(every ? say(locale).and : say(locale).or)
const fieldName = (key: string, { fields, locale }: Telling) => fields.find((one) => one.key === key)?.label[locale] ?? key
const people = (ids: readonly string[], telling: Telling) =>
  listed(
    ids.map((id) => (id === 'me' ? say(telling.locale).you : (telling.members.find((one) => one.id === id)?.name ?? '?'))),
    telling,
  )
const joined = ({ locale }: Telling, ...parts: (string | undefined)[]) => parts.filter(Boolean).join(locale === 'en' ? ' ' : '')

const TELLERS: { [K in Condition['kind']]: Teller<K> } = {
  text({ field, how, values, not }, telling) {
    const words = say(telling.locale)
    if (field === 'deal.stage') return sayStages(values, Boolean(not), telling)
    const said = how === 'equals' ? (not ? words.notExactly : words.exactly) : not ? words.notOfField : words.ofField
    return said(fieldName(field, telling), listed(values, telling))
  },
  number({ field, min, max, strict, not }, telling) {
    const words = say(telling.locale)
    const shown = (value: number) =>
      field === 'founded' ? String(value) : new Intl.NumberFormat(telling.locale === 'en' ? 'en-US' : 'zh-CN').format(value)
    const name = fieldName(field, telling)
    if (min !== undefined && min === max) return `${name} ${not ? '≠' : '='} ${shown(min)}`
    const said =
      min !== undefined && max !== undefined
        ? `${name} ${shown(min)}–${shown(max)}`
        : min !== undefined
          ? `${name} ${strict ? '>' : '≥'} ${shown(min)}`
          : `${name} ${strict ? '<' : '≤'} ${shown(max ?? 0)}`
    return not ? words.not(said) : said
  },
  date({ field, span, not }, telling) {
    const said = joined(telling, fieldName(field, telling), saySpan(span, telling.moment, telling.locale))
    return not ? say(telling.locale).not(said) : said
  },
  yes: ({ field, not }, telling) =>
    say(telling.locale).ofField(fieldName(field, telling), say(telling.locale)[not ? 'no' : 'yes']),
  person({ field, members, not }, telling) {
    const words = say(telling.locale)
    return (not ? words.notOfField : words.ofField)(fieldName(field, telling), people(members, telling))
  },
  given: ({ field, not }, telling) => say(telling.locale)[not ? 'without' : 'with'](fieldName(field, telling)),
  place: ({ values, not }, telling) => say(telling.locale)[not ? 'notPlace' : 'place'](listed(values, telling)),
  owner({ members, not }, telling) {
    const words = say(telling.locale)
    if (!members.length) return not ? words.anyOwner : words.noOwner
    return (not ? words.notOwned : words.owned)(people(members, telling))
  },
  tag({ values, every, not }, telling) {
    const words = say(telling.locale)
    if (!values.length) return not ? words.noTags : words.anyTags
    return (not ? words.notTagged : words.tagged)(listed(values, telling, every))
  },
  contacted({ span, way, by, not }, telling) {
    const words = say(telling.locale)
    const ever = !span.from && !span.until
    const verb = way
      ? not
        ? ever
          ? words.neverWay(words[way])
          : words.notWay(words[way])
        : words[way]
      : not
        ? ever
          ? words.neverContacted
          : words.notContacted
        : words.contacted
    return timed(telling, verb, span, by)
  },
  last: ({ span, not }, telling) => {
    const said = joined(telling, say(telling.locale).last, saySpan(span, telling.moment, telling.locale))
    return not ? say(telling.locale).not(said) : said
  },
  made({ what, span, by, not }, telling) {
    const said = timed(telling, say(telling.locale)[what], span, by)
    return not ? say(telling.locale).not(said) : said
  },
  tasks({ which, not }, { locale }) {
    const words = say(locale)
    if (which === 'open') return not ? words.noOpenTasks : words.openTasks
    return not ? words.noOverdueTasks : words.overdueTasks
  },
  at: ({ values, not }, telling) => say(telling.locale)[not ? 'notAtCompany' : 'atCompany'](listed(values, telling)),
  words: ({ text }, { locale }) => say(locale).hasWords(text),
  segment({ id, not }, { segments, locale }) {
    const words = say(locale)
    return words[not ? 'notInSegment' : 'inSegment'](segments.find((one) => one.id === id)?.name ?? words.goneSegment)
  },
}

/** `open`, `won`, `stage Proposal`. */
function sayStages(values: readonly string[], not: boolean, telling: Telling): string {
  const words = say(telling.locale)
  if (values.join() === 'won,lost') return not ? words.openDeals : words.closedDeals
  const called = (value: string) => sayStage(readStage(value) ?? value, telling.locale)
  return (not ? words.notOfField : words.ofField)(fieldName('deal.stage', telling), listed(values.map(called), telling))
}

/** `called since 1 Sep 2026 by Ana`; in Chinese the time and the person stand before the verb. */
function timed(telling: Telling, verb: string, span: Told<'made'>['span'], by: readonly string[] | undefined): string {
  const when = saySpan(span, telling.moment, telling.locale)
  const who = by && say(telling.locale).by(people(by, telling))
  return telling.locale === 'en' ? joined(telling, verb, when, who) : joined(telling, when, who, verb)
}

export const sayCondition = <K extends Condition['kind']>(one: Told<K>, telling: Telling): string =>
  TELLERS[one.kind](one as never, telling)
