import { tokenOf } from '../../src/bot/action.ts'
import type { Input } from '../../src/bot/card.ts'
import type { SealedAnswer } from '../../src/bot/house.ts'
import type { SealedCard, SealedReply } from '../../src/bot/sealed.ts'
import { oweNews } from '../../src/crm/backups/tell-admins.ts'
import { cardOf, type Person, rapport, type TestHouse } from '../support/rapport.ts'

/** What customers, contacts, notes and tasks are called in a world. */
export interface Names {
  company: string
  contact: string
  note: string
  task: string
}

export const PLAIN: Names = {
  company: 'Acme Corp',
  contact: 'Wei Zhang',
  note: 'spoke to Wei, wants a quote',
  task: 'send the quote',
}

export interface World {
  house: TestHouse
  ana: Person
  bo: Person
  names: Names
  company: string
  contact: string
  /** An operation by its input, as a button does it; `form` opens its form. */
  run: (operation: string, input?: Record<string, Input>, form?: boolean) => Promise<SealedAnswer>
}

/** The company that was entered last, other than this one. */
async function twinOf(house: TestHouse, company: string): Promise<string> {
  const where = { id: { not: company.slice(8) }, archivedAt: null }
  const found = await house.database.prisma.company.findFirstOrThrow({ where, orderBy: { id: 'desc' } })
  return `company:${found.id}`
}

type Ask = (world: World) => Promise<SealedAnswer>

