import type { CustomType } from './field.ts'

const NOUN_WORDS: Readonly<Record<string, string>> = {
  company: 'company',
  companies: 'company',
  account: 'company',
  公司: 'company',
  contact: 'contact',
  contacts: 'contact',
  person: 'contact',
  people: 'contact',
  联系人: 'contact',
  deal: 'deal',
  deals: 'deal',
  opportunity: 'deal',
  opportunities: 'deal',
  商机: 'deal',
}
/** The noun that a word stands for; undefined when it has no fields. */
export const nounOf = (word: string): string | undefined => NOUN_WORDS[word.trim().toLowerCase()]

const TYPE_WORDS: Readonly<Record<CustomType, string>> = {
  text: 'text string words 文字 文本',
  number: 'number integer count 数字 数量',
  money: 'money amount currency sum 金额',
  date: 'date day 日期',
  choice: 'choice select list dropdown enum options 选项 单选',
  yesno: 'yesno yes-no yes/no checkbox boolean bool flag 是否',
  member: 'member person colleague user 成员 同事',
  link: 'link url web 链接 网址',
}
const types = new Map(
  Object.entries(TYPE_WORDS).flatMap(([type, words]) => words.split(' ').map((one) => [one, type as CustomType])),
)
export const typeOf = (word: string): CustomType | undefined => types.get(word.toLowerCase()) as CustomType | undefined

const OPENS = /^(\S+?)[\s:：]+(.*)$/s
const QUOTED = /^["“]([^"”]{1,200})["”]\s*(.*)$/s

/** `company seats …`, `contact "Preferred language" …`: the noun, and what follows it. */
export function nounFirst(rest: string): { noun?: string; rest: string } {
  const [, word = rest, more = ''] = OPENS.exec(rest.trim()) ?? []
  return nounOf(word) ? { noun: word, rest: more } : { rest: rest.trim() }
}

/** `company seats number`, `contact "Preferred language" choice English, 中文 required default English help: …`: as the inputs of `field add`. */
export function readDefinition(line: string): Record<string, string> {
  const { noun, rest } = nounFirst(line)
  const [, quoted, behind] = QUOTED.exec(rest) ?? []
  const words = (quoted === undefined ? rest : (behind ?? '')).split(/\s+/)
  const at = words.findIndex((word, place) => (quoted !== undefined || place > 0) && typeOf(word))
  const label = quoted ?? (at < 0 ? rest : words.slice(0, at).join(' '))
  const type = at < 0 ? undefined : typeOf(words[at]!)
  const { options, more } = flagsIn(at < 0 ? '' : words.slice(at + 1).join(' '))
  const given = { noun, label: label.trim(), type, options, more }
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

const HELP = /(?:^|[\s,，])(?:help|说明)\s*[=＝:：]\s*(.+)$/is
const DEFAULT =
  /(?:^|[\s,，])(?:default|默认)\s*[=＝:：]?\s*(?:["“]([^"”]+)["”]|(.+?))\s*(?=[\s,，](?:required|mandatory|必填|optional|选填)\s*$|$)/is
const REQUIRED = /(?:^|[\s,，])(?:required|mandatory|必填)\s*$|^(?:required|mandatory|必填)(?=[\s,，])/i

/** The options, and what else is said of a field: as the lines of the form have it. */
function flagsIn(text: string): { options: string; more: string } {
  let rest = text
  const lines: string[] = []
  const [help, helped] = HELP.exec(rest) ?? []
  if (help) rest = rest.slice(0, -help.length)
  const required = REQUIRED.exec(rest)
  if (required) rest = rest.replace(REQUIRED, '')
  const [found, quoted, plainly] = DEFAULT.exec(rest) ?? []
  if (found) rest = rest.replace(found, '')
  const again = REQUIRED.exec(rest)
  if (again) rest = rest.replace(REQUIRED, '')
  if (required || again) lines.push('required=yes')
  if (found) lines.push(`default=${(quoted ?? plainly ?? '').trim()}`)
  if (helped) lines.push(`help=${helped.trim()}`)
  return { options: rest.trim(), more: lines.join('\n') }
}

/** The choices that were typed, parted by commas or lines, each once. */
export const readOptions = (typed: string): string[] => {
  const all = typed
    .split(/[,，、;；|\n]+/)
    .map((one) => one.trim())
    .filter(Boolean)
  return all.filter((one, at) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at)
}
