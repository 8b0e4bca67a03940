import { Temporal } from 'temporal-polyfill'
import type { Reach } from './bot/context.ts'
import type { House } from './bot/house.ts'
import type { Config } from './config.ts'
import { tellsOfContact } from './crm/activities/tells.ts'
import { channelRecipient } from './crm/channels/recipient.ts'
import { askedAbout } from './crm/customers/asked-about.ts'
import { namesCustomer, opensLine, suggestCustomers } from './crm/customers/customers.ts'
import { suggestDeals } from './crm/deals/suggest.ts'
import { doorsOf } from './crm/doors/doors.ts'
import { forgetFields } from './crm/fields/fields.ts'
import { identifier, suggestMembers } from './crm/members/members.ts'
import { recipientOf, rememberChannel } from './crm/members/recipient.ts'
import { bundleAt } from './crm/messages/messages.ts'
import { once, park, unpark } from './crm/requests/requests.ts'
import { inTransaction, type OpenDatabase } from './database/index.ts'

/** What the dispatcher and the delivery ask of the rest of the house, over one database. */
export function houseOver(
  database: OpenDatabase,
  config: Pick<Config, 'timeZone' | 'locale'> & Partial<Config>,
  { log, now }: Pick<House, 'log' | 'now'>,
): House {
  const db = database.prisma
  const who = identifier({
    db,
    now,
    defaults: { timeZone: config.timeZone, locale: config.locale },
    cacheFor: Temporal.Duration.from({ seconds: 10 }),
  })
  return {
    db,
    ...who,
    forget: (workspaceId, changed) => {
      who.forget(workspaceId, changed)
      if (changed.has('field')) forgetFields(workspaceId)
    },
    transaction: (work) => inTransaction(db, work),
    once: (caller, request, work) => once(db, caller, request, work),
    park,
    unpark,
    suggest: { customer: suggestCustomers, member: suggestMembers, deal: suggestDeals },
    opensLine,
    namesCustomer,
    askedAbout,
    tellsOfContact,
    recipient: ({ channelId, ...message }, platforms) =>
      channelId ? channelRecipient(db, { ...message, channelId }, now()) : recipientOf(db, message, platforms, now()),
    rememberChannel: (address, channel) => rememberChannel(db, address, channel),
    bundleAt,
    now,
    reach: reachOf(config),
    doors: doorsOf(db, now),
    log,
  }
}

const reachOf = ({ publicUrl, host = '127.0.0.1', port = 3000 }: Partial<Config>): Reach =>
  publicUrl
    ? { url: publicUrl, isPublic: true }
    : { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, isPublic: false }
