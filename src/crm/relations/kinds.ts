import type { Localized } from '../../bot/text.ts'

/** How somebody stands to another: said from one to the other, and back. A kind that is the same both ways has no `back`. */
interface Kind {
  to: Localized
  back?: Localized
  /** Other ways to type it; `back` ones turn the two around. */
  also?: string
  alsoBack?: string
}

export const KINDS: Readonly<Record<string, Kind>> = {
  worksWith: { to: { en: 'works with', zh: '同事' }, also: 'colleague of, is a colleague of, collaborates with, 一起工作, 共事' },
  reportsTo: {
    to: { en: 'reports to', zh: '下属于' },
    back: { en: 'manages', zh: '管理' },
    also: 'is managed by, works for, works under, 汇报给, 听命于, 的上级是, 上级是, 的下属',
    alsoBack: 'is the manager of, manager of, is the boss of, leads, 领导, 的上级',
  },
  refersTo: {
    to: { en: 'referred', zh: '推荐了' },
    back: { en: 'was referred by', zh: '推荐人是' },
    also: 'refers, refers to, refers us to, recommended, recommends, introduced, introduces, 介绍了, 推荐, 介绍',
    alsoBack: 'referred by, recommended by, introduced by, 由谁推荐, 由谁介绍',
  },
  assists: {
    to: { en: 'assists', zh: '助理于' },
    back: { en: 'is assisted by', zh: '助理是' },
    also: 'assistant of, is the assistant of, works as assistant of',
    alsoBack: 'has the assistant, has as assistant',
  },
  succeeds: {
    to: { en: 'succeeds', zh: '接替' },
    back: { en: 'is succeeded by', zh: '接替人是' },
    also: 'successor of, is the successor of, replaces, took over from',
    alsoBack: 'replaced by, is replaced by, handed over to',
  },
  knows: { to: { en: 'knows', zh: '认识' }, also: 'is a friend of, friend of, friends with, 朋友' },
  related: {
    to: { en: 'is related to', zh: '亲属' },
    also: 'related to, is married to, married to, partner of, spouse of, sibling of, brother of, sister of, 配偶, 夫妻, 亲戚',
  },
  decidesFor: {
    to: { en: 'decides for', zh: '决策于' },
    back: { en: 'needs the consent of', zh: '决策人是' },
    also: 'is the decision maker for, approves for, signs for',
    alsoBack: 'needs the approval of',
  },
}

interface Phrase {
  words: string
  kind: string
  back: boolean
}

const list = (text = '') => text.split(', ').filter(Boolean)
/** All ways to type a relation, the longest first. */
const PHRASES: readonly Phrase[] = Object.entries(KINDS)
  .flatMap(([kind, { to, back, also, alsoBack }]): Phrase[] => [
    ...[to.en, to.zh, ...list(also)].map((words) => ({ words, kind, back: false })),
    ...[...(back ? [back.en, back.zh] : []), ...list(alsoBack)].map((words) => ({ words, kind, back: true })),
  ])
  .sort((a, b) => b.words.length - a.words.length)

/** 向 李娜 汇报: the verb stands behind the other person. */
const AROUND: readonly { pattern: RegExp; kind: string; back?: true }[] = [
  { pattern: /^(.+?)\s*(?:向|对)\s*(.+?)\s*(?:汇报|报告|负责)(?:工作)?$/u, kind: 'reportsTo' },
  { pattern: /^(.+?)\s*(?:由|归|受|被)\s*(.+?)\s*(?:管理|管|领导|带)$/u, kind: 'reportsTo' },
  { pattern: /^(.+?)\s*(?:由|被|是|经)\s*(.+?)\s*(?:推荐|介绍)(?:的|来的|过来的)?$/u, kind: 'refersTo', back: true },
  { pattern: /^(.+?)\s*是\s*(.+?)\s*的\s*(?:上级|上司|领导|老板|经理|主管)$/u, kind: 'reportsTo', back: true },
  { pattern: /^(.+?)\s*是\s*(.+?)\s*的\s*(?:下属|下级|手下)$/u, kind: 'reportsTo' },
  { pattern: /^(.+?)\s*的\s*(?:上级|上司|领导|老板|经理|主管)\s*是\s*(.+)$/u, kind: 'reportsTo' },
  { pattern: /^(.+?)\s*的\s*(?:下属|下级|手下)\s*是\s*(.+)$/u, kind: 'reportsTo', back: true },
  { pattern: /^(.+?)\s*是\s*(.+?)\s*的\s*(?:助理|秘书)$/u, kind: 'assists' },
  { pattern: /^(.+?)\s*[和跟与]\s*(.+?)\s*(?:是|互为)?\s*(?:同事|一起工作|共事)$/u, kind: 'worksWith' },
  { pattern: /^(.+?)\s*[和跟与]\s*(.+?)\s*(?:互相|相互|彼此)?(?:认识|是朋友)$/u, kind: 'knows' },
  { pattern: /^(.+?)\s*[和跟与]\s*(.+?)\s*是?(?:夫妻|亲戚|亲属|配偶)$/u, kind: 'related' },
  { pattern: /^(.+?)(?:['’]s?)\s+(?:boss|manager|lead|superior)\s+is\s+(.+)$/iu, kind: 'reportsTo' },
  { pattern: /^(.+?)\s+is\s+(.+?)(?:['’]s?)\s+(?:boss|manager|lead|superior)$/iu, kind: 'reportsTo', back: true },
  { pattern: /^(.+?)(?:['’]s?)\s+(?:assistant)\s+is\s+(.+)$/iu, kind: 'assists', back: true },
  { pattern: /^(.+?)\s+is\s+(.+?)(?:['’]s?)\s+(?:assistant)$/iu, kind: 'assists' },
  { pattern: /^(.+?)\s+and\s+(.+?)\s+work together$/iu, kind: 'worksWith' },
  { pattern: /^(.+?)\s+and\s+(.+?)\s+know each other$/iu, kind: 'knows' },
]

const HAN = /\p{Script=Han}/u

/** `Wei Zhang works with Li Na`: the two, and how; undefined when no relation is named. `back` turns them around. */
export function relationIn(line: string): { from: string; to: string; kind: string } | undefined {
  for (const { pattern, kind, back } of AROUND) {
    const [, one, other] = pattern.exec(line.trim()) ?? []
    if (one && other) return back ? { from: other, to: one, kind } : { from: one, to: other, kind }
  }
  for (const { words, kind, back } of PHRASES) {
    const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const found = new RegExp(HAN.test(words) ? `^(.+?)\\s*${escaped}\\s*(.+)$` : `^(.+?)\\s+${escaped}\\s+(.+)$`, 'isu').exec(
      line.trim(),
    )
    if (!found) continue
    const [one, other] = [found[1]!.trim(), found[2]!.trim()]
    return back ? { from: other, to: one, kind } : { from: one, to: other, kind }
  }
  return undefined
}

/** How it is said of the one at the `from` end, or at the other. */
export const sayKindOf = (kind: string, isFrom: boolean): Localized => {
  const known = KINDS[kind]
  return (isFrom ? known?.to : (known?.back ?? known?.to)) ?? { en: kind, zh: kind }
}