/** How each operation is asked, in this order: every way in which its answers look different. */
export const ASKED: Record<string, Ask[]> = {
  log: [
    ({ run, names, contact }) => run('log', { line: `${names.note}. Call back Thursday 10am`, customer: contact }),
    ({ run, names }) => run('log', { line: names.note }, true),
    ({ run, names }) => run('log', { line: `${names.note}: no answer`, customer: `Nobody ${names.contact}`.slice(0, 300) }),
    ({ ana, names }) => ana.say(`log Globex ${names.company}: no answer`),
    ({ run, names }) =>
      run('log', { line: `- ${names.contact}: ${names.note.slice(0, 300)}\n- Hooli ${names.company}: busy\n- went well` }),
  ],
  last: [
    ({ ana, contact }) => ana.say(`last ${contact}`),
    ({ ana, company }) => ana.say(`last ${company}`),
    ({ ana, names }) => ana.say(`last Zorbatron ${names.company}`),
  ],
  timeline: [
    ({ ana, company }) => ana.say(`timeline ${company}`),
    ({ run, company }) => run('timeline', { customer: company, kind: 'note', when: 'last 30 days' }),
  ],
  'timeline page': [({ run, company }) => run('timeline page', { customer: company })],
  'note history': [async ({ run, house }) => run('note history', { activity: await activityId(house) })],
  activity: [async ({ run, house }) => run('activity', { activity: await activityId(house) })],
  'edit activity': [
    async ({ run, house }) => run('edit activity', { activity: await activityId(house) }, true),
    async ({ run, house, contact, names }) =>
      run('edit activity', { activity: await activityId(house), customer: contact, kind: 'meeting', note: names.note }),
  ],
  remind: [
    ({ run, company, names }) => run('remind', { customer: company, when: 'tomorrow 9am', what: names.task }),
    ({ run, names }) => run('remind', { when: 'yesterday 9am', what: names.task }),
    ({ run, names }) => run('remind', { when: 'tomorrow 9am', what: names.task }, true),
  ],
  today: [({ ana }) => ana.say('today')],
  tasks: [({ ana }) => ana.say('tasks')],
  'move tasks': [({ run }) => run('move tasks', { to: 'Europe/Berlin', keep: 'clock' })],
  snooze: [
    async ({ run, house }) => run('snooze', { task: await taskId(house), until: '1h' }),
    async ({ run, house }) => run('snooze', { task: await taskId(house) }, true),
    ({ ana, names }) => ana.say(`snooze ${names.task.slice(0, 200)} until Friday 10am`),
  ],
  skip: [
    async ({ run, house }) => run('skip', { task: await taskId(house) }, true),
    async ({ run, house }) => run('skip', { task: await taskId(house) }),
  ],
  pause: [
    async ({ run, house }) => run('pause', { task: await taskId(house) }, true),
    async ({ run, house }) => run('pause', { task: await taskId(house), until: '1 February' }),
  ],
  handover: [
    async ({ run, house }) => run('handover', { task: await taskId(house) }, true),
    async ({ run, house }) => run('handover', { task: await taskId(house), to: 'Bo' }),
  ],
  done: [
    async ({ ana, run, names }) => {
      await run('remind', { when: 'tomorrow 7am', what: names.task })
      await ana.say('tasks')
      return ana.say('done 1')
    },
    ({ ana, names }) => ana.say(`done nothing like ${names.task.slice(0, 200)}`),
  ],
  show: [({ ana, contact }) => ana.say(`show ${contact}`), ({ ana, company }) => ana.say(`show ${company}`)],
  find: [
    ({ ana, names }) => ana.say(`find ${names.company}`),
    ({ ana, names }) => ana.say(`find Zorbatron ${names.contact}`),
    ({ ana }) => ana.say('find companies not contacted for 60 days, with quarks'),
    ({ ana }) => ana.say('find my contacts'),
  ],
  'segment save': [
    ({ run, names }) => run('segment save', { name: names.company.slice(0, 80), filter: 'my companies' }),
    ({ run, names }) => run('segment save', { name: 'Odd', filter: `companies with ${names.note.slice(0, 100)}` }),
    ({ run }) => run('segment save', { filter: 'my companies' }, true),
  ],
  segments: [({ ana }) => ana.say('segments')],
  'segment share': [({ run, names }) => run('segment share', { segment: names.company.slice(0, 80), for: 'me' })],
  'segment rename': [
    ({ run, names }) => run('segment rename', { segment: names.company.slice(0, 80), name: 'Mine' }),
    ({ run }) => run('segment rename', { segment: 'Nobody', name: 'Mine' }),
  ],
  'segment delete': [({ run }) => run('segment delete', { segment: 'Mine' })],
  edit: [
    ({ run, company }) => run('edit', { customer: company, whole: 'yes' }, true),
    ({ run, company }) => run('edit', { customer: company, details: 'city=Austin' }),
    ({ run, company, names }) => run('edit', { customer: company, details: names.note.slice(0, 1500) }),
  ],
  tag: [
    ({ run, company }) => run('tag', { customer: company, tags: 'vip, berlin' }),
    ({ run, company }) => run('tag', { customer: company }, true),
  ],
  untag: [({ run, company }) => run('untag', { customer: company, tags: 'berlin' }), ({ run }) => run('untag', {}, true)],
  consent: [
    ({ run, contact }) => run('consent', { customer: contact, said: 'given 2026-05-03 by e-mail' }),
    ({ run, contact }) => run('consent', { customer: contact }, true),
  ],
  'no contact': [
    ({ run, contact }) => run('no contact', { customer: contact, why: 'asked us to stop' }),
    ({ ana, contact }) => ana.say(`last ${contact}`),
    ({ run, contact }) => run('no contact', { customer: contact, why: 'off' }),
    ({ run, contact }) => run('no contact', { customer: contact }, true),
  ],
  attach: [
    ({ run, company }) =>
      run('attach', { customer: company, url: 'https://drive.example.com/offer.pdf', label: 'the offer of May' }),
    ({ run, company }) => run('attach', { customer: company }, true),
  ],
  attachments: [({ ana, company }) => ana.say(`attachments ${company}`)],
  detach: [
    async ({ run, house }) => run('detach', { attachment: (await house.database.prisma.attachment.findFirstOrThrow()).id }),
  ],
  relate: [
    async ({ run, contact }) => {
      await run('add contact', { name: 'Laura Bennett' })
      return run('relate', { one: 'Laura Bennett', kind: 'reportsTo', other: contact })
    },
    ({ run, contact }) => run('relate', { one: contact }, true),
  ],
  unrelate: [
    ({ run, contact }) => run('unrelate', { one: 'Laura Bennett', kind: 'reportsTo', other: contact }),
    ({ run, contact }) => run('unrelate', { one: contact }, true),
  ],
  'add deal': [
    ({ run, company, names }) =>
      run('add deal', {
        customer: company,
        name: names.task.slice(0, 200),
        amount: '50k EUR',
        closing: '31 March',
        stage: 'proposal',
      }),
    ({ run, company }) => run('add deal', { customer: company }, true),
    ({ ana, names }) => ana.say(`add deal Zorbatron ${names.company}: pilot 12k`),
  ],
  deals: [({ ana }) => ana.say('deals')],
  'show deal': [
    async ({ run, house }) => run('show deal', { deal: await dealRef(house) }),
    ({ ana, names }) => ana.say(`show deal nothing like ${names.task.slice(0, 100)}`),
  ],
  'edit deal': [
    async ({ run, house }) => run('edit deal', { deal: await dealRef(house), whole: 'yes' }, true),
    async ({ run, house }) => run('edit deal', { deal: await dealRef(house), details: 'stage=negotiation amount=48k' }),
    async ({ run, house, names }) => run('edit deal', { deal: await dealRef(house), details: names.note.slice(0, 1500) }),
  ],
  'win deal': [async ({ run, house }) => run('win deal', { deal: await dealRef(house) })],
  'lose deal': [
    async ({ run, house }) => run('lose deal', { deal: await dealRef(house) }, true),
    async ({ run, house, names }) => run('lose deal', { deal: await dealRef(house), reason: names.note.slice(0, 400) }),
  ],
  'field add': [
    ({ run }) =>
      run('field add', {
        noun: 'contact',
        label: 'Preferred language',
        type: 'choice',
        options: 'English, 中文',
        more: 'help=for letters',
      }),
    ({ run }) => run('field add', { noun: 'contact', label: 'Seats', type: 'number' }),
    ({ run }) => run('field add', { noun: 'contact' }, true),
  ],
  fields: [({ run }) => run('fields', { noun: 'contact' })],
  'field change': [
    ({ run }) => run('field change', { noun: 'contact', field: 'seats' }, true),
    ({ run }) => run('field change', { noun: 'contact', field: 'seats', more: 'name=Licences' }),
  ],
  'field move': [
    ({ run }) => run('field move', { noun: 'contact', field: 'licences', place: '1' }),
    ({ run }) => run('field move', { noun: 'contact', field: 'licences' }, true),
  ],
  'edit fields': [
    ({ run, contact }) => run('edit fields', { customer: contact }, true),
    ({ run, contact }) => run('edit fields', { customer: contact }),
  ],
  'field archive': [
    ({ run }) => run('field archive', { noun: 'contact', field: 'licences' }),
    ({ run }) => run('field archive', { noun: 'contact', field: 'preferred_language' }),
    ({ run }) => run('field archive', { noun: 'contact' }, true),
  ],
  keep: [
    ({ run, company }) => run('keep', { customer: company, every: 'every 90 days' }),
    ({ run, company, names }) => run('keep', { customer: company, every: names.note.slice(0, 60) }),
    ({ ana, company }) => ana.say(`keep ${company} off`),
  ],
  'add company': [
    ({ run, names }) => run('add company', { name: names.company }),
    ({ run, names }) => run('add company', { name: names.company }, true),
  ],
  'add contact': [
    ({ run, names, company }) => run('add contact', { name: names.contact, company }),
    ({ run, names, company }) => run('add contact', { name: names.contact, company }, true),
  ],
  'pasted list': [
    ({ run, names }) =>
      run('pasted list', {
        list: JSON.stringify({ requests: ['r'], entries: [{ line: `Hooli ${names.company}: busy` }], rest: [names.note] }),
      }),
  ],
  'add detail': [({ run, contact }) => run('add detail', { customer: contact, detail: '+49 30 1234567' })],
  alias: [
    ({ run, company, names }) =>
      run('alias', { company: company.replace('company:', ''), name: `New ${names.task}`.slice(0, 200) }),
  ],
  'forget alias': [
    ({ run, company, names }) =>
      run('forget alias', { company: company.replace('company:', ''), name: `New ${names.task}`.slice(0, 200) }),
  ],
  duplicates: [
    ({ ana }) => ana.say('duplicates'),
    async ({ ana, run, house, names }) => {
      await run('add company', { name: `${names.company.slice(0, 150)} Inc`, another: 'yes' })
      await house.delivery.tick()
      return ana.say('duplicates companies')
    },
  ],
  merge: [
    async ({ run, house, company }) => run('merge', { from: await twinOf(house, company), into: company }),
    ({ run, company, contact }) => run('merge', { from: company, into: contact }),
    ({ run }) => run('merge', {}, true),
  ],
  'show both': [async ({ run, house, company }) => run('show both', { one: company, other: await twinOf(house, company) })],
  'not same': [async ({ run, house, company }) => run('not same', { one: company, other: await twinOf(house, company) })],
  undo: [({ ana }) => ana.say('undo'), ({ ana }) => ana.say('undo 99')],
  history: [
    ({ ana, company }) => ana.say(`history ${company}`),
    ({ ana }) => ana.say('history'),
    ({ ana }) => ana.say('history all since yesterday'),
    ({ run }) => run('history', {}, true),
  ],
  'undo list': [({ ana }) => ana.say('undo list')],
  redo: [({ ana }) => ana.say('redo')],
  team: [({ ana }) => ana.say('team'), ({ ana }) => ana.say('team add Berlin'), ({ ana }) => ana.say('team Berlin + Ana')],
  'admin audit': [({ ana }) => ana.say('admin audit nothing since the flood')],
  import: [
    ({ ana }) => ana.say('import'),
    ({ ana, names }) => ana.drop(`${names.company}.csv`, listOf(names)),
    ({ ana, names }) => ana.drop(`${names.company}.pdf`, 'x'),
  ],
  'import open': [async ({ run, house }) => run('import open', { import: await importId(house) })],
  'import set': [
    async ({ run, house }) => run('import set', { import: await importId(house), name: 'what', value: 'companies' }),
  ],
  'import start': [async ({ run, house }) => run('import start', { import: await importId(house) })],
  'import cancel': [
    async ({ ana, run, house, names }) => {
      await ana.drop('other.csv', listOf(names))
      return run('import cancel', { import: await importId(house) })
    },
  ],
  settings: [
    ({ ana }) => ana.say('settings'),
    ({ ana }) => ana.say('settings link'),
    ({ run }) => run('settings', {}, true),
    ({ ana }) => ana.say('settings digest #sales 9:00'),
    ({ ana }) => ana.say('settings digest #leads 9:00'),
    ({ ana }) => ana.say('settings digest'),
    ({ ana }) => ana.say('settings escalate 1 day'),
    ({ ana }) => ana.say('settings manager @Bo'),
  ],
  help: [
    ({ ana }) => ana.say('help'),
    ({ ana }) => ana.say('help edit'),
    ({ ana, names }) => ana.say(`help ${names.company.slice(0, 90)}`),
  ],
  tour: [({ run }) => run('tour', { step: 2 }), ({ run }) => run('tour', { step: 4 })],
  'tour settings': [({ run }) => run('tour settings', {}, true)],
  'tour log': [({ run, names }) => run('tour log', { line: `Initech: ${names.note}` })],
  'admin undelivered': [
    async ({ ana, house }) => {
      await undeliver(house)
      return ana.say('admin undelivered')
    },
    ({ ana }) => ana.say('admin undelivered drop'),
    async ({ ana, house }) => {
      await undeliver(house)
      return ana.say('admin undelivered retry')
    },
  ],
  dismiss: [({ run, names }) => run('dismiss', { text: names.note })],
  sample: [({ run }) => run('sample')],
  export: [
    ({ run }) => run('export', { what: 'contacts csv' }),
    ({ run }) => run('export', { what: 'the moon' }),
    ({ run, contact }) => run('export', { person: contact }),
  ],
  erase: [
    ({ run, contact }) => run('erase', { who: contact }),
    async ({ run, house }) => {
      cardOf(await run('add contact', { name: 'Gone Tomorrow' }))
      const { id } = await house.database.prisma.contact.findFirstOrThrow({ where: { name: 'Gone Tomorrow' } })
      return run('erase', { who: `contact:${id}`, sure: 'yes' })
    },
  ],
  assign: [({ ana, company }) => ana.say(`assign ${company} to Bo`)],
  'hand over': [
    ({ run }) => run('hand over', { from: 'Ana', to: 'Bo' }),
    ({ run }) => run('hand over', { from: 'Ana', to: 'Bo', sure: 'yes' }),
  ],
  'add met': [
    async ({ run, house, names, company }) => {
      await run('log', { line: `met them, ${names.note}`, customer: company })
      return run('add met', { activity: await newestActivity(house), name: `Lee ${names.contact}`.slice(0, 200) })
    },
  ],
}

