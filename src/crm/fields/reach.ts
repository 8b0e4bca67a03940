import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js'

const EMAIL = /^[^\s@<>(),;]+@(?:[\p{L}\d-]+\.)+[\p{L}]{2,}$/u
const HOST = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,})\.?(?::\d+)?(?:[/?#]\S*)?$/iu
/** Fewer digits than these are a house number or a year. */
export const FEWEST_DIGITS = 7
const PHONE = /^\+?[\d\s().\-/]+(?:\s*(?:ext\.?|x|#)\s*\d{1,6})?$/i

/** An e-mail address as it is kept, in lower case; undefined when it is none. */
export function readEmail(typed: string): string | undefined {
  const text = typed
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase()
  return text.length <= 254 && EMAIL.test(text) ? text : undefined
}

/** The domain of a web address, without `www.`, in lower case; undefined when it is none. */
export function readDomain(typed: string): string | undefined {
  const host = HOST.exec(typed.trim())?.[1]?.toLowerCase()
  return host && host.length <= 253 ? host : undefined
}

/** A phone number in E.164 where it can be read with the country of `zone`, else as typed; undefined when it is none. */
export function readPhone(typed: string, zone: string): string | undefined {
  const text = typed.normalize('NFKC').trim().replace(/^tel:/i, '')
  if (text.length > 50 || !PHONE.test(text) || digitsOf(text).length < FEWEST_DIGITS) return undefined
  const read = parsePhoneNumberFromString(text, countryOf(zone))
  if (!read?.isPossible()) return text
  return read.ext ? `${read.number} ext. ${read.ext}` : read.number
}

export const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '')

let countries: Map<string, CountryCode> | undefined

/** The country that a time zone lies in, for reading numbers typed without one. A zone of several countries counts for the first that has it. */
export function countryOf(zone: string): CountryCode | undefined {
  countries ??= zonesOfCountries()
  return countries.get(canonical(zone))
}

function zonesOfCountries(): Map<string, CountryCode> {
  const found = new Map<string, CountryCode>()
  for (const country of getCountries()) {
    // Node 20 and 22 know the property, later ones the method.
    const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] }
    for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? [])
      if (!found.has(canonical(zone))) found.set(canonical(zone), country)
  }
  return found
}

/** Zones by the names they go by: a formatter is dear, and an import asks for every number. */
const canonicals = new Map<string, string>()

function canonical(zone: string): string {
  const known = canonicals.get(zone) ?? lookedUp(zone)
  // People set a few hundred zones at most; anything else is not remembered.
  if (canonicals.size < 1000) canonicals.set(zone, known)
  return known
}

function lookedUp(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return zone // not a zone this Node knows: no country either
  }
}
