import ICAL from 'ical.js'
import { encodingCalled, encodingOf } from './encoding.ts'
import { ImportError, type ReadOptions, type Row, type Source } from './source.ts'
import { textOf } from './text-table.ts'
import { modern } from './vcard-old.ts'

/** The columns that a card fills, as a file with a header would name them. */
const COLUMNS = ['contact', 'company', 'title', 'contact email', 'contact phone', 'contact id'] as const

/** A file of vCards (version 2.1, 3 or 4), which phones, Outlook, Google and Apple export: each card is a row. */
export async function vcards(file: string, options: ReadOptions): Promise<Source> {
  const encoding = options.encoding ? encodingCalled(options.encoding) : await encodingOf(file)
  return {
    readAs: (say) => say.cards(encoding.name),
    rows: async function* () {
      yield { line: 1, values: [...COLUMNS] }
      for await (const { line, text } of cardsIn(textOf(file, encoding))) yield rowOf(line, text)
    },
  }
}

interface CardText {
  line: number
  text: string
}

async function* cardsIn(chunks: AsyncIterable<string>): AsyncGenerator<CardText> {
  let card: string[] | undefined
  let began = 0
  let line = 0
  for await (const text of linesIn(chunks)) {
    line++
    if (/^BEGIN:VCARD\s*$/i.test(text)) {
      card = []
      began = line
    }
    card?.push(text)
    if (!card || !/^END:VCARD\s*$/i.test(text)) continue
    yield { line: began, text: modern(card).join('\r\n') }
    card = undefined
  }
  if (card) throw new ImportError((say) => say.noEnd(began))
}

async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: (string | string[])[]]

function rowOf(line: number, text: string): Row {
  try {
    return { line, values: valuesOf(propertiesOf(text)) }
  } catch (error) {
    return { line, values: [], fault: (say) => say.badCard(error instanceof Error ? error.message : String(error)) }
  }
}

function valuesOf(properties: Property[]): string[] {
  const all = (name: string) => properties.filter(([one]) => one === name)
  const first = (name: string) => all(name)[0]?.[3]
  const values = (name: string) => all(name).map(([, , , value]) => String(value).replace(/^(?:tel|mailto):/i, ''))
  const found: Record<(typeof COLUMNS)[number], string> = {
    contact: String(first('fn') ?? '') || nameIn([first('n')].flat()),
    company: String([first('org')].flat()[0] ?? ''),
    title: String(first('title') ?? ''),
    'contact email': values('email').join(', '),
    'contact phone': values('tel').join(', '),
    'contact id': String(first('uid') ?? '').replace(/^urn:uuid:/i, ''),
  }
  return COLUMNS.map((column) => found[column].trim())
}

const nameIn = ([family, given]: (string | undefined)[]) => [given, family].filter(Boolean).join(' ')
const propertiesOf = (text: string): Property[] => (ICAL.parse(text) as unknown as [string, Property[]])[1]
