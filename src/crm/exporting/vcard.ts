import { text, whole, written } from '../content-lines.ts'

/** What a card says of somebody. */
export interface CardFacts {
  id: string
  name: string
  isCompany: boolean
  company?: string
  title?: string
  emails: Labelled[]
  phones: Labelled[]
  urls: string[]
  address?: { street?: string; city?: string; country?: string }
  /** YYYY-MM-DD, or --MM-DD. */
  birthday?: string
  tags: string[]
  /** When it was changed last. */
  changed: Date
}

export interface Labelled {
  value: string
  label?: string
}

/** A person or a company as a vCard: version 4 (RFC 6350), or 3 (RFC 2426) for older programs. */
export function vcard(facts: CardFacts, version: 3 | 4): string {
  const { id, name, isCompany, company, title, address, birthday, tags, changed } = facts
  const four = version === 4
  return written([
    'BEGIN:VCARD',
    `VERSION:${four ? '4.0' : '3.0'}`,
    ...(four ? [`KIND:${isCompany ? 'org' : 'individual'}`] : []),
    `UID:${four ? `urn:uuid:${id}` : id}`,
    `FN:${whole(name)}`,
    `N:${(isCompany ? [name, ''] : nameParts(name)).map(text).join(';')};;;`,
    ...(isCompany ? [`ORG:${text(name)}`] : company ? [`ORG:${text(company)}`] : []),
    ...(title ? [`TITLE:${whole(title)}`] : []),
    ...facts.emails.map(({ value, label }) => `EMAIL${typeOf(label, four)}:${whole(value)}`),
    ...facts.phones.map(({ value, label }) =>
      four && /^\+\d+$/.test(value)
        ? `TEL;VALUE=uri${typeOf(label, four)}:tel:${value}`
        : `TEL${typeOf(label, four)}:${whole(value)}`,
    ),
    ...facts.urls.map((url) => `URL:${four ? url : whole(url)}`),
    ...(address
      ? [`ADR:;;${[address.street ?? '', address.city ?? '', '', '', address.country ?? ''].map(text).join(';')}`]
      : []),
    // Version 3 knows no day without its year.
    ...(birthday && (four || !birthday.startsWith('--'))
      ? [`BDAY:${four ? birthday.replaceAll(/(?<=\d)-/g, '') : birthday}`]
      : []),
    ...(tags.length ? [`CATEGORIES:${tags.map(text).join(',')}`] : []),
    `REV:${changed.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ])
}

/** Family name first. Of a Chinese name the first sign is the family's, or the first two of four. */
function nameParts(name: string): [family: string, given: string] {
  if (/^\p{Script=Han}{2,}$/u.test(name)) {
    const signs = [...name]
    const length = signs.length > 3 ? 2 : 1
    return [signs.slice(0, length).join(''), signs.slice(length).join('')]
  }
  const cut = name.lastIndexOf(' ')
  return cut < 0 ? [name, ''] : [name.slice(cut + 1), name.slice(0, cut)]
}

const KNOWN: Readonly<Record<string, string>> = {
  work: 'work',
  private: 'home',
  mobile: 'cell',
  fax: 'fax',
  main: 'work',
  billing: 'work',
}

const typeOf = (label: string | undefined, four: boolean): string => {
  const type = label && KNOWN[label]
  return type ? `;TYPE=${four ? type : type.toUpperCase()}` : ''
}
