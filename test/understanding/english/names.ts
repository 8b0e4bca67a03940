import * as c from './cast.ts'
import { call, either, email, inbound, meeting, money, note, of, type Row, says, todo, visit } from './cast.ts'

const MARKS = either('Mark Olsen (Sterling Dental Group)', 'Mark Reilly (Sterling Dental Group)')
const ORIONS = either('Orion Freight LLC', 'Orion Optics')

/** Which customer is meant. */
export const NAMES: Row[] = [
  says('orion: no answer', ORIONS, call('no_answer')),
  says('spoke to mark', MARKS, call('connected')),
  says('spoke to mark at sterling', MARKS, call('connected')),
  says('yusuf at orion says ok', c.YUSUF, note),
  says('called orion, lena answered', c.LENA, call('connected')),
  says('orion optix: vm', of('Orion Optics'), call('left_voicemail')),
  says('Mr Price called', c.NOLAN, call(), inbound),
  says('ms. nakagawa is out sick', c.PRISCILLA, note),
  says('Dr Weiss signed off', c.HANNAH, note),
  says('emailed Priscila Nakagwa', c.PRISCILLA, email),
  says('katharina vogelsong liked it', c.KATHARINA, note),
  says('harbour point - sent samples', c.HARBOR, note),
  says('harbor pointe brewing, left vm', c.HARBOR, call('left_voicemail')),
  says('tesselate gmbh: no ans', c.TESSELLATE, call('no_answer')),
  says('called Orion Shipping, vm', of('Orion Shipping'), call('left_voicemail')),
  says('Sterling Bank: wrong number', of('Sterling Bank'), call('wrong_number')),
  says('spoke to Bruno at Marigold Textiles', of('Marigold Textiles', 'Bruno'), call('connected')),
  says(
    'met Olivia Grant from Hexa Robotics, demo next fri',
    of('Hexa Robotics', 'Olivia Grant'),
    meeting('completed'),
    todo('2027-03-19', 'demo'),
  ),
  says('vm for Greg at quill', of('Quill Software Inc', 'Greg'), call('left_voicemail')),
  says('spoke to their cfo at quill', c.QUILL, call('connected')),
  says('the receptionist at bluebird says tom is away', c.TOM, note),
  says('june and will joined the demo', c.JUNE, meeting('completed')),
  says('will called about june rates', c.WILL, call('connected'), inbound),
  says('talked to will', c.WILL, call('connected')),
  says('will talk to rosa tomorrow', c.ROSA, todo('2027-03-11', 'talk')),
  says('chase called, will send the po', c.CHASE, call('connected'), inbound),
  says('chase hannah for the signature', c.HANNAH, todo(undefined, 'signature')),
  says('faith has faith in us lol', c.FAITH, note),
  says('may & sons: visited in may', c.MAY, visit()),
  says('called may and sons, left vm', c.MAY, call('left_voicemail')),
  says('21st century paint - vm, cb on the 21st', c.PAINT, call('left_voicemail'), todo('2027-03-21', 'call back')),
  says('21st century left msg w/ front desk', c.PAINT, call('left_live_message')),
  says('june says june is too late', c.JUNE, note),
  says('send june the draft in june', c.JUNE, todo('2027-06-01', 'draft')),
  says("winter garden's june loved the tasting", c.JUNE, note),
  says('price at harbor point wants 40 kegs', c.NOLAN, note),
  says('mia at quill? no, at harbor point: wants ipa', of('Quill Software Inc', 'mia'), note),
  says('bluebird: tom and priya both happy', c.TOM, note),
  says('the winter garden: line busy', c.WINTER, call('busy')),
  says('quill software, inc. moved to a bigger office', c.QUILL, note),
  says('Tessellate: Jan picked up, ok w/ €9k', c.JAN, call('connected'), money(9000, 'EUR')),
  says('new lead: Pavel Novak, Cobalt Foods, call him tmrw', of('Cobalt Foods', 'Pavel Novak'), todo('2027-03-11', 'call')),
  says('spoke with Sanjay', of2('Sanjay'), call('connected')),
  says('vm: Fenwick Ltd', of('Fenwick Ltd'), call('left_voicemail')),
  says('left a vm for fenwick', of('fenwick'), call('left_voicemail')),
  says('no customer here, just buy stamps', note, todo(undefined, 'stamps')),
  says('nolan price list sent', c.NOLAN, note),
  says('priya raman (bluebird) ok', c.PRIYA, note),
  says('dr. holt no answer', c.LENA, call('no_answer')),
  says("rosa's assistant said she is travelling", c.ROSA, note),
  says('met with the owner of bluebird cafe', c.BLUEBIRD, meeting('completed')),
]

function of2(contact: string) {
  return { contact }
}
