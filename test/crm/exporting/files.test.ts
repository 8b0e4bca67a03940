import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { cell, csvLine } from '../../../src/crm/csv.ts'
import { typedExport } from '../../../src/crm/exporting/typed.ts'
import { vcard } from '../../../src/crm/exporting/vcard.ts'

test('nothing that a spreadsheet would run stands at the beginning of a cell; numbers and phone numbers are left as people read them', () => {
  for (const formula of [
    '=1+1',
    '+cmd|x',
    '-2+3',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '＝1',
    '+1-HYPERLINK("x")',
    '+49 30 1, =x',
    '+',
    '-',
  ])
    expect(cell(formula).replaceAll('"', '').startsWith("'"), formula).toBe(true)
  for (const plain of ['-5', '-5.25', '+49 30 1234567', '+49 30 1234567 (mobile), +1 212 555 0147', 'Acme = x', ''])
    expect(cell(plain).replaceAll('"', '')).toBe(plain)
})

test('whatever stands in a value, a reader of CSV gets it back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (values) => {
      const [read] = parse(csvLine(values), {
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: '\r\n',
      }) as string[][]
      expect(read?.map((one, at) => (one === `'${values[at]}` ? one.slice(1) : one))).toEqual(values)
    }),
  )
})

const WEI = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'Wei; "the, boat" Zhang',
  isCompany: false,
  company: 'Acme, Corp; Ltd',
  title: 'Head\nof Sales',
  emails: [{ value: 'wei@acme.example', label: 'work' }],
  phones: [{ value: '+12125550147', label: 'mobile' }, { value: 'ext. 5' }],
  urls: ['https://acme.example/a,b'],
  address: { street: '1, Main Street', city: '柏林', country: 'Germany' },
  birthday: '--05-03',
  tags: ['vip', 'a,b'],
  changed: new Date('2026-11-24T09:00:00Z'),
}

test.each([3, 4] as const)('a card of version %d holds what it was given, in lines of 75 octets at most', (version) => {
  const text = vcard({ ...WEI, name: `${'长名字'.repeat(30)} ${WEI.name}` }, version)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.endsWith('END:VCARD\r\n')).toBe(true)
  const card = new ICAL.Component(ICAL.parse(text))
  const first = (name: string) => card.getFirstPropertyValue(name)
  expect(first('version')).toBe(version === 4 ? '4.0' : '3.0')
  expect(first('fn')).toBe(`${'长名字'.repeat(30)} ${WEI.name}`)
  expect(first('title')).toBe('Head\nof Sales')
  expect(String(first('tel'))).toContain('+12125550147')
  expect(first('email')).toBe('wei@acme.example')
  expect(card.getFirstProperty('categories')?.getValues()).toEqual(['vip', 'a,b'])
  expect(text.includes('BDAY')).toBe(version === 4)
})

test('what is typed names what to export, how, since when, and which', () => {
  const cases: [string, ReturnType<typeof typedExport>][] = [
    ['', { kind: 'all', format: 'any' }],
    ['contacts csv', { kind: 'contacts', format: 'csv' }],
    ['all contacts as vCard', { kind: 'contacts', format: 'vcf' }],
    ['contacts vcard 3', { kind: 'contacts', format: 'vcf3' }],
    ['everything json lines', { kind: 'all', format: 'jsonl' }],
    ['companies in Berlin', { kind: 'companies', format: 'any', filter: 'companies in Berlin' }],
    ['my contacts csv', { kind: 'contacts', format: 'csv', filter: 'my contacts' }],
    ['activities since 1 Oct', { kind: 'activities', format: 'any', since: '1 Oct' }],
    ['联系人 csv', { kind: 'contacts', format: 'csv' }],
    ['在柏林的公司', { kind: 'companies', format: 'any', filter: '在柏林的公司' }],
    ['the moon', { kind: 'found', format: 'any', filter: 'the moon' }],
    ['Key clients as json', { kind: 'found', format: 'jsonl', filter: 'Key clients' }],
  ]
  for (const [text, meant] of cases) expect(typedExport(text), text).toEqual(meant)
})
