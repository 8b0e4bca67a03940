import { z } from 'zod'
import { button, card, type Input } from '../../../src/bot/card.ts'
import { createBot } from '../../../src/bot/dispatch.ts'
import { UserError } from '../../../src/bot/errors.ts'
import { field } from '../../../src/bot/fields.ts'
import type { Bot, Log } from '../../../src/bot/house.ts'
import { type Operation, operation } from '../../../src/bot/operation.ts'
import { registryOf } from '../../../src/bot/registry.ts'
import type { Request } from '../../../src/bot/request.ts'
import { houseInMemory, WEI } from './memory.ts'

const both = (text: string) => ({ en: text, zh: `${text}（中文）` })

const common = { group: 'daily', allow: 'rep', effect: 'read' } as const

/** A gate that an operation waits at, for tests of what happens when an answer takes its time. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return { opened, open }
}

/** A few operations with every feature of cards and forms, over a house that remembers in memory. */
export function smallHouse() {
  const requests: Request[] = []
  const logged: string[] = []
  const faults: object[] = []
  const warnings: object[] = []
  const gates = new Map<string, ReturnType<typeof gate>>()
  const wait = async (name: string) => gates.get(name)?.opened
  const operations: Operation[] = [
    operation({
      ...common,
      name: 'log',
      summary: both('Log what happened'),
      examples: ['log Acme: spoke to Wei'],
      effect: 'write',
      short: true,
      onMessage: { en: 'Log to CRM', zh: '记录到 CRM' },
      formTitle: { en: 'Log a contact', zh: '记录一次联系' },
      formWhenEmpty: true,
      input: z.object({
        line: field.lines(both('What happened')),
        customer: field.customer(both('Customer')).optional(),
        url: field.hidden().optional(),
      }),
      onlyForm: ['customer'],
      handle: async (_, { line, customer, url }) => {
        await wait('log')
        logged.push(line)
        return card({
          tone: 'good',
          title: 'Logged',
          lines: [line],
          fields: [
            ...(customer ? [{ label: 'Customer', value: customer }] : []),
            ...(url ? [{ label: 'From', value: url }] : []),
          ],
          buttons: [button('Edit', 'edit', {}, { form: true }), button('Undo', 'undo')],
        })
      },
    }),
    operation({
      ...common,
      name: 'last',
      summary: both('Last contact'),
      examples: ['last Acme'],
      short: true,
      input: z.object({ customer: field.customer(both('Customer')) }),
      handle: async ({ locale }, { customer }) => {
        await wait('last')
        if (customer === 'nobody') throw new UserError('I know no such customer.', { field: 'customer' })
        return card({
          title: customer,
          lines: ['Ana called Wei Zhang'],
          buttons: [button(locale === 'zh' ? '时间线' : 'Timeline', 'timeline', { customer })],
          share: { operation: 'last', input: { customer } },
        })
      },
    }),
    operation({
      ...common,
      name: 'edit',
      summary: both('Edit Wei'),
      examples: ['edit'],
      effect: 'write',
      formWhenEmpty: true,
      input: z.object({
        name: field.text(both('Name'), { max: 40 }),
        customer: field.customer(both('Customer'), both('Who it was')),
        kind: field.choice(both('Kind'), ['call', 'visit'], { call: both('Call'), visit: both('Visit') }).optional(),
      }),
      prefill: async (_, known): Promise<Record<string, { value: string; label?: string }>> => {
        await wait('prefill')
        return {
          name: { value: String((known as Record<string, Input>).name ?? 'Wei') },
          customer: { value: WEI, label: 'Wei Zhang (Acme Corp)' },
          kind: { value: 'visit' },
        }
      },
      handle: async (_, { name, customer, kind }) => {
        if (name === 'bad') throw new UserError('That name does not do.', { field: 'name' })
        return card({ title: 'Changed', lines: [`${name} ${customer} ${kind ?? 'no kind'}`], buttons: [button('Undo', 'undo')] })
      },
    }),
    operation({
      ...common,
      name: 'undo',
      summary: both('Undo'),
      examples: ['undo'],
      effect: 'write',
      input: z.object({}),
      handle: async () => {
        await wait('undo')
        return card({ lines: ['Taken back.'] })
      },
    }),
    operation({
      ...common,
      name: 'timeline',
      summary: both('Timeline'),
      examples: ['timeline Acme'],
      input: z.object({ customer: field.customer(both('Customer')), page: field.page().optional() }),
      handle: async () =>
        card({
          title: 'Timeline',
          items: Array.from({ length: 8 }, (_, at) => ({
            text: `Call ${at + 1}`,
            detail: 'Wei',
            buttons: [button('Done', 'done', { task: String(at) }), button('Snooze', 'snooze', { task: String(at) })],
          })),
        }),
    }),
    operation({
      ...common,
      name: 'done',
      summary: both('Done'),
      examples: [],
      hidden: true,
      input: z.object({ task: field.hidden() }),
      handle: async (_, { task }) => card({ lines: [`Done: ${task}`] }),
    }),
    operation({
      ...common,
      name: 'snooze',
      summary: both('Snooze'),
      examples: [],
      hidden: true,
      input: z.object({ task: field.hidden() }),
      handle: async (_, { task }) => card({ lines: [`Later: ${task}`] }),
    }),
    operation({
      ...common,
      name: 'which',
      summary: both('Which one'),
      examples: ['which'],
      input: z.object({}),
      handle: async () =>
        card({
          lines: ['Which one?'],
          pick: {
            placeholder: 'Customers',
            options: ['Acme Corp', 'Acme Labs'].map((name) => ({ label: name, operation: 'last', input: { customer: name } })),
          },
        }),
    }),
    operation({
      ...common,
      name: 'announce',
      summary: both('Tell everybody'),
      examples: ['announce'],
      input: z.object({}),
      handle: async () => {
        await wait('announce')
        return card({ lines: ['For all.'], visibility: 'channel' })
      },
    }),
    operation({
      ...common,
      name: 'break',
      summary: both('Break'),
      examples: ['break'],
      input: z.object({}),
      handle: async () => Promise.reject(new Error('broken in a test')),
    }),
    operation({
      ...common,
      name: 'echo',
      summary: both('Echo'),
      examples: ['echo a'],
      input: z.object({ text: field.lines(both('Text')) }),
      handle: async (_, { text }) =>
        card({
          title: text,
          lines: [text],
          fields: [{ label: text, value: text }],
          buttons: [button(text, 'undo')],
          context: text,
        }),
    }),
    operation({
      ...common,
      name: 'add company',
      summary: both('Add a company'),
      examples: ['add company Acme'],
      input: z.object({ name: field.text(both('Name')), owner: field.member(both('Owner')).optional() }),
      handle: async (_, { name, owner }) => card({ lines: [`${name} ${owner ?? ''}`] }),
    }),
    operation({
      ...common,
      name: 'edit activity',
      summary: both('Edit an activity'),
      examples: ['edit activity x'],
      input: z.object({ dueOn: field.text(both('Due on')) }),
      handle: async (_, { dueOn }) => card({ lines: [dueOn] }),
    }),
    operation({
      ...common,
      group: 'records',
      name: 'tag',
      rare: true,
      summary: both('Tag a customer'),
      examples: ['tag vip'],
      input: z.object({ tags: field.text(both('Tags')) }),
      handle: async (_, { tags }) => card({ lines: [`Tagged: ${tags}`] }),
    }),
  ]
  const log: Log = {
    debug: () => {},
    info: () => {},
    warn: (facts, what) => warnings.push({ ...facts, what }),
    error: (facts, what) => faults.push({ ...facts, what }),
  }
  const house = houseInMemory(log)
  const bot = createBot(registryOf([{ operations }]), house)
  const spying: Bot = {
    ...bot,
    dispatch: (request) => {
      requests.push(request)
      return bot.dispatch(request)
    },
  }
  return {
    bot: spying,
    log,
    requests,
    logged,
    faults,
    warnings,
    house,
    /** The operation waits until the gate opens. */
    hold: (name: string) => {
      const made = gate()
      gates.set(name, made)
      return () => {
        gates.delete(name)
        made.open()
      }
    },
  }
}
