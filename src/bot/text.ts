/** The languages a person can read Rapport in. */
export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

/** One text in every language. */
export type Localized = Readonly<Record<Locale, string>>

type Said = string | ((...args: never[]) => string)
type Words = Readonly<Record<string, Said>>
/** The same keys with the same arguments, in another language. */
type SameShape<W extends Words> = {
  readonly [K in keyof W]: W[K] extends (...args: infer A) => string ? (...args: A) => string : string
}

const catalogues: { [L in Locale]: Words }[] = []

/**
 * The texts of one room, in every language: a key missing in one of them, or with other arguments, does not compile.
 * Texts are plain: no markup, nothing escaped; adapters escape all that they show.
 *
 *     const say = catalogue({ en: { done: (what: string) => `Done: ${what}` }, zh: { done: (what) => `已完成：${what}` } })
 *     say(context.locale).done(task.what)
 */
export function catalogue<W extends Words>(texts: { en: W; zh: SameShape<W> }): (locale: Locale) => W {
  catalogues.push(texts)
  return (locale) => texts[locale] as W
}

/** Every catalogue made so far; tests hold them against each other. */
export const allCatalogues = (): readonly { [L in Locale]: Words }[] => catalogues

/** `zh-CN`, `zh_Hans`, `en-GB` … to a language we speak; English when we do not. */
export function localeOf(tag: string | undefined, otherwise: Locale = 'en'): Locale {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  return LOCALES.find((known) => known === language) ?? otherwise
}

/** `2 tasks`, `1 task`: English plural by count; `many` when the plural is not made with an s. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** Several words in a row, parted as the language does it: all of them, or the first, and a sign that there are more. */
export const listed = (words: readonly string[], locale: Locale, most = words.length): string =>
  [...words.slice(0, most), ...(words.length > most ? ['…'] : [])].join(locale === 'en' ? ', ' : '、')
