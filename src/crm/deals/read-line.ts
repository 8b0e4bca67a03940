import type { Context } from '../../bot/context.ts'
import { customerIndex, MOST_MONEY, understand, understandWhen } from '../../understanding/index.ts'
import { readDay } from '../fields/days.ts'
import { linesOf, readPairs } from '../fields/typed.ts'

/** What a typed line says of a new deal, by the inputs of the operation; `head` is what is left: the customer and the deal's name. */
export interface ReadDeal {
  head: string
  amount?: string
  closing?: string
  /** `name=value` lines. */
  details?: string
}

const OWNER =
  /(?:^|[\s,，;；])(?:(?:with )?owner(?:ed by)?|assigned to|负责人)?\s*[:：=]?\s*(<@!?[^>\s]{1,60}>|@[^\s,，;；]{1,60})|(?:^|[\s,，;；])(?:owner|负责人)\s*[:：]?\s*([\p{L}\p{N}._-]{1,60})/iu
const STAGE = /(?:^|[\s,，;；])(?:(?:at |in )?stage|阶段)\s*[:：]?\s*([\p{L}]{1,30})/iu
/** Words behind which the day stands on which it is to close. */
const BEFORE_DAY =
  /(?:^|[\s,，;；])(?:to close|closing|closes|close|expected|due|signing|预计|截止)(?: (?:date|to close|close|closing))?(?: (?:by|on|in|at|at the))?\s*[:：]?\s*$/iu
const BY = /^\s*(?:by|until|till|before|no later than|due)\s/i
const BEHIND_DAY = /^\s*(?:之?前)?(?:成交|签约|关闭|签单|拿下)?/u
/** A number that ends a line is the amount, unless it is a year; also behind words beside which it may be another number (`extension 3k`). */
const BARE =
  /(?:^|\s)(\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d{3,15}(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,3})?\s?(?:k|m|mio|万|千))$/i
const YEAR = /^(?:19|20)\d\d$/

/** `acme renewal 50k by end of March owner @bo stage=proposal`; a word that may belong to the name stays in it. */
export function readDealLine(context: Pick<Context, 'now' | 'zone'>, line: string): ReadDeal {
  const typed = readPairs(line)
  const read: ReadDeal = { head: typed.head }
  const pairs = [...typed.pairs]
  read.head = taken(read.head, OWNER, (mention, name) => void pairs.push(['owner', mention ?? name ?? '']))
  read.head = taken(read.head, STAGE, (stage) => void pairs.push(['stage', stage ?? '']))
  amountIn(context, read)
  dayIn(context, read)
  if (!read.amount)
    read.head = taken(
      read.head.trim(),
      BARE,
      (number) => {
        read.amount = number
      },
      (number) => !YEAR.test(number),
    )
  read.head = tidy(read.head)
  return { ...read, ...(pairs.length && { details: linesOf(pairs) }) }
}

function taken(
  text: string,
  pattern: RegExp,
  take: (...found: (string | undefined)[]) => void,
  only: (first: string) => boolean = () => true,
): string {
  const found = pattern.exec(text)
  if (!found || !only(found[1] ?? '')) return text
  take(...found.slice(1))
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim()
}

// Beside the name of a deal a number with `k` or 万 is money too.
const LEAD = 'deal '

function amountIn(context: Pick<Context, 'now' | 'zone'>, read: ReadDeal): void {
  const { facts, evidence } = understand(LEAD + read.head, { ...context, customers: customerIndex([]) })
  const found = evidence.find(({ fact }) => fact === 'amount')
  if (!found || !facts.amount || facts.amount.value > MOST_MONEY) return
  const [start, end] = [found.start - LEAD.length, found.end - LEAD.length]
  if (start < 0) return
  read.amount = found.words
  read.head = `${read.head.slice(0, start)} ${read.head.slice(end)}`
}

function dayIn(context: Pick<Context, 'now' | 'zone'>, read: ReadDeal): void {
  const text = read.head.replace(/\s+/g, ' ').trim()
  read.head = text
  const when = understandWhen(text, context, 'future')
  if (!when?.at || when.recurrence) return
  const said = text.slice(when.start, when.end)
  const before = BEFORE_DAY.exec(text.slice(0, when.start))
  const behind = BEHIND_DAY.exec(text.slice(when.end))?.[0] ?? ''
  const isLast = text.slice(when.end + behind.length).trim() === ''
  if (!before && !BY.test(said) && !behind.trim() && !isLast) return
  // As it was typed, unless those words alone say less.
  read.closing = readDay(said, context) === when.at.slice(0, 10) ? said : when.at.slice(0, 10)
  const start = before ? before.index : when.start
  read.head = `${text.slice(0, start)} ${text.slice(when.end + behind.length)}`
}

const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([,，;；])/g, '$1')
    .replace(/^[\s,，;；·-]+|[\s,，;；·-]+$/gu, '')
    .replace(/\s+(?:for|worth|at|of|over|预计|价值|金额)$/iu, '')
