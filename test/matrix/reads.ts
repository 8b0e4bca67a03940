const BY_COLUMN = 'its condition stands in the piece of SQL that it is put together of'
const INTEGRITY = 'what stands must be known whoever sees it; nothing of it is told'
const OWN = 'only whose own it is'
const IMPORT = 'an import is run on the machine, and must not enter twice what stands'
const CLOCK = 'finds what is due; what is told is built under the eyes of whom it is told to'

/** The reads that are not under visibility.ts, each with its reason. A new one is either under it, or is decided here. */
export const DECIDED: Readonly<Record<string, string>> = {
  'crm/activities/activities.ts takingPart': 'ids alone, inside a read of activities that is under it',
  'crm/activities/edit-activity.ts editActivity': 'the row of an activity that `mine` has let through',
  'crm/audit/many.ts locked': INTEGRITY,
  'crm/audit/many.ts inUse': INTEGRITY,
  'crm/audit/obstacle.ts USED': INTEGRITY,
  'crm/audit/obstacle.ts goneOf': 'what one’s own change goes back to, gone since',
  'crm/channels/team-tasks.ts tasksDueToday': BY_COLUMN,
  'crm/channels/team-tasks.ts overdueCount': BY_COLUMN,
  'crm/channels/team-work.ts winsIn': BY_COLUMN,
  'crm/channels/team-work.ts doneBy': BY_COLUMN,
  'crm/contacts/contacts.ts sameContact': 'refused before, when one of that name is not seen',
  'crm/customers/cold.ts ofAKind': OWN,
  'crm/customers/family.ts isBelow': INTEGRITY,
  'crm/customers/segments.ts keptByKind': OWN,
  'crm/customers/segments.ts isOfAKeptKind': 'of a customer that was found under it, a yes or no',
  'crm/customers/suggest.ts recent': 'of one’s own activities; the names in them are under it',
  'crm/owners/move.ts belongings': 'all of somebody’s, for who leads them',
  'crm/owners/move.ts moveTasks': 'all of somebody’s, for who leads them',
  'crm/filed.ts filedUnder': 'the id of a company, which is written and not told',
  'crm/help/tour.ts lastLogged': OWN,
  'crm/members/change-visibility.ts toKnow': 'a count, for an admin, who sees all',
  'crm/tasks/back.ts closedFor': OWN,
  'crm/tasks/due.ts dueReminders': CLOCK,
  'crm/tasks/due.ts oweDueReminders': CLOCK,
  'crm/tasks/escalate.ts markLate': CLOCK,
  'crm/tasks/shown.ts numberAnew': OWN,
  'crm/tasks/tasks.ts held': 'the row of a task that `openTask` has let through',
  'crm/tasks/tasks.ts lock': 'holds a row still; `openTask` looks at it under its condition',
  'crm/tasks/team.ts didWithMine': 'who was the last there; what is told is under it',
  'crm/tasks/zone.ts ofAnotherClock': OWN,
  'crm/workspaces/workspaces.ts isEmpty': INTEGRITY,
  'crm/importing/records/companies.ts idsFor': IMPORT,
  'crm/importing/records/companies.ts standing': IMPORT,
  'crm/importing/records/contacts.ts idsFor': IMPORT,
  'crm/importing/records/contacts.ts each': IMPORT,
  'crm/importing/records/contacts.ts standing': IMPORT,
  'crm/importing/records/parents.ts parentsNamed': IMPORT,
  'crm/importing/records/parents.ts parentOf': IMPORT,
  'crm/importing/records/parents.ts link': IMPORT,
  'crm/importing/records/run.ts aliasesIn': IMPORT,
}
