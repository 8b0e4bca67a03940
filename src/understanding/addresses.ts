import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import type { Span } from './events/marks.ts'

export interface Addresses {
  phones: string[]
  emails: string[]
  /** Where they stand, with web addresses and reference numbers: no dates and no money there. */
  spans: Span[]
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g
const WEB = /(?:https?:\/\/|www\.)[^\s,，。]{1,500}/gi
const DIGITS = /(?<![\w.,$€£¥/])(?:\+|\(\+?)?\d(?:[ ().-]{0,2}\d){6,16}(?![\w/%])/g
const DATE = /^(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d(?!\d)/

/** Phone numbers, e-mail and web addresses of a text. */
export function addressesIn(text: string): Addresses {
  const short = text.slice(0, 10_000)
  const emails = [...short.matchAll(EMAIL)]
  const webs = [...short.matchAll(WEB)]
  const taken = [...emails, ...webs].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const numbers = [...short.matchAll(DIGITS)].filter(
    (match) =>
      !DATE.test(match[0]) && !taken.some(({ start, end }) => match.index < end && match.index + match[0].length > start),
  )
  const spans = [...taken, ...numbers.map((match) => ({ start: match.index, end: match.index + match[0].length }))]
  return {
    emails: emails.map(([email]) => email),
    phones: numbers.slice(0, 10).map(([number]) => writePhone(number)),
    spans: spans.sort((a, b) => a.start - b.start),
  }
}

/** An international number in its standard form; a local one as typed. */
function writePhone(typed: string): string {
  const [found] = findPhoneNumbersInText(typed)
  return found ? found.number.number : typed.trim()
}
