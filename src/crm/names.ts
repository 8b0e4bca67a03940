import { NAME_RULES, nameTokens, normalizeName } from '../understanding/index.ts'

/** What a name is found by, as its row keeps it beside the name. */
export interface FoundBy {
  searchName: string
  nameTokens: string[]
  /** The version of the rules that made these two. */
  nameRules: number
}

/** The columns of `FoundBy`: no fact of the customer, they follow from the name. */
export const FOUND_BY = ['searchName', 'nameTokens', 'nameRules'] as const satisfies (keyof FoundBy)[]

/** What a company is found by: its name and its further names. */
export const companyFoundBy = (name: string, aliases: readonly string[] = []): FoundBy => ({
  searchName: normalizeName(name),
  nameTokens: [...new Set([name, ...aliases].flatMap(nameTokens))],
  nameRules: NAME_RULES,
})

/** What a person is found by: their name, and those of whom was merged into them. */
export const contactFoundBy = (name: string, aliases: readonly string[] = []): FoundBy => companyFoundBy(name, aliases)

/** A row without that: of a deal that names a person, whoever erases them strikes the name, and must not leave its words. */
export const withoutFoundBy = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !(FOUND_BY as readonly string[]).includes(name)))

/** What a deal is found by; the words of its customer's name find it as well. */
export const dealFoundBy = (name: string): FoundBy => companyFoundBy(name)
