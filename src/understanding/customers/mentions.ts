import { besideCompany } from './beside-company.ts'
import { companyAt } from './company-names.ts'
import { hanMentions } from './han-names.ts'
import { unknownHan } from './han-unknown.ts'
import type { Mention, Scene } from './mention.ts'
import { personAt } from './person-names.ts'
import { bothWays, soundAt } from './pinyin.ts'
import { unknownAt } from './unknown-names.ts'

export interface MentionOptions {
  /** The text is a name and nothing else. */
  nameOnly?: boolean
}

/** Every customer named in a line, known or not, in the order in which they are named. */
export function mentionsIn(scene: Scene, { nameOnly = false }: MentionOptions = {}): Mention[] {
  const han = hanMentions(scene)
  const found = latinMentions(scene, han, nameOnly)
  const latin = [...found, ...besideCompany(scene, [...han, ...found])]
  const known = [...han, ...latin].sort((a, b) => a.start - b.start)
  const all = [...known, ...unknownHan(scene, known, nameOnly)].sort((a, b) => a.start - b.start)
  return dropAsides(scene, known.some(({ ids }) => ids.length) ? all.filter(({ weak }) => !weak) : all)
}

function latinMentions(scene: Scene, han: readonly Mention[], nameOnly: boolean): Mention[] {
  const found: Mention[] = []
  const { tokens } = scene
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.han || han.some((one) => token.start < one.end && token.end > one.start)) continue
    const person = bothWays(personAt(scene, at), soundAt(scene, at, nameOnly))
    const best = longer(companyAt(scene, at), person) ?? unknownAt(scene, at, [...han, ...found], nameOnly)
    if (!best) continue
    const { tokens: used, ...mention } = best
    found.push(mention)
    at += used - 1
  }
  return found
}

type Used = Mention & { tokens: number }

function longer(company: Used | undefined, person: Used | undefined): Used | undefined {
  if (!company || !person) return company ?? person
  if (company.tokens !== person.tokens) return company.tokens > person.tokens ? company : person
  return company.whole || !person.ids.length || person.surname ? company : person
}

const ASIDE =
  /(?:\b(?:about|re|re:|regarding|than|vs\.?|versus|like|using|uses|against|competitor|competes with|mentioned|left|joined|formerly|ex|lost (?:it |this |that |the deal |[^.;,]{1,40} )?to|went with|chose|switched to)|关于|对比|竞品|竞争对手|用的是|在用|比)\s*(?:the |their |a )?$/

/** Leaves out companies that a line only speaks about, when it names its customer otherwise. */
function dropAsides({ line }: Scene, mentions: Mention[]): Mention[] {
  const aside = (one: Mention): boolean => ASIDE.test(line.read.slice(Math.max(0, one.start - 24), one.start))
  const main = mentions.filter((one) => !aside(one))
  return main.length ? main : mentions
}
