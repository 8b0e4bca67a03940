import { contextFor } from './context.ts'
import { isLookup } from './fields.ts'
import { fieldsOf } from './form.ts'
import type { House } from './house.ts'
import type { Registry } from './registry.ts'
import type { Suggestion, SuggestRequest } from './request.ts'

/** Discord and Slack both stop here or later. */
const MOST_SUGGESTIONS = 25

/** Completes what is typed into an option that is looked up: a customer's, a member's, a deal's. */
export const suggester =
  (registry: Registry, house: House) =>
  async (request: SuggestRequest): Promise<Suggestion[]> => {
    const op = registry.find(request.operation)
    const widget = op && fieldsOf(op).find((one) => one.name === request.field)?.widget
    if (!op || !isLookup(widget)) return []
    try {
      const caller = await house.identify(request)
      const context = contextFor(
        house.db,
        caller,
        op.name,
        { id: 'suggest', place: request.place },
        { now: house.now(), reach: house.reach },
      )
      const found = await house.suggest[widget](context, request.typed.trim().slice(0, 200))
      return found.slice(0, MOST_SUGGESTIONS)
    } catch (error) {
      house.log.warn({ operation: request.operation, field: request.field, error }, 'no suggestions')
      return []
    }
  }
