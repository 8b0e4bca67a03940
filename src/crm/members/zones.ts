import { ABBREVIATIONS, ELSEWHERE } from './zone-names.ts'

/** Whether this machine knows the zone: an IANA name, in any case. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Every zone by its city as people type it: `new york`, `são paulo` without its accents. */
let cities: Map<string, string> | undefined
const cityZones = () => {
  cities ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [folded(zone.slice(zone.lastIndexOf('/') + 1)), zone]))
  return cities
}

const folded = (typed: string) =>
  typed
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .replaceAll(/[.,]/g, '')
    .trim()

/** The zones a person can mean by `Europe/Berlin`, `berlin`, `Munich`, `CST`, `上海`: one is sure, several must be asked, none is unknown. */
export function readZone(typed: string): string[] {
  const wanted = folded(typed)
  if (wanted.includes('/')) return isZone(wanted.replaceAll(' ', '_')) ? [properly(wanted.replaceAll(' ', '_'))] : []
  const named = ABBREVIATIONS[wanted] ?? ELSEWHERE[wanted]
  if (named) return named.split(' ')
  const city = cityZones().get(wanted)
  if (city) return [city]
  return [...cityZones()]
    .filter(([name]) => wanted.length >= 3 && name.startsWith(wanted))
    .map(([, zone]) => zone)
    .slice(0, 10)
}

/** The names that a mistyped city may stand for are looked up among these. */
export const knownCities = (): string[] => [...cityZones().keys(), ...Object.keys(ELSEWHERE)]

function properly(zone: string): string {
  const known = Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase() === zone)
  return known ?? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
}
