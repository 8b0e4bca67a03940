import { Counter, Histogram, type Registry as Metrics } from 'prom-client'
import { readToken } from '../bot/action.ts'
import type { Bot, SealedAnswer } from '../bot/house.ts'
import type { Registry } from '../bot/registry.ts'
import type { Ask } from '../bot/request.ts'

/** Seconds. Platforms give up at three; autocompletion should stay under a tenth. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5]

/** The same bot, counted and timed: `rapport_requests_total`, `rapport_answer_seconds`, `rapport_suggest_seconds`. */
export function measured(bot: Bot, metrics: Metrics): Bot {
  const registers = [metrics]
  const requests = new Counter({
    name: 'rapport_requests_total',
    help: 'Requests by platform, operation and outcome',
    labelNames: ['platform', 'operation', 'outcome'],
    registers,
  })
  const answering = new Histogram({
    name: 'rapport_answer_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  })
  const suggesting = new Histogram({
    name: 'rapport_suggest_seconds',
    help: 'Time from a typed letter to its suggestions',
    labelNames: ['platform'],
    buckets: BUCKETS,
    registers,
  })
  return {
    registry: bot.registry,
    dispatch: async (request) => {
      const operation = operationOf(bot.registry, request.ask)
      const stop = answering.startTimer({ operation })
      const answer = await bot.dispatch(request)
      stop()
      requests.inc({ platform: request.place.platform, operation, outcome: outcomeOf(answer) })
      return answer
    },
    suggest: async (request) => {
      const stop = suggesting.startTimer({ platform: request.place.platform })
      const found = await bot.suggest(request)
      stop()
      return found
    },
  }
}

/** Always a name from the registry, `parked` or `other`: what people type never becomes a label. */
function operationOf(registry: Registry, ask: Ask): string {
  switch (ask.kind) {
    case 'line':
    case 'say':
      return registry.match(ask.text.replace(/^\s*\/?crm(?=\s|$)/i, ''))?.operation.name ?? (ask.kind === 'say' ? 'log' : 'other')
    case 'press':
    case 'submit': {
      const read = readToken(ask.token)
      if (read && 'parked' in read) return 'parked'
      return known(registry, read?.action.operation)
    }
    default:
      return known(registry, ask.operation)
  }
}

const known = (registry: Registry, name = '') => registry.find(name)?.name ?? 'other'

/** The outcome as the person saw it: a warning is something they can mend, a failure is ours. */
function outcomeOf(answer: SealedAnswer): 'done' | 'form' | 'faults' | 'warning' | 'failure' {
  if (answer.kind !== 'card') return answer.kind
  if (answer.card.tone === 'bad') return 'failure'
  return answer.card.tone === 'warning' ? 'warning' : 'done'
}
