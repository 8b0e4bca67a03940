import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { type Html, html } from '../../bot/html.ts'
import type { MemberPage, PageContext } from '../../bot/page.ts'
import { sayOccurred } from '../activities/activities.ts'
import { byRef } from '../customers/customers.ts'
import { say as sayCustomer } from '../customers/words.ts'
import { addressOf } from '../doors/doors.ts'
import { type World, worldOf } from '../finding/scene.ts'
import { KINDS, textOf, wantedFrom } from './asked.ts'
import { happened } from './happened.ts'
import { type AskedPage, partsOf, readParts } from './page-asked.ts'
import { atOf, cursorOf, sayWanted } from './timeline.ts'
import { type Told, told } from './told.ts'
import { say } from './words.ts'

const PAGE = 50

/** A customer's timeline in the browser: more on a page than a chat has room for, and each note in full. */
export const timelinePage: MemberPage = {
  name: 'timeline',
  path: 'timeline/:asked',
  allow: 'reader',
  title: { en: 'Timeline', zh: '时间线' },
  show: async (context, { asked: part = '' }) => {
    const asked = readParts(part)
    if (!asked) return undefined
    const { customer: ref, at, ...wanted } = asked
    const customer = await byRef(context, ref)
    const world = await worldOf(context)
    const found = await happened(context, customer, wanted, cursorOf(at), PAGE + 1)
    const all = await told(context, found.slice(0, PAGE))
    const last = found.length > PAGE ? found[PAGE - 1] : undefined
    const body = html`${heading(context, asked, world)}${filters(context, asked, world)}${days(context, all)}${ends(context, asked, last)}`
    return { kind: 'html', title: say(context.locale).timelineOf(customer.name), body }
  },
  take: async (context, { asked: part = '' }, { form }) => {
    const asked = readParts(part)
    if (!asked) return undefined
    const world = await worldOf(context)
    const typed = form.get('when')?.trim()
    const span = typed ? wantedFrom(textOf(typed, world), 0)?.span : undefined
    if (typed && !span) throw new UserError(say(context.locale).badWhen(typed.slice(0, 80)))
    const kind = KINDS.find((one) => one === form.get('kind'))
    const by = world.members.find(({ id }) => id === form.get('by'))
    const next = { customer: asked.customer, ...(kind && { kinds: [kind] }), ...(by && { by: [by.id] }), ...(span && { span }) }
    return { kind: 'go', to: addressOf(timelinePage, partsOf(next)) }
  },
}

const heading = (context: Context, asked: AskedPage, world: World): Html => {
  const narrowed = sayWanted(context, asked, world)
  return narrowed ? html`<p class="quiet">${say(context.locale).only(narrowed)}</p>` : html``
}

/** What to narrow it to: sent in, it is another address. */
function filters({ locale, once }: PageContext, { kinds, by, span }: AskedPage, world: World): Html {
  const words = say(locale)
  const option = (value: string, label: string, chosen: boolean) =>
    chosen ? html`<option value="${value}" selected>${label}</option>` : html`<option value="${value}">${label}</option>`
  const when = span ? sayWanted({ locale }, { span }, world) : ''
  return html`<form method="post" class="pane filters">${once}
<label><span>${words.kind}</span><select name="kind">${option('', words.everything, !kinds?.length)}${KINDS.map((one) =>
    option(one, one === 'file' ? words.fileKind : words[one], kinds?.length === 1 && kinds[0] === one),
  )}</select></label>
<label><span>${words.person}</span><select name="by">${option('', words.anybody, !by?.length)}${world.members.map(
    ({ id, name }) => option(id, name, by?.includes(id) ?? false),
  )}</select></label>
<label><span>${words.time}</span><input name="when" value="${when}" placeholder="${words.anyTime}" maxlength="80" autocomplete="off"></label>
<button class="primary">${words.show}</button></form>`
}

/** Day by day, the newest first. */
function days(context: Context, all: readonly Told[]): Html {
  if (!all.length) return html`<p>${say(context.locale).nothingSo}</p>`
  const groups = new Map<string, Told[]>()
  for (const one of all) {
    const day = dayOf(context, one)
    groups.set(day, [...(groups.get(day) ?? []), one])
  }
  return html`${[...groups].map(([day, ofDay]) => html`<section><h2>${sayDay(context, day)}</h2><ol class="timeline">${ofDay.map((one) => entry(context, one))}</ol></section>`)}`
}

const dayOf = ({ zone }: Context, { at, activity }: Told): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(activity?.dayOnly ? activity.zone : zone)
    .toPlainDate()
    .toString()

const sayDay = ({ locale }: Context, day: string) =>
  Temporal.PlainDate.from(day).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

function entry(context: Context, one: Told): Html {
  const { locale, zone } = context
  const local = Temporal.Instant.fromEpochMilliseconds(one.at.getTime()).toZonedDateTimeISO(zone)
  const time = one.activity?.dayOnly ? '' : local.toPlainTime().toString({ smallestUnit: 'minute' })
  const full = one.activity ? sayOccurred(one.activity, context, locale) : local.toPlainDate().toString()
  const title = one.url?.startsWith('https://')
    ? html`<a href="${one.url}" rel="noreferrer noopener">${one.title}</a>`
    : html`${one.title}`
  return html`<li class="${one.source}"><p class="what"><strong>${title}</strong>${one.isEdited && html` <span class="mark">${say(locale).edited}</span>`}</p>
${one.text && html`<p class="said">${one.text}</p>`}<p class="quiet"><time title="${full}">${time}</time>${[one.who2, one.who].filter(Boolean).map((who, at) => html`${(time || at > 0) && ' · '}${who}`)}</p></li>`
}

function ends({ locale }: Context, asked: AskedPage, last: { at: Date; id: string } | undefined): Html {
  const words = say(locale)
  const { at, ...rest } = asked
  const link = (to: AskedPage, label: string) => html`<a href="${addressOf(timelinePage, partsOf(to))}">${label}</a>`
  return html`<nav class="pages">${at && link(rest, words.newest)}${last && link({ ...rest, at: atOf(last) }, sayCustomer(locale).older)}</nav>`
}
