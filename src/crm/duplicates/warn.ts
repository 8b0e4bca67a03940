import { type Button, button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask } from '../../bot/errors.ts'
import type { Locale } from '../../bot/text.ts'
import type { Viewer } from '../visibility.ts'
import { type Like, likenessOf, likesOf } from './compare.ts'
import type { CompanyFacts, ContactFacts } from './likeness.ts'
import type { Facts, Kind, Scope, Standing } from './records.ts'
import { say, sayReasons } from './words.ts'

/** Whom somebody who is about to be written perhaps is: those that one sees, and whether there is one that one does not. */
export interface Likely {
  seen: Like[]
  hidden: boolean
}

const MOST = 3

/** So many facts as are known of somebody new. */
type Given = { name: string; companyId?: string | null; companyName?: string | null } & Partial<CompanyFacts & ContactFacts>

/** What is known of somebody new, as records are compared. */
export function factsOf(kind: Kind, given: Given): Facts {
  const { id, name, aliases, emails, phones, source, externalId } = given
  const shared = {
    name,
    aliases: aliases ?? [],
    emails: emails ?? [],
    phones: phones ?? [],
    source: source ?? null,
    externalId: externalId ?? null,
  }
  const own =
    kind === 'company'
      ? {
          domains: given.domains ?? [],
          city: given.city ?? null,
          country: given.country ?? null,
          parentId: given.parentId ?? null,
        }
      : { companyId: given.companyId ?? null, companyName: given.companyName ?? null }
  return { ...shared, ...own, ...(id && { id }) } as Facts
}

/** Whom a record perhaps is, among all of the workspace; `before`: as it stood, so that only what it comes to look like is told. */
export async function likelyOf(scope: Scope & Viewer, kind: Kind, facts: Facts, before?: Facts): Promise<Likely> {
  const [all = []] = await likesOf(scope, kind, [facts])
  return toldTo(scope, before ? all.filter(({ record, score }) => score > likenessOf(kind, before, record).score) : all)
}

/** The same of many at once: two questions, however many there are. */
export async function likelyOfEach(scope: Scope & Viewer, kind: Kind, facts: readonly Facts[]): Promise<Likely[]> {
  return (await likesOf(scope, kind, facts)).map((likes) => toldTo(scope, likes))
}

function toldTo(viewer: Viewer, likes: readonly Like[]): Likely {
  const seen = likes.filter(({ record }) => isSeen(viewer, record))
  return { seen: seen.slice(0, MOST), hidden: seen.length < likes.length }
}

const isSeen = ({ sees }: Viewer, { ownerId, companyOwnerId }: Standing) => {
  const owner = ownerId ?? companyOwnerId
  return sees === 'all' || owner === null || sees.includes(owner)
}

export const refOfLike = (kind: Kind, { record }: Like): string => `${kind}:${record.id}`

const called = (record: Standing): string =>
  'companyName' in record && record.companyName ? `${record.name} (${record.companyName})` : record.name

/** Each with its score, why in words, and what goes on with it. */
export const likelyItems = (
  kind: Kind,
  likes: readonly Like[],
  locale: Locale,
  use: (ref: string, name: string) => Button,
): Item[] =>
  likes.map((like) => ({
    text: called(like.record),
    detail: `${say(locale).scored(like.score)} · ${sayReasons(like.reasons, locale)}`,
    about: like.record.id,
    buttons: [use(refOfLike(kind, like), like.record.name)],
  }))

/** Asks back before somebody is written who is likely here already; of those whom one does not see it is said that there is one. Nothing is lost. */
export function warnOf({ locale }: Pick<Context, 'locale'>, { kind, name, likely, use, anyway, changing }: Warned): void {
  const { seen, hidden } = likely
  if (!seen.length && !hidden) return
  const words = say(locale)
  const line = seen.length
    ? (changing ? words.likelyEdit : words.likely)(name)
    : (changing ? words.hiddenEdit : words.hidden)(name)
  const asked: Card = card({
    tone: 'warning',
    lines: [line],
    items: likelyItems(kind, seen, locale, use),
    buttons: [
      button(changing ? words.keepEdit : words.addAnyway, anyway.operation, { ...anyway.input, another: 'yes' }),
      button(words.cancel, 'dismiss', { text: name }),
    ],
  })
  throw new Ask(asked)
}

interface Warned {
  kind: Kind
  name: string
  likely: Likely
  use: (ref: string, name: string) => Button
  anyway: { operation: string; input: Record<string, string> }
  /** A record that stands is changed, none added. */
  changing?: boolean
}
