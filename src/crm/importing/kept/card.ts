import { type Button, button, type Card, card } from '../../../bot/card.ts'
import type { Locale } from '../../../bot/text.ts'
import { say } from '../words.ts'
import { countsIn } from './counts.ts'
import type { Found, Kept } from './kept.ts'

/** What is told line by line in the chat; the rest stands on the page. */
const MOST_LINES = 8
const MOST_OWNERS = 5
const MOST_LIKELY = 5

/** How far a file is, and what can be done with it now. */
export function cardOf(kept: Kept, locale: Locale): Card {
  const words = say(locale)
  const { file, found, id } = kept
  const columns = button(words.columns, 'import open', { import: id })
  switch (kept.state) {
    case 'reading':
      return card({ lines: [words.reading(file)], context: words.readingMore })
    case 'unclear':
      return unclear(kept, locale)
    case 'ready':
      return card({
        title: words.would(file),
        ...told(found, locale),
        buttons: [
          button(words.importIt, 'import start', { import: id }, { style: 'primary' }),
          ...(found.missing && !kept.options.createMissing
            ? [button(words.makeMissing, 'import set', { import: id, name: 'createMissing', value: 'yes' })]
            : []),
          columns,
          cancel(kept, locale),
        ],
      })
    case 'importing':
      return card({
        title: words.importing(file),
        lines: [words.progress(kept.done, found.rows ?? kept.done)],
        context: words.importingMore,
      })
    case 'done':
      return done(kept, locale)
    case 'failed':
      return card({
        tone: 'bad',
        title: words.failed(file),
        lines: [found.problem ?? '', ...(kept.done ? [words.failedMore] : [])],
        buttons: [columns, ...(kept.done ? [undo(kept, locale)] : [])],
      })
    case 'undoing':
      return card({ lines: [words.undoing(file)], context: words.undoingMore(kept.done) })
    case 'undone':
      return card({
        tone: 'good',
        lines: [
          words.undone(file, found.taken ?? 0),
          ...(found.stayed ? [words.stayed(found.stayed), (found.stayedNames ?? []).join('\n')] : []),
        ],
      })
    default:
      return card({ lines: [words.cancelled(file)] })
  }
}

function unclear(kept: Kept, locale: Locale): Card {
  const words = say(locale)
  const { choose, problem = '' } = kept.found
  const options = choose?.values.map((value) => ({
    label: words.choice(value),
    operation: 'import set',
    input: { import: kept.id, name: choose.name, value },
  }))
  return card({
    tone: 'warning',
    title: words.unclear(kept.file),
    lines: [problem],
    ...(options && { pick: { placeholder: words.choose, options } }),
    buttons: [button(words.columns, 'import open', { import: kept.id }), cancel(kept, locale)],
  })
}

function done(kept: Kept, locale: Locale): Card {
  const words = say(locale)
  const { found, id } = kept
  const wrote = [found.companies, found.contacts, ...Object.values(found.items ?? {})].some(
    (one) => one && one.added + one.updated > 0,
  )
  const mend = found.wrong ? [button(words.mend, 'import open', { import: id })] : []
  const parts = told(found, locale)
  return card({
    tone: 'good',
    title: words.came(kept.file),
    ...parts,
    lines: [...parts.lines, ...(wrote ? [] : [words.nothingNew])],
    buttons: [...mend, ...(wrote ? [undo(kept, locale)] : [])],
  })
}

const undo = ({ id }: Kept, locale: Locale): Button => button(say(locale).undo, 'undo', { request: id })
const cancel = ({ id }: Kept, locale: Locale): Button => button(say(locale).cancel, 'import cancel', { import: id })

/** Of a preview: what is perhaps here already, the first few by their lines. */
function likelyTold({ likely }: Found, locale: Locale): string[] {
  if (!likely) return []
  const words = say(locale)
  const told = likely.rows.slice(0, MOST_LIKELY).map(({ line, what }) => words.line(line, what))
  const more = likely.count - told.length
  return [
    [
      words.likely(likely.count),
      ...told,
      ...(more > 0 ? [words.more(more)] : []),
      ...(likely.isPart ? [words.likelyPart(likely.looked)] : []),
      words.likelyMore,
    ].join('\n'),
  ]
}

/** What was found in the file, in a few lines. */
function told(found: Found, locale: Locale): { lines: string[]; fields: Card['fields'] } {
  const words = say(locale)
  const { faults = [], unknownOwners = [], joined = 0, wrong = 0 } = found
  const owners = unknownOwners.slice(0, MOST_OWNERS).map(([name]) => name)
  const notTaken = (found.headers ?? []).filter((header, at) => header && !found.columns?.[at])
  const rest = wrong - Math.min(MOST_LINES, faults.length)
  const lines = [
    words.readAs(found.rows ?? 0, found.readAs ?? '', found.program),
    ...(notTaken.length ? [words.notTaken(notTaken.slice(0, 20).join(', '))] : []),
    ...(joined ? [words.joined(joined)] : []),
    ...likelyTold(found, locale),
    ...(owners.length ? [words.unknownOwners(owners.join(', '))] : []),
    ...(wrong
      ? [
          [
            words.wrong(wrong),
            ...faults.slice(0, MOST_LINES).map(({ line, what }) => words.line(line, what)),
            ...(rest > 0 ? [words.more(rest)] : []),
          ].join('\n'),
        ]
      : []),
  ]
  return {
    lines,
    fields: countsIn(found).map(([noun, { added, updated, unchanged }]) => ({
      label: words.noun(noun),
      value: words.counts(added, updated, unchanged),
    })),
  }
}
