import { type Registry, registryOf } from './bot/registry.ts'
import { activities } from './crm/activities/index.ts'
import { attachmentsRoom } from './crm/attachments/index.ts'
import { audit } from './crm/audit/index.ts'
import type { DailyBackup } from './crm/backups/daily.ts'
import { backupsRoom } from './crm/backups/index.ts'
import { calendar } from './crm/calendar/index.ts'
import { channels } from './crm/channels/index.ts'
import { companies } from './crm/companies/index.ts'
import { contacts } from './crm/contacts/index.ts'
import { customers } from './crm/customers/index.ts'
import { deals } from './crm/deals/index.ts'
import { doors } from './crm/doors/index.ts'
import { duplicatesRoom } from './crm/duplicates/index.ts'
import { exporting } from './crm/exporting/index.ts'
import { fieldsRoom } from './crm/fields/index.ts'
import { finding } from './crm/finding/index.ts'
import { helpRoom } from './crm/help/index.ts'
import { importing } from './crm/importing/index.ts'
import { members } from './crm/members/index.ts'
import { messages } from './crm/messages/index.ts'
import { owners } from './crm/owners/index.ts'
import { type PrivacyOptions, privacy } from './crm/privacy/index.ts'
import { relationsRoom } from './crm/relations/index.ts'
import { requests } from './crm/requests/index.ts'
import { retention } from './crm/retention/index.ts'
import { sample } from './crm/sample/index.ts'
import { tasks } from './crm/tasks/index.ts'
import { teams } from './crm/teams/index.ts'
import { timelines } from './crm/timeline/index.ts'

/** Every operation, notice and job there is; the daily backup when it is wanted, and what is to be known of backups when somebody is erased. */
export function rapportRegistry(daily?: DailyBackup, kept?: PrivacyOptions): Registry {
  let made: Registry | undefined
  const help = helpRoom(() => made!)
  made = registryOf([
    activities,
    tasks,
    customers,
    finding,
    timelines,
    companies,
    contacts,
    deals,
    duplicatesRoom,
    fieldsRoom,
    relationsRoom,
    attachmentsRoom,
    owners,
    audit,
    members,
    teams,
    calendar,
    doors,
    channels,
    importing,
    help,
    requests,
    retention,
    messages,
    sample,
    exporting,
    privacy(kept),
    backupsRoom(daily),
  ])
  return made
}
