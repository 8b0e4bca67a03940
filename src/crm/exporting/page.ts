import type { Context } from '../../bot/context.ts'
import { type Html, html } from '../../bot/html.ts'
import type { MemberPage, PageContext, Parts, Seen } from '../../bot/page.ts'
import { recordEvent } from '../audit/audit.ts'
import { allowExport } from './allowed.ts'
import { type Limits, limitsOf } from './asked.ts'
import { countOf, exported, FORMATS, type Format, fileName, formatsOf, KINDS, type Kind, TYPES, type Wish } from './exporting.ts'
import type { Typed } from './typed.ts'
import { say } from './words.ts'

/** The parts of the page's address; a part that says nothing is `-`. */
export const partsOf = ({ kind, format, filter, since }: Typed): Parts => ({
  kind,
  format,
  filter: filter ?? '-',
  since: since ?? '-',
})

function typedIn({ kind, format, filter, since }: Parts): Typed | undefined {
  const known = [...KINDS, 'all' as const, 'found' as const].find((one) => one === kind)
  const how = [...FORMATS, 'any' as const].find((one) => one === format)
  const said = (part: string | undefined) => (part && part !== '-' ? part : undefined)
  return known && how && { kind: known, format: how, filter: said(filter), since: said(since) }
}

/** Downloads: each kind with its formats. What is in a file is what its reader sees when it is read. */
export const exportPage: MemberPage = {
  name: 'export',
  path: 'export/:kind/:format/:filter/:since',
  allow: 'rep',
  title: { en: 'Export', zh: '导出' },
  show: async (context, parts) => {
    await allowExport(context)
    const typed = typedIn(parts)
    if (!typed) return undefined
    const limits = await limitsOf(context, typed)
    const words = say(context.locale)
    const panes = await Promise.all(limits.kinds.map((kind) => paneOf(context, kind, typed.format, limits)))
    return {
      kind: 'html',
      body: html`${limits.said.map((one) => html`<p>${one}</p>`)}${panes}<p class="quiet">${words.note}</p>`,
    }
  },
  take: async (context, parts, { form }) => {
    await allowExport(context)
    const typed = typedIn(parts)
    if (!typed) return undefined
    const { kinds, only, since, said } = await limitsOf(context, typed)
    const kind = kinds.find((one) => one === form.get('kind'))
    const format = kind && formatsOf(kind).find((one) => one === form.get('format'))
    if (!kind || !format) return undefined
    return download(context, { kind, format, only: only?.(kind), since, bom: form.has('bom') }, said)
  },
}

async function paneOf(context: PageContext, kind: Kind, format: Format | 'any', { since, only }: Limits): Promise<Html> {
  const words = say(context.locale)
  const count = await countOf(context, { kind, format: 'csv', since, only: only?.(kind) })
  const formats = formatsOf(kind).filter((one) => format === 'any' || one === format)
  const name = words[kind]
  return html`<form class="pane" method="post">${context.once}<input type="hidden" name="kind" value="${kind}">
<h2>${name[0]!.toUpperCase() + name.slice(1)}</h2>
<p>${words.rows(count)}</p>
${formats.includes('csv') && html`<label class="check"><input type="checkbox" name="bom" checked> ${words.excel}</label>`}
<p class="row">${formats.map((one, at) => html`<button name="format" value="${one}"${at === 0 ? PRIMARY : NO_CLASS}>${words[one]}</button> `)}</p></form>`
}

const PRIMARY = html` class="primary"`
const NO_CLASS = html``

function download(context: PageContext, wish: Wish, said: readonly string[]): Seen {
  const day = context.now.toZonedDateTimeISO(context.zone).toPlainDate().toString()
  return {
    kind: 'file',
    name: fileName(wish, day),
    type: TYPES[wish.format].type,
    bytes: writtenDown(context, wish, [`${wish.kind} ${wish.format}`, ...said].join(' · ')),
  }
}

/** The file; when it is at its end, or was broken off, it is written down how many rows went out. */
async function* writtenDown(context: Context, wish: Wish, about: string): AsyncGenerator<Buffer> {
  let count = 0
  try {
    yield* exported(context, wish, (rows) => {
      count = rows
    })
  } finally {
    await recordEvent(context, 'export', { about, count })
  }
}
