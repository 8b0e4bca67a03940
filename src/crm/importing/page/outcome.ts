import { type Html, html } from '../../../bot/html.ts'
import type { Locale } from '../../../bot/text.ts'
import { countsIn } from '../kept/counts.ts'
import type { Kept } from '../kept/kept.ts'
import { say } from '../words.ts'

/** So many lines are shown; all of them are in the file to mend. */
const MOST_LINES = 200

/** How far a file is, what was found in it, and what can be done with it now. */
export function outcome(kept: Kept, once: Html, locale: Locale, faults: string): Html {
  const words = say(locale)
  const { found, file } = kept
  switch (kept.state) {
    case 'reading':
      return going(words.reading(file))
    case 'importing':
      return going(words.progress(kept.done, found.rows ?? 0), (kept.done / (found.rows || 1)).toFixed(3), words.importingMore)
    case 'undoing':
      return going(words.undoing(file), undefined, words.undoingMore(kept.done))
    case 'unclear':
      return html`<p class="warning">${found.problem}</p>`
    case 'failed':
      return html`<p class="bad">${found.problem}</p>${kept.done > 0 && button(once, 'undo', words.undo, 'danger')}`
    case 'cancelled':
      return html`<p>${words.cancelled(file)}</p>`
    case 'undone':
      return html`<p class="good">${words.undone(file, found.taken ?? 0)}</p>
${Boolean(found.stayed) && html`<p>${words.stayed(found.stayed ?? 0)} ${(found.stayedNames ?? []).join(', ')}</p>`}`
    case 'ready':
      return html`<h2>${words.wouldCome}</h2>${told(kept, locale, faults)}
<div class="row">${button(once, 'start', words.importIt, 'primary')}${button(once, 'cancel', words.cancel)}</div>`
    default:
      return html`<p class="good">${words.came(file)}</p>${told(kept, locale, faults)}${button(once, 'undo', words.undo, 'danger')}`
  }
}

const going = (what: string, share?: string, more = '') =>
  html`<div class="pane" role="status"><p>${what}</p>${share === undefined ? html`<progress></progress>` : html`<progress max="1" value="${share}"></progress>`}<p class="quiet">${more}</p></div>`

const button = (once: Html, does: string, label: string, look = '') =>
  html`<form method="post">${once}<input type="hidden" name="do" value="${does}"><button class="${look}">${label}</button></form>`

function told({ found }: Kept, locale: Locale, file: string): Html {
  const words = say(locale)
  const { faults = [], unknownOwners = [], wrong = 0, joined = 0, likely } = found
  const more = wrong - Math.min(MOST_LINES, faults.length)
  return html`<p class="quiet">${words.readAs(found.rows ?? 0, found.readAs ?? '', found.program)}</p>
<dl>${countsIn(found).map(([noun, { added, updated, unchanged }]) => html`<dt>${words.noun(noun)}</dt><dd>${words.counts(added, updated, unchanged)}</dd>`)}</dl>
${joined > 0 && html`<p>${words.joined(joined)}</p>`}
${
  likely &&
  html`<details class="pane" open><summary class="warning">${words.likely(likely.count)}</summary>
<ul>${likely.rows.map(({ line, what }) => html`<li>${words.line(line, what)}</li>`)}</ul>${likely.count > likely.rows.length && html`<p>${words.more(likely.count - likely.rows.length)}</p>`}
<p class="quiet">${likely.isPart && words.likelyPart(likely.looked)} ${words.likelyMore}</p></details>`
}
${unknownOwners.length > 0 && html`<p class="warning">${words.unknownOwners(unknownOwners.map(([name]) => name).join(', '))}</p>`}
${
  wrong > 0 &&
  html`<details class="pane" open><summary class="warning">${words.wrong(wrong)}</summary>
<ul>${faults.slice(0, MOST_LINES).map(({ line, what }) => html`<li>${words.line(line, what)}</li>`)}</ul>${more > 0 && html`<p>${words.more(more)}</p>`}
<p><a href="${file}" download>${words.download}</a></p></details>`
}`
}
