import path from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { discordAdapter } from './adapters/discord/index.ts'
import { playgroundAdapter } from './adapters/playground/index.ts'
import { slackAdapter } from './adapters/slack/index.ts'
import type { Platform } from './bot/context.ts'
import { createBot } from './bot/dispatch.ts'
import type { Grants, Presence } from './bot/grants.ts'
import type { Adapter, Bot, House, Log } from './bot/house.ts'
import type { Config } from './config.ts'
import { type DailyBackup, type DailySettings, dailyBackup } from './crm/backups/daily.ts'
import { boxOf } from './crm/grants/box.ts'
import { grantsOf, relockGrants } from './crm/grants/grants.ts'
import { oweErasures } from './crm/privacy/erasures.ts'
import { erasedIn, listIn, shareErased } from './crm/privacy/list.ts'
import { presenceOf } from './crm/workspaces/presence.ts'
import { migrate, type OpenDatabase, openDatabase, openStore } from './database/index.ts'
import { createDelivery } from './delivery/delivery.ts'
import { houseOver } from './house.ts'
import { showDoors } from './http/doors.ts'
import { measured } from './http/metrics.ts'
import { showPages } from './http/pages.ts'
import { httpServer } from './http/server.ts'
import { rapportRegistry } from './rooms.ts'
import { warmUp } from './understanding/index.ts'

/** The composition root: the one place that knows everybody. */

export interface Running {
  url: string
  bot: Bot
  database: OpenDatabase
  /** The platforms that are not connected yet: why, stands in the log. */
  missing: () => Platform[]
  /** Stops taking work, finishes what it has, closes the database. */
  stop: () => Promise<void>
}

export interface Around {
  log: Log
  now: () => Temporal.Instant
  /** What to type to have every part looked at. */
  doctor?: string
}

/** Starts everything that the configuration names. Throws when something that must stand cannot; what was started is stopped again. */
export async function start(config: Config, { log, now, doctor }: Around): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error: unknown) => log.error({ error }, 'a part did not stop cleanly'))
  }
  try {
    const opening = openDatabase({ databaseUrl: config.databaseUrl, dataDir: path.resolve(config.dataDir), log })
    // While the database starts there is time for what the first person would have to wait for.
    warmUp()
    const database = await opening
    undo.push(database.close)
    await migrate({ connection: database.connection, log })
    const list = listIn(config.backup.folder)
    const store = config.backup.s3 && openStore(config.backup.s3)
    const share = store && (() => shareErased(list, store))
    const daily = dailyFor(config, { ...database, store, besides: share }, { log, now })
    if (daily) undo.push(daily.stop)
    const grants = await slackGrants(config, database, { log, now })
    await oweErasures(database.prisma, await erasedIn(list), now())
    const registry = rapportRegistry(daily, {
      list,
      share,
      keepDays: daily && config.backup.keep,
      elsewhere: () => adapters.flatMap(({ forget }) => forget ?? []),
    })
    const house = houseOver(database, config, { log, now })
    const http = httpServer({ host: config.host, port: config.port, log })
    const bot = measured(createBot(registry, house), http.metrics)
    showPages(http.app, registry.pages, house)
    showDoors(http.app, registry.memberPages, house)
    const adapters: Adapter[] = adaptersFor(config, bot, http, log, {
      grants,
      house,
      presence: presenceOf(database.prisma, 'discord', now),
    })
    http.ready('database', async () => (await database.health()).ok)
    for (const adapter of adapters) http.ready(adapter.platform, adapter.ready)
    const url = await http.start()
    undo.push(http.stop)

    const couriers = new Map(adapters.map((adapter) => [adapter.platform, adapter.courier]))
    const delivery = createDelivery({ database, registry, house, couriers, log, doctor })
    // Side by side: a platform that is away takes seconds to say so, and the others need not wait for it.
    undo.push(...adapters.map((adapter) => adapter.stop))
    await Promise.all(adapters.map((adapter) => adapter.start()))
    await delivery.start()
    undo.push(delivery.stop)
    const missing = () => adapters.filter((adapter) => !adapter.ready()).map(({ platform }) => platform)
    return { url, bot, database, missing, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function dailyFor(
  { backup, timeZone }: Config,
  { connection, store, besides }: Pick<DailySettings, 'connection' | 'store' | 'besides'>,
  { log, now }: Around,
): DailyBackup | undefined {
  const { at, folder, keep, passphrase } = backup
  if (at === undefined) return undefined
  return dailyBackup({ connection, folder, store, besides, at, zone: timeZone, keep, passphrase, now, log })
}

/** The tokens of Slack teams, when many install the app. What was locked with an older key is locked with the newest. */
async function slackGrants(
  { slack, tokenKeys }: Config,
  { prisma: db }: OpenDatabase,
  { log, now }: Around,
): Promise<Grants | undefined> {
  if (!slack?.hosted) return undefined
  const box = boxOf(tokenKeys)
  const { relocked, unreadable } = await relockGrants(db, box)
  if (relocked) log.info({ relocked }, 'tokens were encrypted anew with the newest key of TOKEN_KEY')
  if (unreadable)
    log.error(
      { unreadable },
      'tokens are encrypted with a key that TOKEN_KEY does not hold: put it behind the newest, or have these teams install again',
    )
  return grantsOf({ db, platform: 'slack', box, now, log })
}

interface Given {
  grants: Grants | undefined
  house: House
  presence: Presence
}

function adaptersFor(
  config: Config,
  bot: Bot,
  http: ReturnType<typeof httpServer>,
  log: Log,
  { grants, house, presence }: Given,
): Adapter[] {
  const hosting = grants && { grants, identify: house.identify, now: () => house.now().epochMilliseconds }
  return [
    ...(config.slack ? [slackAdapter({ bot, config: config.slack, log, app: http.app, hosting })] : []),
    ...(config.discord ? [discordAdapter({ bot, config: config.discord, log, presence })] : []),
    ...(config.playground
      ? [playgroundAdapter({ bot, app: http.app, log, dataDir: path.resolve(config.dataDir), timeZone: config.timeZone })]
      : []),
  ]
}
