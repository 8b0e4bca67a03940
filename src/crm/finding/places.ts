import { getCountries } from 'libphonenumber-js'

let names: Map<string, string[]> | undefined

/** A country's other names: `Germany` is also `DE` and 德国. Empty when it is no country. */
export function namesOfCountry(typed: string): readonly string[] {
  names ??= allNames()
  return names.get(typed.trim().toLowerCase()) ?? []
}

function allNames(): Map<string, string[]> {
  const english = new Intl.DisplayNames('en', { type: 'region' })
  const chinese = new Intl.DisplayNames('zh-Hans', { type: 'region' })
  const found = new Map<string, string[]>()
  for (const code of getCountries()) {
    const own = [code.toLowerCase(), english.of(code) ?? code, chinese.of(code) ?? code, ...(ALSO[code] ?? [])]
    for (const name of own) found.set(name.toLowerCase(), own)
  }
  return found
}

const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'United States of America', 'America'],
  GB: ['UK', 'Great Britain', 'England'],
  AE: ['UAE'],
  CZ: ['Czech Republic'],
  KR: ['Korea'],
  NL: ['Holland'],
}
