/** A piece of an iCalendar file (RFC 5545): its lines, unfolded. */
export type Lines = readonly string[]

export const component = (name: string, ...lines: Lines): string[] => [`BEGIN:${name}`, ...lines, `END:${name}`]

/** `20261124T090000Z` */
export const utc = (date: Date): string => `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A local day or time, as a value: `20261124`, `20261124T100000`. */
export const local = (at: string): string => at.replaceAll(/[-:]/g, '') + (at.length > 10 ? '00' : '')
