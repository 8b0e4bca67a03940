import { LONGEST_TOKEN } from '../../src/bot/action.ts'
import type { Input } from '../../src/bot/card.ts'
import { fieldsOf, type InputField } from '../../src/bot/form.ts'
import type { Operation } from '../../src/bot/operation.ts'
import { marks, type Owner, type World } from './world.ts'

type Given = Record<string, Input>
type Value = (world: World, owner: Owner) => Input | undefined

/**
 * What a field that only a button carries may be forged to. An operation whose hidden field is not here is not in the matrix, and fails it: say what of
 * somebody else's record it can name.
 */
const HIDDEN: Record<string, Value> = {
  activity: ({ records }, owner) => records[owner].activity,
  task: ({ records }, owner) => records[owner].task,
  company: ({ records }, owner) => records[owner].company,
  contact: ({ records }, owner) => `contact:${records[owner].contact}`,
  deal: ({ records }, owner) => `deal:${records[owner].deal}`,
  details: () => undefined,
  customer: ({ records }, owner) => `contact:${records[owner].contact}`,
  request: ({ records }, owner) => records[owner].request,
  parent: ({ records }, owner) => `company:${records[owner].company}`,
  asked: () => 'yes',
  by: () => undefined,
  person: ({ records }, owner) => `contact:${records[owner].contact}`,
  only: () => undefined,
  at: () => undefined,
  kind: () => undefined,
  when: () => undefined,
  files: () => undefined,
  attachment: ({ records }, owner) => records[owner].attachment,
  import: () => 'import:zz',
  value: () => 'yes',
  owner: ({ records }, owner) => records[owner].member,
  add: () => 'company',
  one: ({ records }, owner) => `contact:${records[owner].contact}`,
  other: ({ records }) => `contact:${records.rita.contact}`,
  use: ({ records }, owner) => `contact:${records[owner].contact}`,
  take: () => undefined,
  seen: () => undefined,
  after: () => undefined,
  before: () => undefined,
  sort: () => undefined,
  as: () => undefined,
  message: ({ records }, owner) => records[owner].activity,
  member: ({ records }, owner) => records[owner].member,
  from: ({ records }, owner) => records[owner].member,
  to: () => 'Europe/Berlin',
  detail: () => 'new@zz.example',
  name: (_, owner) => marks(owner).alias,
  list: ({ records }, owner) =>
    JSON.stringify({
      requests: [],
      entries: [{ activity: records[owner].activity }, { activity: records[owner].secret }],
      rest: [],
    }),
  part: () => 'due',
  page: () => 1,
  step: () => 4,
  entry: () => undefined,
  back: () => 'today',
  keep: () => 'clock',
  text: () => 'zz',
  url: () => undefined,
  unknown: () => undefined,
  another: () => 'yes',
  whole: () => 'yes',
  sure: () => 'yes',
  count: () => undefined,
  id: ({ records }, owner) => records[owner].activity,
}
/** Texts that mean a record. */
const NAMED: Record<string, Value> = {
  task: ({ records }, owner) => records[owner].task,
  for: ({ members }) => members.rita,
  to: ({ members }) => members.rita,
  from: ({ records }, owner) => records[owner].member,
}

function forgedAs(world: World, owner: Owner, field: InputField): Input | undefined {
  if (field.widget === 'hidden') {
    const value = HIDDEN[field.name]
    if (!value) throw new Error(`what can a forged “${field.name}” name? Say so in test/matrix/inputs.ts`)
    return value(world, owner)
  }
  if (NAMED[field.name]) return NAMED[field.name]!(world, owner)
  switch (field.widget) {
    case 'customer':
      return `contact:${world.records[owner].contact}`
    case 'deal':
      return `deal:${world.records[owner].deal}`
    case 'member':
      return world.members.rita
    case 'choice':
      return field.values?.[0]
    default:
      return field.required ? 'tomorrow 9am zz' : undefined
  }
}

/** Every input by which an operation can be made to speak of somebody's records: by ids that were never shown, of the person and of the company, and of what is private. */
export function forged(world: World, op: Operation, owner: Owner): Given[] {
  const fields = fieldsOf(op)
  const base: Given = {}
  for (const field of fields) {
    const value = forgedAs(world, owner, field)
    if (value !== undefined) base[field.name] = value
  }
  const { company, secret } = world.records[owner]
  const inputs = [base]
  const customer = fields.find((one) => one.widget === 'customer' || one.name === 'customer')
  const asCompany = Object.entries(base).map(
    ([name, value]) => [name, String(value).startsWith('contact:') ? `company:${company}` : value] as const,
  )
  inputs.push(Object.fromEntries(asCompany))
  if (fields.some((one) => one.name === 'activity')) inputs.push({ ...base, activity: secret })
  // Without what is optional: an operation does other things then.
  const least = Object.fromEntries(
    Object.entries(base).filter(([name]) => fields.find((one) => one.name === name)?.required || name === customer?.name),
  )
  inputs.push(least)
  const distinct = new Map(inputs.map((one) => [JSON.stringify(one), one]))
  return [...distinct.values()].filter((one) => JSON.stringify(one).length < LONGEST_TOKEN * 20)
}
