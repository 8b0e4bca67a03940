import * as c from './cast.ts'
import { CAST, call, every, inbound, meeting, message, money, of, on, type Row, says, todo, visit } from './cast.ts'

/** Another word in the name makes another customer; a customer's thing or doing does not. */
export const ANOTHER: Row[] = [
  says('sterling ferries are keen, meet them fri at 10', of('sterling ferries'), todo('2027-03-12T10:00', 'meet')),
  says('ORION LAMB: VM', of('ORION LAMB'), call('left_voicemail')),
  says('orion lamb: vm', of('orion lamb'), call('left_voicemail')),
  says('Quill Candles: no answer', of('Quill Candles'), call('no_answer')),
  says('harbor point lodge are keen', of('harbor point lodge')),
  says('called bluebird kites, vm', of('bluebird kites'), call('left_voicemail')),
  says('orion freight drivers are late', c.FREIGHT),
  says('called bluebird twice, vm', c.BLUEBIRD, call('left_voicemail')),
  says('bluebird menu is changing', c.BLUEBIRD),
  says('bluebird kites want a quote', of('bluebird kites')),
  says('Tessellate bricks are out of stock', of('Tessellate bricks')),
  says('quill engineers want a trial', c.QUILL),
  says('quill order: shipped', c.QUILL),
  says('QUILL BUDGET IS FROZEN', c.QUILL),
  says('bluebird really want a quote', c.BLUEBIRD),
  says('tessellate are keen, send the deck tmrw', c.TESSELLATE, todo('2027-03-11', 'deck')),
  says('chase donelly emailed us', c.CHASE, { kind: 'email' }, inbound),
  says('faith morreno emailed us', c.FAITH, { kind: 'email' }, inbound),
]

/** Verbs whose ending is glued to a short form or set off by an apostrophe. */
export const GLUED: Row[] = [
  says("Quill: Hannah OK'd the fee, $7,500, send terms today", c.HANNAH, money(7500, 'USD'), todo('2027-03-10', 'terms')),
  says("bluebird, Priya ok'd $2,350", c.PRIYA, money(2350, 'USD')),
  says('Tessellate: Jan okd the plan', c.JAN),
  says('Rosa okayed the draft', c.ROSA),
  says("jan brandt txt'd: file is corrupt", c.JAN, message, inbound),
  says('Mia txted: all full', c.MIA, message, inbound),
  says("sms'd nolan the address", c.NOLAN, message),
  says("call'd rosa, no answer", c.ROSA, call('no_answer')),
  says("Yusuf msg'd: truck is late", c.YUSUF, message, inbound),
]

const BOOKED: Row['known'] = [...CAST, { company: 'Lantern Events', contacts: ['Summer Hayes', 'Tuesday Brooks'] }]
const booked = (line: Row): Row => ({ ...line, known: BOOKED })
const SUMMER = of('Lantern Events', 'Summer Hayes')
const TUESDAY = of('Lantern Events', 'Tuesday Brooks')

/** People who are called as a season, a month or a day is. */
export const CALLED_AS_DATES: Row[] = [
  booked(says('summer @ lantern events wants the terrace', SUMMER)),
  booked(says('summer at lantern says yes', SUMMER)),
  booked(says('vm for summer @ lantern', SUMMER, call('left_voicemail'))),
  booked(says('tuesday from lantern called', TUESDAY, call(), inbound)),
  says('june @ winter garden liked the hall', c.JUNE),
  booked(says('Tuesday wants lower rates, cb Tuesday', TUESDAY, todo('2027-03-16', 'call back'))),
  booked(says('tuesday called, call tuesday', TUESDAY, call(), inbound, todo('2027-03-16', 'call'))),
  booked(says('tuesday liked the tent, f/u tuesday', TUESDAY, todo('2027-03-16', 'follow up'))),
  booked(says('Tuesday asked for a sample, visit Tuesday', TUESDAY, todo('2027-03-16', 'visit'))),
  booked(says('lantern: Tuesday is out, try Tuesday', TUESDAY, todo('2027-03-16', 'try'))),
]

/** A time that the customer agreed to is ours; a weekday at which they agreed to a thing of ours is not. */
export const AGREED: Row[] = [
  says('lena agreed to our go-live on Sunday at 03:45', c.LENA, todo('2027-03-14T03:45', 'go-live')),
  says('hannah weiss confirmed our server move sunday 1:30am', c.HANNAH, todo('2027-03-14T01:30', 'server')),
  says('tom accepted our oven install fri 8am', c.TOM, todo('2027-03-12T08:00', 'install')),
  says("jan ok'd our cutover saturday at 22:00", c.JAN, todo('2027-03-13T22:00', 'cutover')),
  says('mia is ok with our tank swap tomorrow at 7', c.MIA, todo('2027-03-11T07:00', 'tank')),
  says('rosa confirmed our terms on Monday', c.ROSA),
  says('yusuf agreed to our price yesterday at 4', c.YUSUF),
]

/** The customer came to us. */
export const HOSTED: Row[] = [
  says(
    'hosted Tom and Priya from Bluebird at our office at 10, deal worth 2m',
    c.TOM,
    meeting('completed'),
    on('2027-03-10T10:00'),
    {
      amount: { value: 2_000_000 },
    },
  ),
  says('welcomed lena at our showroom yesterday', c.LENA, meeting('completed'), on('2027-03-09')),
  says('hosted quill in our lab', c.QUILL, meeting('completed')),
  says('had rosa in at our place, loved it', c.ROSA, meeting('completed')),
  says('showed jan brandt around our plant', c.JAN, meeting('completed')),
  says('visited jan at his plant', c.JAN, visit()),
]

/** A rhythm before a colon says when what follows is to be done. */
export const HEADED: Row[] = [
  says('bluebird every quarter: policy review w/ Priya', c.PRIYA, todo('2027-06-10', 'review'), every('FREQ=MONTHLY;INTERVAL=3')),
  says('quill every monday: usage report', c.QUILL, todo('2027-03-15', 'report'), every('FREQ=WEEKLY;BYDAY=MO')),
  says('rosa monthly: stock list', c.ROSA, todo('2027-04-10', 'stock'), every('FREQ=MONTHLY')),
  says('Tessellate weekly: figures to Jan', c.JAN, todo('2027-03-17', 'figures'), every('FREQ=WEEKLY')),
  says('harbor point every 2 weeks: keg count', c.HARBOR, todo('2027-03-24', 'keg'), every('FREQ=WEEKLY;INTERVAL=2')),
]
