import { createHmac } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { asPrefix, readAddress, type StoreSettings } from './database/index.ts'

const zone = z.string().refine(isZone, 'is not a time zone I know; use an IANA name such as Europe/Berlin')
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })
const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
  .max(65_535, 'must be 65535 or less')
const text = z.string().trim().min(1)
const shards = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(10_000, 'must be 10000 or less')

const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .refine(URL.canParse, 'is no address; it looks like this: postgresql://user:password@host:5432/database')
      .optional(),
    DATA_DIR: text.default('./data'),
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'is the bot token and begins with xoxb-').optional(),
    SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'is the app-level token and begins with xapp-').optional(),
    SLACK_SIGNING_SECRET: text.optional(),
    SLACK_API_URL: httpUrl.optional(),
    SLACK_CLIENT_ID: z
      .string()
      .regex(/^\d+\.\d+$/, 'is the client id and looks like this: 1234567890.1234567890')
      .optional(),
    SLACK_CLIENT_SECRET: text.optional(),
    SLACK_STATE_SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
    TOKEN_KEY: z.string().transform(keysIn).optional(),
    DISCORD_TOKEN: text.optional(),
    DISCORD_API_URL: httpUrl.optional(),
    DISCORD_SHARDS: z.union([z.literal('auto'), shards], { error: 'must be auto, or how many there are' }).optional(),
    DISCORD_SHARD_COUNT: shards.optional(),
    DISCORD_SHARD_IDS: z
      .string()
      .regex(/^\s*\d+\s*(,\s*\d+\s*)*$/, 'must be numbers from 0 on, such as 0,1')
      .transform((ids) => [...new Set(ids.split(',').map(Number))])
      .optional(),
    HOST: text.default('127.0.0.1'),
    PORT: port.default(3000),
    PUBLIC_URL: httpUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
    BACKUP_DIR: text.optional(),
    BACKUP_AT: z
      .string()
      .regex(/^(([01]?\d|2[0-3]):[0-5]\d|off)$/, 'must be a time of day such as 03:00, or off')
      .default('03:00'),
    BACKUP_KEEP: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 or more').default(14),
    BACKUP_S3: z
      .string()
      .transform((text) => text.trim())
      .refine((text) => readAddress(text), 'must name a bucket: s3://bucket, or s3://bucket/folder')
      .optional(),
    BACKUP_S3_ENDPOINT: httpUrl.optional(),
    BACKUP_S3_REGION: text.optional(),
    BACKUP_S3_KEY: text.optional(),
    BACKUP_S3_SECRET: text.optional(),
    BACKUP_S3_PATH_STYLE: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
    BACKUP_PASSPHRASE: z.string().min(8, 'must have 8 characters or more').optional(),
    PLAYGROUND: z.enum(['on', 'off']).optional(),
    DEFAULT_TIME_ZONE: zone.optional(),
    DEFAULT_LOCALE: z.enum(['en', 'zh']).default('en'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  })
  .superRefine((env, fault) => {
    const say = (path: string, message: string) => fault.addIssue({ code: 'custom', path: [path], message })
    const { SLACK_BOT_TOKEN: bot, SLACK_CLIENT_ID: many, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = env
    if (bot && !app && !signing)
      say('SLACK_BOT_TOKEN', 'needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it')
    if (!bot && !many && app)
      say('SLACK_APP_TOKEN', 'needs SLACK_BOT_TOKEN beside it, or SLACK_CLIENT_ID when many teams install the app')
    if (!bot && !many && signing)
      say('SLACK_SIGNING_SECRET', 'needs SLACK_BOT_TOKEN beside it, or SLACK_CLIENT_ID when many teams install the app')
    if (bot && many) say('SLACK_BOT_TOKEN', 'is for one team, SLACK_CLIENT_ID for many: take one of them away')
    if (!many && env.SLACK_CLIENT_SECRET) say('SLACK_CLIENT_SECRET', 'needs SLACK_CLIENT_ID beside it')
    if (many) for (const [name, what] of lackingForMany(env)) say(name, what)
    const { BACKUP_S3_KEY: key, BACKUP_S3_SECRET: secret } = env
    if (key && !secret) say('BACKUP_S3_KEY', 'needs BACKUP_S3_SECRET beside it')
    if (secret && !key) say('BACKUP_S3_SECRET', 'needs BACKUP_S3_KEY beside it')
    const { DISCORD_SHARD_IDS: ids, DISCORD_SHARD_COUNT: count } = env
    if (ids && !count) say('DISCORD_SHARD_IDS', 'needs DISCORD_SHARD_COUNT beside it: how many shards there are in all processes')
    if (count && !ids) say('DISCORD_SHARD_COUNT', 'needs DISCORD_SHARD_IDS beside it: which of them this process has')
    if (ids && count && ids.some((id) => id >= count))
      say('DISCORD_SHARD_IDS', `must be below DISCORD_SHARD_COUNT: 0 to ${count - 1}`)
    if (ids && env.DISCORD_SHARDS) say('DISCORD_SHARDS', 'is for one process; with DISCORD_SHARD_IDS for several take it away')
  })

type Environment = Partial<Record<'SLACK_CLIENT_SECRET' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'PUBLIC_URL', string>> & {
  TOKEN_KEY?: unknown
}

/** What an app that many teams install needs besides its id. */
const lackingForMany = (env: Environment): [string, string][] => {
  const lacking: [string, string][] = []
  if (!env.SLACK_CLIENT_SECRET) lacking.push(['SLACK_CLIENT_SECRET', 'is needed with SLACK_CLIENT_ID'])
  if (!env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET)
    lacking.push(['SLACK_CLIENT_ID', 'needs SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode) beside it'])
  if (!env.TOKEN_KEY)
    lacking.push(['TOKEN_KEY', `is needed with SLACK_CLIENT_ID: it encrypts the teams' tokens. Make one: ${MAKE_KEY}`])
  if (!env.PUBLIC_URL)
    lacking.push(['PUBLIC_URL', 'is needed with SLACK_CLIENT_ID: browsers come back to it when a team installs the app'])
  else if (!/^https:/.test(env.PUBLIC_URL) && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(env.PUBLIC_URL))
    lacking.push(['PUBLIC_URL', 'must begin with https:// when teams install the app by it'])
  return lacking
}

const MAKE_KEY = 'openssl rand -base64 32'

/** Keys of 32 bytes, in base64 or hexadecimal, the newest first. */
function keysIn(text: string, fault: z.RefinementCtx): Buffer[] {
  const keys = text.split(',').map((one) => Buffer.from(one.trim(), /^[0-9a-f]{64}$/i.test(one.trim()) ? 'hex' : 'base64'))
  if (keys.every((key) => key.length === 32)) return keys
  fault.addIssue({
    code: 'custom',
    message: `must be 32 random bytes, or several such keys with commas between, the newest first. Make one: ${MAKE_KEY}`,
  })
  return z.NEVER
}

export interface Config {
  databaseUrl: string | undefined
  dataDir: string
  slack: SlackSettings | undefined
  discord: { token: string; apiUrl?: string; shards?: ShardSettings } | undefined
  /** What tokens are encrypted with; the first locks, the others still open. */
  tokenKeys: Buffer[]
  backup: BackupConfig
  host: string
  port: number
  /** Where the bot is reached from outside, without a slash at the end. */
  publicUrl: string | undefined
  playground: boolean
  timeZone: string
  locale: 'en' | 'zh'
  logLevel: string
}

export interface SlackSettings {
  /** One team. */
  botToken?: string
  /** Many teams: each installs the app by itself. */
  hosted?: { clientId: string; clientSecret: string; stateSecret: string; publicUrl: string }
  appToken?: string
  signingSecret?: string
  apiUrl?: string
}

/** As many as Discord wants, so many, or some of those that several processes have. */
export type ShardSettings = 'auto' | { count: number; ids: number[] }

export interface BackupConfig {
  folder: string
  /** HH:mm in the time zone of the bot; undefined: no daily backup. */
  at: string | undefined
  /** So many daily ones are kept. */
  keep: number
  passphrase: string | undefined
  /** The store that the daily one goes to; undefined: into the folder. */
  s3: StoreSettings | undefined
  /** The store of another address, with the same endpoint, region and key. */
  storeAt: (address: string) => StoreSettings
}

/** Something in the environment is wrong; the message lists every fault, one a line. */
export class ConfigError extends Error {}

/** Reads the environment. Throws ConfigError with every fault at once. The machine's own zone is the default time zone. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable, as `.env` files leave them, is one that is not set.
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim())))
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  const env = parsed.data
  const slack = slackIn(env)
  const discord = env.DISCORD_TOKEN ? { token: env.DISCORD_TOKEN, apiUrl: env.DISCORD_API_URL, shards: shardsIn(env) } : undefined
  return {
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    slack,
    discord,
    tokenKeys: env.TOKEN_KEY ?? [],
    backup: {
      folder: path.resolve(env.BACKUP_DIR ?? path.join(env.DATA_DIR, 'backups')),
      at: env.BACKUP_AT === 'off' ? undefined : env.BACKUP_AT.padStart(5, '0'),
      keep: env.BACKUP_KEEP,
      passphrase: env.BACKUP_PASSPHRASE,
      s3: env.BACKUP_S3 === undefined ? undefined : storeIn(env, env.BACKUP_S3),
      storeAt: (address) => storeIn(env, address),
    },
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    playground: env.PLAYGROUND ? env.PLAYGROUND === 'on' : !slack && !discord,
    timeZone: env.DEFAULT_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: env.DEFAULT_LOCALE,
    logLevel: env.LOG_LEVEL,
  }
}

function slackIn(env: z.infer<typeof schema>): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret = '' } = env
  if (!botToken && !clientId) return undefined
  const common = { appToken: env.SLACK_APP_TOKEN, signingSecret: env.SLACK_SIGNING_SECRET, apiUrl: env.SLACK_API_URL }
  if (!clientId) return { botToken, ...common }
  const stateSecret = env.SLACK_STATE_SECRET ?? createHmac('sha256', clientSecret).update('rapport state').digest('hex')
  return { hosted: { clientId, clientSecret, stateSecret, publicUrl: env.PUBLIC_URL ?? '' }, ...common }
}

/** @throws ConfigError when that is no address of a bucket. */
function storeIn(env: z.infer<typeof schema>, address: string): StoreSettings {
  const { BACKUP_S3_ENDPOINT: endpoint, BACKUP_S3_KEY: id, BACKUP_S3_SECRET: secret } = env
  const read = readAddress(address)
  if (!read) throw new ConfigError(`${address} is no address of a bucket; one looks like this: s3://bucket/folder`)
  return {
    bucket: read.bucket,
    prefix: asPrefix(read.rest),
    endpoint,
    region: env.BACKUP_S3_REGION ?? regionOf(endpoint),
    key: id && secret ? { id, secret } : undefined,
    pathStyle: env.BACKUP_S3_PATH_STYLE ? env.BACKUP_S3_PATH_STYLE === 'on' : endpoint !== undefined,
  }
}

/** Many stores have it in their address: https://s3.eu-central-003.backblazeb2.com. The others take any. */
const regionOf = (endpoint = ''): string => /^https?:\/\/s3[.-]([a-z]+-[a-z0-9-]*\d+)\./.exec(endpoint)?.[1] ?? 'us-east-1'

function shardsIn({
  DISCORD_SHARDS: all,
  DISCORD_SHARD_IDS: ids,
  DISCORD_SHARD_COUNT: count,
}: z.infer<typeof schema>): ShardSettings | undefined {
  if (ids && count) return { count, ids }
  if (typeof all === 'number') return { count: all, ids: Array.from({ length: all }, (_, id) => id) }
  return all
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
