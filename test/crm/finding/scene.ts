import { Temporal } from 'temporal-polyfill'
import { customField } from '../../../src/crm/fields/custom.ts'
import type { CustomType } from '../../../src/crm/fields/field.ts'
import { standardFieldsOf } from '../../../src/crm/fields/fields.ts'
import { filterFieldsOf } from '../../../src/crm/finding/fields.ts'
import { readFilter } from '../../../src/crm/finding/reading/read.ts'
import type { Scene } from '../../../src/crm/finding/reading/scan.ts'
import { sayFilter } from '../../../src/crm/finding/say.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const custom = (n: number, label: string, type: CustomType, options: string[] = []) =>
  customField({
    id: uuid(n),
    noun: 'company',
    key: label.toLowerCase(),
    label,
    type,
    options,
    required: false,
    byDefault: null,
    help: null,
    position: n,
  })

/** Tuesday 24 November 2026 in Berlin; Ana and Bo, 李娜, one segment, and four fields of an admin's own. */
export const scene: Scene = {
  moment: { now: Temporal.Instant.from('2026-11-24T10:00:00+01:00'), zone: 'Europe/Berlin' },
  fields: filterFieldsOf({
    company: [
      ...standardFieldsOf('company'),
      custom(1, 'Seats', 'number'),
      custom(2, 'Renewal', 'date'),
      custom(3, 'Language', 'choice', ['English', 'German', '中文']),
      custom(4, 'Newsletter', 'yesno'),
      custom(5, '席位', 'number'),
      custom(6, '续约', 'date'),
      custom(7, '订阅', 'yesno'),
      custom(8, '语言', 'choice', ['英语', '中文']),
    ],
    contact: standardFieldsOf('contact'),
  }),
  members: [
    { id: uuid(11), name: 'Ana Lopez' },
    { id: uuid(12), name: 'Bo Chen' },
    { id: uuid(13), name: '李娜' },
  ],
  segments: [{ id: uuid(21), name: 'Key accounts' }],
}

/** How a line is understood, in English words; what is not, in angle brackets. */
export function understoodAs(line: string): string {
  const { filter, unread } = readFilter(line, scene)
  const said = sayFilter(filter, { ...scene, locale: 'en' })
  return [...said, ...unread.map((one) => `<${one}>`)].join(' · ')
}
