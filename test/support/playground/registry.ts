import { z } from 'zod'
import { button, card, type Reply } from '../../../src/bot/card.ts'
import { UserError } from '../../../src/bot/errors.ts'
import { field } from '../../../src/bot/fields.ts'
import { type Operation, operation } from '../../../src/bot/operation.ts'
import { type Registry, registryOf } from '../../../src/bot/registry.ts'
import type { Localized } from '../../../src/bot/text.ts'

const both = (text: string): Localized => ({ en: text, zh: text })
const DOT =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22600%22 height=%22120%22%3E%3Crect width=%22600%22 height=%22120%22 fill=%22%234047d9%22/%3E%3C/svg%3E'

/** Words that would be markup, mentions or script to a page that trusted them. */
export const HOSTILE = '<img src=x onerror="window.owned=1"><script>window.owned=1</script> **bold** <@U1> & "quoted" \u202Eevil'

/** A few operations that between them show every feature of a card and of a form. */
export function testRegistry(): Registry {
  let counted = 0

  const log = operation({
    name: 'log',
    summary: { en: 'Log a call, meeting or message in one line', zh: '用一句话记录电话、会议或消息' },
    formTitle: { en: 'Log a contact', zh: '记录一次联系' },
    examples: ['log Acme: spoke to Wei, wants a quote', 'log 拜访了锦程物流'],
    group: 'daily',
    allow: 'rep',
    effect: 'write',
    formWhenEmpty: true,
    input: z.object({
      line: field.lines(both('What happened'), { hint: both('As you would say it'), max: 500 }),
      customer: field.customer(both('Customer'), both('Only if your words do not name one')).optional(),
      owner: field.member(both('Owner')).optional(),
      kind: field.choice(both('Kind'), ['call', 'visit'], { call: both('Call'), visit: both('Visit') }).optional(),
      code: field.text(both('Code'), { max: 20 }).optional(),
    }),
    handle: async (_context, { line, customer, owner, kind, code }) => {
      if (code === 'wrong') throw new UserError('There is no such code. Leave it empty.', { field: 'code' })
      const fields = Object.entries({ customer, owner, kind, code }).flatMap(([label, value]) =>
        value ? [{ label, value }] : [],
      )
      return card({
        tone: 'good',
        title: 'Logged',
        lines: [line],
        fields,
        buttons: [button('Edit', 'log', { line }, { form: true }), button('Undo', 'count', {}, { style: 'danger' })],
      })
    },
  })

  const last = operation({
    name: 'last',
    summary: { en: 'Who spoke to a customer last, and what about', zh: '最近谁联系过这位客户，谈了什么' },
    formTitle: both('Last contact'),
    examples: ['last Acme'],
    group: 'daily',
    allow: 'rep',
    effect: 'read',
    input: z.object({ customer: field.customer(both('Customer')) }),
    handle: async (_context, { customer }) =>
      card({
        title: customer,
        lines: ['Ana called Wei yesterday at 16:20: wants a quote for 40 seats.'],
        context: 'Next: Tue 24 Nov, 10:00, call back',
        buttons: [button('Log', 'log', { customer: 'contact:wei' }, { form: true, style: 'primary' })],
        share: { operation: 'last', input: { customer } },
      }),
  })

  const everything = operation({
    name: 'everything',
    summary: { en: 'A card with every feature there is', zh: '包含所有功能的卡片' },
    examples: ['everything'],
    group: 'records',
    allow: 'rep',
    effect: 'read',
    input: z.object({}),
    handle: async () => everyFeature(),
  })

  const count = operation({
    name: 'count',
    summary: { en: 'Count one further', zh: '加一' },
    examples: ['count'],
    group: 'you',
    allow: 'rep',
    effect: 'write',
    input: z.object({ by: field.hidden(10).optional() }),
    handle: async (_context, { by }) => {
      counted += Number(by ?? 1)
      return card({
        lines: [`Counted to ${counted}.`],
        buttons: [button('Again', 'count'), button('By two', 'count', { by: '2' })],
      })
    },
  })

  const hostile = operation({
    name: 'hostile',
    summary: { en: 'A card full of markup', zh: '充满标记的卡片' },
    examples: ['hostile'],
    group: 'team',
    allow: 'rep',
    effect: 'read',
    input: z.object({}),
    handle: async () => hostileCard(),
  })

  const broken = operation({
    name: 'broken',
    summary: { en: 'Fails', zh: '失败' },
    examples: ['broken'],
    group: 'team',
    allow: 'rep',
    effect: 'read',
    input: z.object({}),
    handle: () => Promise.reject(new Error('the disk is on fire')),
  })

  return registryOf([{ operations: [log, last, everything, count, settings, hostile, broken, sample, help] as Operation[] }])
}

