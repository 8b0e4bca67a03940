import path from 'node:path'
import { z } from 'zod'

const zone = z.string().refine(isZone, 'is not a time zone I know; use an IANA name such as Europe/Berlin')
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })
const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
  .max(65_535, 'must be 65535 or less')
const text = z.string().trim().min(1)

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
    DISCORD_TOKEN: text.optional(),
    DISCORD_API_URL: httpUrl.optional(),
    HOST: text.default('127.0.0.1'),
    PORT: port.default(3000),
    PUBLIC_URL: httpUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
    BACKUP_DIR: text.optional(),
    BACKUP_AT: z
      .string()
      .regex(/^(([01]?\d|2[0-3]):[0-5]\d|off)$/, 'must be a time of day such as 03:00, or off')
      .default('03:00'),
    BACKUP_KEEP: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 or more').default(14),
    BACKUP_PASSPHRASE: z.string().min(8, 'must have 8 characters or more').optional(),
    PLAYGROUND: z.enum(['on', 'off']).optional(),
    DEFAULT_TIME_ZONE: zone.optional(),
    DEFAULT_LOCALE: z.enum(['en', 'zh']).default('en'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  })
  .superRefine((env, fault) => {
    const say = (path: string, message: string) => fault.addIssue({ code: 'custom', path: [path], message })
    if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET)
      say('SLACK_BOT_TOKEN', 'needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it')
    if (!env.SLACK_BOT_TOKEN && env.SLACK_APP_TOKEN) say('SLACK_APP_TOKEN', 'needs SLACK_BOT_TOKEN beside it')
    if (!env.SLACK_BOT_TOKEN && env.SLACK_SIGNING_SECRET) say('SLACK_SIGNING_SECRET', 'needs SLACK_BOT_TOKEN beside it')
  })

export interface Config {
  databaseUrl: string | undefined
  dataDir: string
  slack: { botToken: string; appToken?: string; signingSecret?: string; apiUrl?: string } | undefined
  discord: { token: string; apiUrl?: string } | undefined
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

export interface BackupConfig {
  folder: string
  /** HH:mm in the time zone of the bot; undefined: no daily backup. */
  at: string | undefined
  /** So many daily ones are kept. */
  keep: number
  passphrase: string | undefined
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
  const slack = env.SLACK_BOT_TOKEN
    ? {
        botToken: env.SLACK_BOT_TOKEN,
        appToken: env.SLACK_APP_TOKEN,
        signingSecret: env.SLACK_SIGNING_SECRET,
        apiUrl: env.SLACK_API_URL,
      }
    : undefined
  const discord = env.DISCORD_TOKEN ? { token: env.DISCORD_TOKEN, apiUrl: env.DISCORD_API_URL } : undefined
  return {
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    slack,
    discord,
    backup: {
      folder: path.resolve(env.BACKUP_DIR ?? path.join(env.DATA_DIR, 'backups')),
      at: env.BACKUP_AT === 'off' ? undefined : env.BACKUP_AT.padStart(5, '0'),
      keep: env.BACKUP_KEEP,
      passphrase: env.BACKUP_PASSPHRASE,
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

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
