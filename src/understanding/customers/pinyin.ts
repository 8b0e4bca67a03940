import { pinyin } from 'pinyin-pro'
import { adjoins } from '../text/tokens.ts'
import { isGivenName, isOrdinary } from '../text/words.ts'
import { type CustomerIndex, surnameOf } from './customer-index.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { coreChinese, isChinese } from './normalize.ts'

const MOST_SYLLABLES = 6

/** The ways to type the syllables of a Chinese name without tones: family names have readings of their own, and ü is v or u. */
export function readingsOf(core: string): string[][] {
  const read = (surname: 'head' | 'off') =>
    pinyin(core, { toneType: 'none', type: 'array', nonZh: 'removed', surname }).map((syllable) => syllable.toLowerCase())
  const ways = [read('head'), read('off')].flatMap((syllables) =>
    ['v', 'u'].map((letter) => syllables.map((syllable) => syllable.replaceAll('ü', letter))),
  )
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()].filter((way) => way.length)
}

interface Sounds {
  /** Companies by the first two syllables and more. */
  companies: Map<string, number[]>
  people: Map<string, number[]>
  /** People as others write them: given name, space, family name. */
  givenFirst: Map<string, number[]>
  surnames: Map<string, number[]>
}

/** Chinese names by how they sound, made once when first needed. */
function soundsOf(index: CustomerIndex): Sounds {
  const made = index.lazy.get('sounds') as Sounds | undefined
  if (made) return made
  const sounds: Sounds = { companies: new Map(), people: new Map(), givenFirst: new Map(), surnames: new Map() }
  index.people.forEach(({ name }, id) => {
    if (isChinese(name)) addPerson(sounds, coreChinese(name), id)
  })
  for (const names of index.companiesByHan.values())
    for (const { company, words, alias } of names) addCompany(sounds, words[0]!, company, alias)
  index.lazy.set('sounds', sounds)
  return sounds
}

function addPerson({ people, givenFirst, surnames }: Sounds, name: string, id: number): void {
  const family = surnameOf(name).length
  for (const syllables of readingsOf(name)) {
    const [surname, given] = [syllables.slice(0, family).join(''), syllables.slice(family).join('')]
    add(people, surname + given, id)
    add(surnames, surname, id)
    if (given) add(givenFirst, `${given} ${surname}`, id)
  }
}

function addCompany({ companies }: Sounds, core: string, id: number, whole: boolean): void {
  for (const syllables of readingsOf(core)) {
    const least = whole ? syllables.length : Math.min(2, syllables.length)
    for (let length = least; length <= Math.min(MOST_SYLLABLES, syllables.length); length++)
      add(companies, syllables.slice(0, length).join(''), id)
    add(companies, syllables.join(''), id)
  }
}

function add(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key)
  if (!list) map.set(key, [id])
  else if (!list.includes(id)) list.push(id)
}

type Heard = Mention & { tokens: number }

/** A customer with a Chinese name, typed in Latin letters at a word of the line: `wang wei`, `Wei Wang`, `jincheng`, `zhang`. */
export function soundAt(scene: Scene, at: number, nameOnly: boolean): Heard | undefined {
  const { line, tokens, index } = scene
  if (!index.companiesByHan.size && !index.peopleBySurname.size) return undefined
  const sounds = soundsOf(index)
  for (let length = 4; length >= 1; length--) {
    const words = tokens.slice(at, at + length)
    if (words.length < length || !words.every(({ word }) => /^[a-z]+$/.test(word))) continue
    if (words.some((word, i) => i > 0 && !adjoins(line, words[i - 1], word))) continue
    const heard = heardIn(
      sounds,
      words.map(({ word }) => word),
      nameOnly,
    )
    if (!heard) continue
    const [start, end] = [words[0]!.start, words.at(-1)!.end]
    return { ...heard, start, end, typed: typedAt(line, start, end), owner: words.at(-1)!.possessive, tokens: length }
  }
  return undefined
}

function heardIn(sounds: Sounds, words: string[], nameOnly: boolean): Pick<Mention, 'kind' | 'ids' | 'whole'> | undefined {
  // A plain word that only sounds like a name is the word; so is a first name of the West in a sentence.
  if (words.every((word) => isOrdinary(word))) return undefined
  const joined = words.join('')
  const plain = words.length === 1 && isGivenName(joined)
  if (plain && !nameOnly) return undefined
  const people = [
    ...(sounds.people.get(joined) ?? []),
    ...(sounds.givenFirst.get(`${words.slice(0, -1).join('')} ${words.at(-1)}`) ?? []),
  ]
  if (people.length) return { kind: 'person', ids: [...new Set(people)], whole: true }
  const companies = sounds.companies.get(joined)
  if (companies) return { kind: 'company', ids: companies, whole: false }
  const family = words.length === 1 && !plain ? sounds.surnames.get(joined) : undefined
  return family && { kind: 'person', ids: family, whole: false }
}

/** One answer of the same words read as a Latin name and as a Chinese one: who fits both ways is asked about. */
export function bothWays(person: Heard | undefined, heard: Heard | undefined): Heard | undefined {
  if (!person || !heard) return person ?? heard
  if (!person.ids.length || heard.tokens > person.tokens) return heard
  if (heard.kind !== 'person' || heard.tokens < person.tokens || heard.whole !== person.whole) return person
  return { ...person, ids: [...new Set([...person.ids, ...heard.ids])] }
}