const sample = operation({
  name: 'sample',
  summary: both('Load the sample company'),
  examples: [],
  group: 'you',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({}),
  handle: async () => card({ tone: 'good', lines: ['The sample company is here: 12 companies, 30 contacts.'] }),
})

const settings = operation({
  name: 'settings',
  summary: { en: 'Your language', zh: '您的语言' },
  formTitle: both('Settings'),
  examples: ['settings language zh'],
  group: 'you',
  allow: 'rep',
  effect: 'write',
  input: z.object({ change: field.text(both('Change')) }),
  handle: async (_context, { change }) => card({ lines: [`Changed: ${change}`] }),
})

const help = operation({
  name: 'help',
  summary: both('What can be typed'),
  examples: ['help'],
  group: 'you',
  allow: 'anyone',
  effect: 'read',
  input: z.object({}),
  handle: async () => card({ title: 'Help', lines: ['log, last, count'] }),
})

const everyFeature = (): Reply =>
  card({
    tone: 'warning',
    title: 'Two tasks are overdue',
    lines: ['Acme Corp waits for a quote.\nNorthwind waits for a call.', 'The second paragraph.'],
    fields: [
      { label: 'Owner', value: 'Ana' },
      { label: 'Due', value: 'Tue 24 Nov, 10:00' },
      { label: 'Last contact', value: 'yesterday, call with Wei Zhang' },
    ],
    items: [
      {
        text: 'Send the quote to Wei Zhang',
        detail: 'Acme Corp · overdue since yesterday',
        buttons: [button('Done', 'count'), button('Snooze', 'count', { by: '2' })],
      },
      { text: 'Call Priya back', detail: 'Northwind Traders · today, 15:00', buttons: [button('Done', 'count', { by: '3' })] },
    ],
    image: { url: DOT, alt: 'Calls by week' },
    links: [{ label: 'The message', url: 'https://example.com/message' }],
    context: 'Times in Europe/Berlin',
    buttons: [
      button('Log the call', 'log', {}, { form: true, style: 'primary' }),
      button('Delete', 'count', {}, { style: 'danger' }),
    ],
    pick: {
      placeholder: 'Which Acme?',
      options: [
        { operation: 'count', input: { by: '10' }, label: 'Acme Corp', description: 'Springfield, 12 contacts' },
        { operation: 'count', input: { by: '20' }, label: 'Acme Labs', description: 'Berlin, 1 contact' },
      ],
    },
  })

const hostileCard = (): Reply =>
  card({
    title: HOSTILE,
    lines: [HOSTILE, 'x'.repeat(3000)],
    fields: [{ label: HOSTILE, value: HOSTILE }],
    items: [{ text: HOSTILE, detail: HOSTILE, buttons: [button(HOSTILE, 'count')] }],
    image: { url: 'javascript:window.owned=1', alt: HOSTILE },
    links: [
      { label: 'bad', url: 'javascript:window.owned=1' },
      { label: HOSTILE, url: 'https://example.com/?q="><script>' },
    ],
    context: HOSTILE,
    pick: { placeholder: HOSTILE, options: [{ operation: 'count', input: {}, label: HOSTILE, description: HOSTILE }] },
  })