const newestActivity = async ({ database }: TestHouse) =>
  (await database.prisma.activity.findFirstOrThrow({ where: { archivedAt: null }, orderBy: { id: 'desc' } })).id

const activityId = async ({ database }: TestHouse) =>
  (await database.prisma.activity.findFirstOrThrow({ where: { archivedAt: null }, orderBy: { createdAt: 'asc' } })).id
/** The file that was dropped last, looked through. */
const importId = async (house: TestHouse) => {
  await house.delivery.tick()
  return (await house.database.prisma.import.findFirstOrThrow({ orderBy: [{ startedAt: 'desc' }, { state: 'desc' }] })).id
}
const listOf = ({ company, note }: Names) =>
  `${['Company', note, 'Website'].map(quoted).join(',')}\n${[company, 'x', note.slice(0, 300)].map(quoted).join(',')}`
const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\u0000', '')}"`
const dealRef = async ({ database }: TestHouse) =>
  `deal:${(await database.prisma.deal.findFirstOrThrow({ where: { archivedAt: null }, orderBy: { id: 'desc' } })).id}`
const taskId = async ({ database }: TestHouse) =>
  (
    await database.prisma.task.findFirstOrThrow({
      where: { dueLocal: { not: null }, companyId: { not: null }, archivedAt: null },
    })
  ).id

