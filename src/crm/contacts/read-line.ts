import { readDetails, readPairs } from '../companies/companies.ts'
import { splitFacts } from '../fields/typed.ts'
import { CONTACT_FIELDS } from './fields.ts'

const AT = /^(.*?\S)\s+(?:at|from|of|@)\s+(\S.*)$/is
const CHINESE_OF = /^([\p{Script=Han}\w（）()]+(?:公司|集团|物流|科技|[\p{Script=Han}]))的([\p{Script=Han}·]{2,6})$/u
const IN_BRACKETS = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u

/** `Wei Zhang, CTO at Acme, wei@acme.com, +1 415 555 0100 title=…`: who, where, how to reach them. */
export function readContactLine(line: string): Record<string, string> {
  const { head, pairs } = readPairs(line)
  const { rest, email, phone } = readDetails(head)
  const given: Record<string, string | undefined> = { ...person(rest), email, phone, ...splitFacts(CONTACT_FIELDS, pairs) }
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

function person(text: string): Record<string, string | undefined> {
  const chinese = CHINESE_OF.exec(text)
  if (chinese) return { name: chinese[2], company: chinese[1] }
  const at = AT.exec(text)
  const [who, where] = at ? [at[1]!, at[2]!] : [text, '']
  const [name = '', ...titles] = parts(who)
  const [company, ...more] = parts(where)
  const brackets = at ? null : IN_BRACKETS.exec(name)
  if (brackets) return { name: brackets[1], company: brackets[2], title: titles.join(', ') }
  // Without “at”, what stands behind a Chinese comma is the company: 王伟，锦程物流.
  if (!at && titles.length && /\p{Script=Han}/u.test(titles[0]!))
    return { name, company: titles[0], title: titles.slice(1).join('，') }
  return { name, company, title: [...titles, ...more].join(', ') }
}

const parts = (text: string) =>
  text
    .split(/\s*[,，;；]\s*/)
    .map((one) => one.trim())
    .filter(Boolean)
