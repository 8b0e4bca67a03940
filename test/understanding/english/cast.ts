import type { Case } from '../score.ts'

type Want = Case['want']
type Fact = Partial<Want>

/** A line with what it states; the moment is Wednesday 10 March 2027, 11:00 in New York, unless the row names another. */
export type Row = Case

export const CAST: Case['known'] = [
  { company: 'Harbor Point Brewing Co', contacts: ['Nolan Price', 'Mia Castellano'] },
  { company: 'Orion Freight LLC', contacts: ['Yusuf Demir', 'Priscilla Nakagawa'] },
  { company: 'Orion Optics', contacts: ['Lena Holt'] },
  { company: 'Winter Garden Hotels', contacts: ['June Abbott', 'Will Kaplan'] },
  { company: 'Sterling Dental Group', contacts: ['Mark Olsen', 'Mark Reilly'] },
  { company: '21st Century Paint', contacts: ['Faith Moreno'] },
  { company: 'Tessellate GmbH', contacts: ['Katharina Vogelsang', 'Jan Brandt'] },
  { company: 'May & Sons', contacts: ['Rosa Iversen'] },
  { company: 'Quill Software Inc', contacts: ['Chase Donnelly', 'Hannah Weiss'] },
  { company: 'Bluebird Cafe', contacts: ['Tom Okoye', 'Priya Raman'] },
]

const at = (contact: string): Fact => ({ company: CAST.find(({ contacts }) => contacts.includes(contact))!.company, contact })
export const of = (company: string, contact?: string): Fact => ({ company, ...(contact && { contact }) })
export const either = (...ambiguous: string[]): Fact => ({ ambiguous })

export const NOLAN = at('Nolan Price')
export const MIA = at('Mia Castellano')
export const YUSUF = at('Yusuf Demir')
export const PRISCILLA = at('Priscilla Nakagawa')
export const LENA = at('Lena Holt')
export const JUNE = at('June Abbott')
export const WILL = at('Will Kaplan')
export const FAITH = at('Faith Moreno')
export const KATHARINA = at('Katharina Vogelsang')
export const JAN = at('Jan Brandt')
export const ROSA = at('Rosa Iversen')
export const CHASE = at('Chase Donnelly')
export const HANNAH = at('Hannah Weiss')
export const TOM = at('Tom Okoye')
export const PRIYA = at('Priya Raman')
export const HARBOR = of('Harbor Point Brewing Co')
export const FREIGHT = of('Orion Freight LLC')
export const OPTICS = of('Orion Optics')
export const WINTER = of('Winter Garden Hotels')
export const STERLING = of('Sterling Dental Group')
export const PAINT = of('21st Century Paint')
export const TESSELLATE = of('Tessellate GmbH')
export const MAY = of('May & Sons')
export const QUILL = of('Quill Software Inc')
export const BLUEBIRD = of('Bluebird Cafe')

export const note: Fact = { kind: 'note' }
export const email: Fact = { kind: 'email' }
export const message: Fact = { kind: 'message' }
export const call = (outcome?: Want['outcome']): Fact => ({ kind: 'call', ...(outcome && { outcome }) })
export const meeting = (outcome?: Want['outcome']): Fact => ({ kind: 'meeting', ...(outcome && { outcome }) })
export const visit = (outcome: Want['outcome'] = 'completed'): Fact => ({ kind: 'visit', outcome })
export const inbound: Fact = { direction: 'inbound' }
export const on = (occurredAt: string): Fact => ({ occurredAt })
/** Still to be done: when (or `undefined`), and the key words. */
export const todo = (when: string | undefined, ...what: string[]): Fact => ({ followUp: { ...(when && { at: when }), what } })
export const every = (recurrence: string): Fact => ({ recurrence })
export const money = (value: number, currency?: string): Fact => ({ amount: { value, ...(currency && { currency }) } })

let rows = 0

/** One row: the line and the facts it states. */
export const says = (text: string, ...facts: Fact[]): Row => row(text, '2027-03-10T11:00:00-05:00', 'America/New_York', facts)

/** Rows typed at another moment. */
export const when =
  (now: string, zone: string) =>
  (text: string, ...facts: Fact[]): Row =>
    row(text, now, zone, facts)

const row = (text: string, now: string, zone: string, facts: Fact[]): Row => ({
  id: `own-${++rows}`,
  text,
  now,
  zone,
  known: CAST,
  want: Object.assign({ kind: 'note' }, ...facts) as Want,
})