/** Bo's welcome is given up. */
const undeliver = async ({ database, clock }: TestHouse) =>
  void (await database.prisma.message.updateMany({
    where: { kind: 'welcome', memberId: (await database.prisma.member.findFirstOrThrow({ where: { name: 'Bo' } })).id },
    data: {
      gaveUpAt: new Date(clock.now().epochMilliseconds),
      undelivered: true,
      fault: 'Slack did not take the message: user_not_found',
    },
  }))

/** What went into a channel is given up. */
const refuse = async ({ database, clock }: TestHouse, name: string) =>
  void (await database.prisma.message.updateMany({
    where: { channelId: (await database.prisma.channel.findFirstOrThrow({ where: { name } })).id },
    data: {
      gaveUpAt: new Date(clock.now().epochMilliseconds),
      undelivered: true,
      fault: 'Slack did not take the message: not_in_channel',
    },
  }))

/** The operations that are asked for here. */
export const askedOperations = Object.keys(ASKED)

export interface Answered {
  /** The operation, or `(unasked)` for what was sent by itself. */
  operation: string
  reply: SealedReply
}

/** Everything that the bot says in a world whose people and things are so called, and the kinds of messages that it sent unasked. */
export async function answersIn(names: Names): Promise<{ answers: Answered[]; notices: string[]; faults: object[] }> {
  const world = await worldOf(names)
  const { house } = world
  const answers: Answered[] = []
  for (const [operation, asks] of Object.entries(ASKED))
    for (const ask of asks) answers.push({ operation, reply: replyOf(await ask(world)) })
  await house.delivery.tick()
  const { company: customer } = world
  await world.run('remind', { customer, when: 'tomorrow 8am', what: names.task, for: 'Bo' })
  await world.bo.say('settings zone Paris')
  await world.bo.say('settings away until Friday to Ana')
  const { id: task } = await house.database.prisma.task.findFirstOrThrow({
    where: { doneAt: null, archivedAt: null, what: { not: '' } },
    orderBy: { id: 'desc' },
  })
  await world.run('remind', { customer, when: 'tomorrow 7am', what: names.task, for: 'Bo' })
  await world.run('done', { task })
  await world.bo.say('settings away off')
  await undeliver(house)
  await oweNews(house.database.prisma, { day: '2026-11-24', reason: 'full' }, house.clock.now())
  house.clock.set('2026-11-25T09:30:00+01:00')
  // What one look finds due, the next one sends.
  for (const _ of [1, 2, 3]) {
    await house.delivery.tick()
    await refuse(house, '#leads')
    house.clock.pass({ minutes: 10 })
  }
  // By now something is overdue for a day.
  house.clock.set('2026-11-26T08:30:00+01:00')
  await house.delivery.tick()
  const unasked = await house.database.prisma.message.findMany({ where: { receipt: { not: { equals: null } } } })
  const sent: SealedCard[] = [...world.ana.inbox, ...world.bo.inbox, ...house.channel('#sales')]
  for (const reply of sent) answers.push({ operation: '(unasked)', reply })
  return { answers, notices: [...new Set(unasked.map((one) => one.kind))].toSorted(), faults: house.faults }
}

// A token is text: no platform hands one back with half a character in it.
const whole = (input: Record<string, Input>) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, typeof value === 'string' ? value.toWellFormed() : value]),
  )

const replyOf = (answer: SealedAnswer): SealedReply => (answer.kind === 'form' ? answer.form : answer.card)

export async function worldOf(names: Names): Promise<World> {
  const house = await rapport()
  const [ana, bo] = [house.person('Ana'), house.person('Bo')]
  const run: World['run'] = (operation, input = {}, form = false) =>
    form
      ? ana.ask({ kind: 'press', token: tokenOf({ operation, input: whole(input) }, true) })
      : ana.ask({ kind: 'options', operation, values: input as Record<string, string> })
  await ana.say('help')
  await bo.say('help')
  cardOf(await run('add company', { name: names.company }))
  const company = `company:${(await house.database.prisma.company.findFirstOrThrow()).id}`
  cardOf(await run('add contact', { name: names.contact, company, email: 'wei@acme.example', title: names.task.slice(0, 200) }))
  const contact = `contact:${(await house.database.prisma.contact.findFirstOrThrow()).id}`
  return { house, ana, bo, names, company, contact, run }
}
