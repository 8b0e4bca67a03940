import type { Candidate, KnownCompany, KnownContact } from '../types.ts'
import { chineseSuffixes, coreChinese, coreWords, isChinese, normalizeName, wordsOf } from './normalize.ts'
import { COMPOUND_SURNAMES } from './surnames.ts'

/** One name under which a company is known. */
export interface CompanyName {
  readonly company: number
  readonly words: readonly string[]
  /** A further name that somebody taught: it means the company by all its words, never by the first ones. */
  readonly alias: boolean
}

/** One person under the words of their name. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly company: number
  /** The words of the name, as they are compared. */
  readonly words: readonly string[]
}

/** All customers, prepared for being found in a text. Built once, read only, bounded by the names it holds. */
export interface CustomerIndex {
  readonly companies: readonly KnownCompany[]
  readonly people: readonly Person[]
  readonly peopleOf: (company: number) => readonly number[]
  /** Company names by their first word. */
  readonly companiesByWord: ReadonlyMap<string, readonly CompanyName[]>
  /** Chinese company names, without spaces, by their first two characters. */
  readonly companiesByHan: ReadonlyMap<string, readonly CompanyName[]>
  /** People by each word of a Latin name, and by the whole of a Chinese one. */
  readonly peopleByWord: ReadonlyMap<string, readonly number[]>
  /** People with Chinese names by family name. */
  readonly peopleBySurname: ReadonlyMap<string, readonly number[]>
  /** People with Chinese names by given name, when it has two characters. */
  readonly peopleByGiven: ReadonlyMap<string, readonly number[]>
  /** What was made of the index when it was first needed: words for typos, pinyin. */
  readonly lazy: Map<string, unknown>
}

const COMPOUND = new Set(COMPOUND_SURNAMES)

/** The family name of a Chinese name, usually its first character. */
export const surnameOf = (name: string): string => (COMPOUND.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1))

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Prepares the customers of a workspace for `understand`, `understandTask` and `resolveCustomer`; `loose` people have no company. */
export function customerIndex(known: readonly KnownCompany[], loose: readonly KnownContact[] = []): CustomerIndex {
  const people: Person[] = []
  const companiesByWord = new Map<string, CompanyName[]>()
  const companiesByHan = new Map<string, CompanyName[]>()
  const peopleByWord = new Map<string, number[]>()
  const peopleBySurname = new Map<string, number[]>()
  const peopleByGiven = new Map<string, number[]>()
  const ofCompany: number[][] = []

  const addCompanyName = (company: number, name: string, alias = false): void => {
    if (isChinese(name)) {
      const core = coreChinese(name)
      push(companiesByHan, core.slice(0, 2), { company, words: [core], alias })
    }
    const words = coreWords(name)
    if (words[0]) push(companiesByWord, words[0], { company, words, alias })
  }
  const addPerson = ({ id, name, called = name }: KnownContact, company: number): void => {
    const words = wordsOf(called)
    const index = people.push({ id, name, company, words }) - 1
    if (company >= 0) ofCompany[company]!.push(index)
    if (isChinese(called)) {
      const plain = normalizeName(called).replaceAll(' ', '')
      push(peopleByWord, plain, index)
      push(peopleBySurname, surnameOf(plain), index)
      const given = plain.slice(surnameOf(plain).length)
      if (given.length === 2) push(peopleByGiven, given, index)
    }
    for (const word of new Set(words)) if (!isChinese(word)) push(peopleByWord, word, index)
  }

  known.forEach((company, index) => {
    ofCompany.push([])
    addCompanyName(index, company.name)
    for (const name of company.aliases ?? []) addCompanyName(index, name, true)
    for (const contact of company.contacts) addPerson(contact, index)
  })
  for (const contact of loose) addPerson(contact, -1)
  return {
    companies: known,
    people,
    peopleOf: (company) => ofCompany[company] ?? [],
    companiesByWord,
    companiesByHan,
    peopleByWord,
    peopleBySurname,
    peopleByGiven,
    lazy: new Map(),
  }
}

/** `Wei Zhang (Acme Corp)`, or the name alone when no company is known. */
export function personLabel(index: CustomerIndex, person: number): string {
  const { name, company } = index.people[person]!
  return company >= 0 ? `${name} (${index.companies[company]!.name})` : name
}

/** A person as something to pick. */
export function personCandidate(index: CustomerIndex, person: number): Candidate {
  const { id, name, company } = index.people[person]!
  const at = index.companies[company]
  return { ...(at && { company: { id: at.id, name: at.name } }), contact: { id, name }, label: personLabel(index, person) }
}

/** A company as something to pick. */
export function companyCandidate(index: CustomerIndex, company: number): Candidate {
  const { id, name } = index.companies[company]!
  return { company: { id, name }, label: name }
}

/** The ending that a Chinese company name may carry in a text, at the start of `rest`. */
export const chineseSuffixAt = (rest: string): string => chineseSuffixes.find((suffix) => rest.startsWith(suffix)) ?? ''
