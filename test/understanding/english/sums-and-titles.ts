import * as c from './cast.ts'
import { call, email, every, meeting, message, money, on, type Row, says, todo, visit } from './cast.ts'

/** A price agreed, or an order named with its sum, leaves nothing to do; a code before a sum is no name. */
export const SUMS: Row[] = [
  says('lunch with tom, agreed on $18 a bottle', c.TOM, meeting('completed'), money(18, 'USD')),
  says('spoke to lena, agreed on a price of $400', c.LENA, call('connected'), money(400, 'USD')),
  says('had coffee with jan, agreed on a 5% discount', c.JAN, meeting('completed')),
  says('met mia, agreed to a lower rate', c.MIA, meeting('completed')),
  says('spoke to jan, agreed to talk again monday', c.JAN, call('connected'), todo('2027-03-15', 'talk')),
  says('met tom, agreed to send 3 samples friday', c.TOM, meeting('completed'), todo('2027-03-12', 'samples')),
  says('visited quill, order 800 euros', c.QUILL, visit(), money(800, 'EUR')),
  says('met hannah, order 12k', c.HANNAH, meeting('completed'), money(12_000)),
  says('visited quill yesterday, quote $9k', c.QUILL, visit(), on('2027-03-09'), money(9_000, 'USD')),
  says('rosa, order CHF 300', c.ROSA, money(300, 'CHF')),
  says('order 20 brushes for faith tomorrow', c.FAITH, todo('2027-03-11', 'brushes')),
  says(
    'called lena holt, she is ok with INR 250k, send the contract monday',
    c.LENA,
    call('connected'),
    money(250_000, 'INR'),
    todo('2027-03-15', 'contract'),
  ),
  says('mia is fine with EUR 40k', c.MIA, money(40_000, 'EUR')),
  says('hannah accepted AED 90k, send proforma friday', c.HANNAH, money(90_000, 'AED'), todo('2027-03-12', 'proforma')),
]

/** A title makes a person of the name behind it, whoever knows it. */
export const TITLED: Row[] = [
  says('called ms castelano, wants 40 kegs', c.MIA, call('connected')),
  says('email from dr. vogelsan, ok with price', c.KATHARINA, email, c.inbound),
  says('mrs nakagwa at orion freight rang', c.PRISCILLA, call(), c.inbound),
  says('called ms gunderson, no answer', { contact: 'ms gunderson' }, call('no_answer')),
  says('called mr smith at quill, no answer', c.of('Quill Software Inc', 'mr smith'), call('no_answer')),
  says('spoke to Mr. Petrov, likes it', { contact: 'Mr. Petrov' }, call('connected')),
  says('tom may miss the deadline', c.TOM),
]

/** What was sent, told by its noun. */
export const SENT: Row[] = [
  says('orion optics, lena, linkedin msg sent at 10:15', c.LENA, message, on('2027-03-10T10:15')),
  says('quill, hannah, whatsapp sent this morning', c.HANNAH, message, on('2027-03-10T09:00')),
  says('sms sent to rosa, call tmrw', c.ROSA, message, todo('2027-03-11', 'call')),
  says('text sent to jan, no reply', c.JAN, message),
]

/** A time of day before a colon. */
export const BEFORE_COLON: Row[] = [
  says('tomorrow at 9:30: call tom', c.TOM, todo('2027-03-11T09:30', 'call')),
  says(
    'first tuesday of every month at 9:30: stock check w/ rosa',
    c.ROSA,
    todo('2027-04-06T09:30', 'stock'),
    every('FREQ=MONTHLY;BYDAY=1TU'),
  ),
  says('fridays at 16:00: send quill the hours', c.QUILL, todo('2027-03-12T16:00', 'hours'), every('FREQ=WEEKLY;BYDAY=FR')),
]

/** Words behind a known name that end as only a company does, and a name that is part of another word: somebody else, or nobody. */
export const SOMEBODY_ELSE: Row[] = [
  says('spoke to june lake resort, wants rooms', call('connected')),
  says('called may flowers inc, no answer', call('no_answer')),
  says('sent faith-based school a brochure'),
  says('spoke to june about hotel rooms', c.JUNE, call('connected')),
  says('had lunch with tom at the coffee bar', c.TOM, meeting('completed')),
]
