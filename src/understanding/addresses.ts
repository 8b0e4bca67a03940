import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import type { Span } from './events/marks.ts'

export interface Addresses {
  phones: string[]
  emails: string[]
  /** The hosts of web addresses, without `www.`. */
  domains: string[]
  /** Web addresses that can be opened as they stand: with their scheme, or `www.` and a path. */
  links: string[]
  /** Where they stand, with web addresses and reference numbers: no dates and no money there. */
  spans: Span[]
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g
/** A web address ends where a sentence goes on: at a blank, at Chinese punctuation, at a comma with words behind it, at a Chinese word right behind a letter. */
const WEB =
  /(?:https?:\/\/|(?<![\p{L}\p{N}.@/-])www\.)(?:(?![\s<>"`|，。；：！？、（）《》【】「」“”‘’…]|(?<=[a-z\d])\p{Script=Han}|,(?:$|\s|\p{Script=Han})).){1,2000}/giu
/** Signs that close a sentence, or what stands around an address. */
const CLOSING = /[.,;:!?'*_~\]}]+$/
/** `acme.com` as it stands in a sentence: by the endings that companies have and words after a full stop have not. */
const HOST =
  /(?<![\w.@/-])(?:[a-z\d](?:[a-z\d-]{0,40}[a-z\d])?\.){1,3}(?:com|net|org|biz|info|io|ai|app|dev|cloud|shop|cn|de|fr|nl|eu|ch|uk|jp|kr|sg|hk|tw|au|nz|ca|br|mx|pl|se|dk|fi|es)(?![\w@-]|\.\w)/gi
const DIGITS = /(?<![\w.,$€£¥/])(?:\+|\(\+?)?(?:0\d{1,5} ?\/ ?)?\d(?:[ ().-]{0,2}\d){6,16}(?![\w/%])/g
const DATE = /^(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d(?!\d)/

/** More addresses than these stand in no line about a customer. */
const MOST = 10

/** Phone numbers, e-mail and web addresses of a text. */
export function addressesIn(text: string): Addresses {
  const short = text.slice(0, 10_000)
  const emails = [...short.matchAll(EMAIL)]
  const webs = [...short.matchAll(WEB)].map(({ 0: web, index }) => ({ web: endOf(web), index }))
  const hosts = [...webs, ...[...short.matchAll(HOST)].map(({ 0: web, index }) => ({ web, index }))]
  const taken = [...emails.map(({ 0: web, index }) => ({ web, index })), ...hosts].map(({ web, index }) => ({
    start: index,
    end: index + web.length,
  }))
  const numbers = [...short.matchAll(DIGITS)].filter(
    (match) =>
      !DATE.test(match[0]) && !taken.some(({ start, end }) => match.index < end && match.index + match[0].length > start),
  )
  const spans = [...taken, ...numbers.map((match) => ({ start: match.index, end: match.index + match[0].length }))]
  return {
    emails: emails.slice(0, MOST).map(([email]) => email),
    domains: [...new Set(hosts.slice(0, MOST).map(({ web }) => hostOf(web)))],
    links: opening(webs),
    phones: numbers.slice(0, MOST).map(([number]) => writePhone(number)),
    spans: spans.sort((a, b) => a.start - b.start),
  }
}

/** The web addresses of a text that can be opened. */
export const linksIn = (text: string): string[] =>
  opening([...text.slice(0, 10_000).matchAll(WEB)].map(({ 0: web }) => ({ web: endOf(web) })))

const opening = (webs: readonly { web: string }[]) =>
  [...new Set(webs.map(({ web }) => web).filter((web) => OPENS.test(web)))].slice(0, MOST)

const OPENS = /^https?:\/\/[^/?#]|^www\.[^/?#]+\/./i

/** A web address without what closes the sentence around it; a bracket that it opened itself is its own. */
function endOf(web: string): string {
  const plain = web.replace(CLOSING, '')
  const opened = plain.split('(').length - plain.split(')').length
  return opened < 0 && plain.endsWith(')') ? endOf(plain.slice(0, -1)) : plain
}

const hostOf = (web: string): string => web.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?([^/:?#]*).*$/s, '$1')

/** An international number in its standard form; a local one as typed. */
function writePhone(typed: string): string {
  const [found] = findPhoneNumbersInText(typed)
  return found ? found.number.number : typed.trim()
}
