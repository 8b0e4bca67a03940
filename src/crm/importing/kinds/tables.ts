import type { Temporal } from 'temporal-polyfill'
import { DEAL_FIELDS } from '../../deals/fields.ts'
import { FIRST_STAGE, isClosed } from '../../deals/stages.ts'
import { emptyColumns } from '../../fields/fields.ts'
import { asDate } from '../../ids.ts'
import { dealFoundBy, FOUND_BY } from '../../names.ts'
import { instantOf } from '../../tasks/tasks.ts'
import type { ItemNoun, ItemTable } from './kind.ts'

/** How what customers take part in is kept. */
export const ITEM_TABLES: Readonly<Record<ItemNoun, ItemTable>> = {
  activity: {
    table: 'activities',
    standing: (db, where) => db.activity.findMany({ where }),
    changes: [
      ...['companyId', 'contactId', 'otherContactIds', 'memberId', 'kind', 'direction', 'outcome'],
      ...['occurredAt', 'dayOnly', 'zone', 'note', 'durationMinutes'],
    ],
    owner: 'memberId',
    filed: ({ companyId, contactId, otherContactIds }) => ({ companyId, contactId, otherContactIds }),
    begins: () => ({
      ...{ direction: null, outcome: null, durationMinutes: null, amount: null, currency: null, sourceUrl: null, private: false },
    }),
  },
  task: {
    table: 'tasks',
    standing: (db, where) => db.task.findMany({ where }),
    changes: [
      ...['companyId', 'contactId', 'ownerId', 'what', 'dueLocal', 'zone', 'remindAt', 'remindedAt', 'escalatedFor'],
      ...['doneAt', 'doneById'],
    ],
    owner: 'ownerId',
    filed: ({ companyId, contactId }) => ({ companyId, contactId }),
    begins: ({ timeZone }, by) => ({
      ...{
        createdById: by.id,
        activityId: null,
        dueLocal: null,
        zone: timeZone,
        remindAt: null,
        remindedAt: null,
        recurrence: null,
      },
      ...{ doneAt: null, doneById: null, escalatedFor: null, private: false },
    }),
    follows: (change, owner, now) => ({
      ...(typeof change.doneAt === 'string' && { doneById: owner.id }),
      ...(typeof change.dueLocal === 'string' && remindedOf(change.dueLocal, owner, now)),
    }),
  },
  deal: {
    table: 'deals',
    standing: (db, where) => db.deal.findMany({ where }),
    changes: [...FOUND_BY, ...Object.keys(emptyColumns(DEAL_FIELDS)), 'name', 'custom'],
    owner: 'ownerId',
    filed: ({ companyId, contactId }) => ({ companyId, contactId }),
    begins: (_, by) => ({ ...emptyColumns(DEAL_FIELDS), stage: FIRST_STAGE, custom: {}, createdById: by.id }),
    follows: (change) => ({
      ...(typeof change.name === 'string' && { ...dealFoundBy(change.name) }),
      // Opened again, it is not closed any more.
      ...(typeof change.stage === 'string' && !isClosed(change.stage) && { closedOn: null, lostReason: null }),
    }),
  },
}

/** What was due before it came here is overdue in every list, and nobody is reminded of a thousand such at once. */
function remindedOf(dueLocal: string, owner: Parameters<typeof instantOf>[1], now: Temporal.Instant) {
  const at = instantOf(dueLocal, owner, now)
  const isPast = at !== null && at <= asDate(now)
  return {
    zone: owner.timeZone,
    remindAt: at?.toISOString() ?? null,
    remindedAt: isPast ? asDate(now).toISOString() : null,
    escalatedFor: isPast ? dueLocal : null,
  }
}
