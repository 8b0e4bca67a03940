import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

const KEY = Buffer.alloc(32, 7)
const MANY = {
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_SIGNING_SECRET: 'signing',
  TOKEN_KEY: KEY.toString('base64'),
  PUBLIC_URL: 'https://rapport.example.com/',
}
const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n')
  }
}

test('an app for many teams has its client, a key and an address', () => {
  const { slack, tokenKeys, playground } = readConfig(MANY)
  expect(slack).toMatchObject({
    hosted: { clientId: '123.456', publicUrl: 'https://rapport.example.com' },
    signingSecret: 'signing',
  })
  expect(slack?.hosted?.stateSecret).toMatch(/^[0-9a-f]{64}$/)
  expect(tokenKeys).toEqual([KEY])
  expect(playground).toBe(false)
})

test('keys come in base64 or hexadecimal, several with commas between', () => {
  const other = Buffer.alloc(32, 9)
  expect(readConfig({ ...MANY, TOKEN_KEY: `${other.toString('hex')}, ${KEY.toString('base64')}` }).tokenKeys).toEqual([
    other,
    KEY,
  ])
})

test('everything that is missing for many teams is said at once', () => {
  const faults = faultsOf({ SLACK_CLIENT_ID: '123.456' })
  expect(faults.map((one) => one.split(' ')[0])).toEqual(['SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID', 'TOKEN_KEY', 'PUBLIC_URL'])
})

test.each([
  ['a key that is too short', { ...MANY, TOKEN_KEY: 'c2hvcnQ=' }, 'TOKEN_KEY must be 32 random bytes'],
  ['a key and nothing', { ...MANY, TOKEN_KEY: `${MANY.TOKEN_KEY},` }, 'TOKEN_KEY must be 32 random bytes'],
  ['one team and many', { ...MANY, SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is for one team'],
  ['plain http', { ...MANY, PUBLIC_URL: 'http://rapport.example.com' }, 'PUBLIC_URL must begin with https://'],
  ['a client id that is none', { ...MANY, SLACK_CLIENT_ID: 'abc' }, 'SLACK_CLIENT_ID is the client id'],
  ['a secret alone', { SLACK_CLIENT_SECRET: 'x' }, 'SLACK_CLIENT_SECRET needs SLACK_CLIENT_ID'],
  ['shard ids alone', { DISCORD_TOKEN: 't', DISCORD_SHARD_IDS: '0,1' }, 'DISCORD_SHARD_IDS needs DISCORD_SHARD_COUNT'],
  ['a count alone', { DISCORD_TOKEN: 't', DISCORD_SHARD_COUNT: '2' }, 'DISCORD_SHARD_COUNT needs DISCORD_SHARD_IDS'],
  [
    'an id that is too high',
    { DISCORD_TOKEN: 't', DISCORD_SHARD_IDS: '0,2', DISCORD_SHARD_COUNT: '2' },
    'DISCORD_SHARD_IDS must be below',
  ],
  ['shards that are no number', { DISCORD_TOKEN: 't', DISCORD_SHARDS: 'many' }, 'DISCORD_SHARDS must be auto'],
  [
    'both ways',
    { DISCORD_TOKEN: 't', DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '0', DISCORD_SHARD_COUNT: '2' },
    'DISCORD_SHARDS is for one process',
  ],
])('%s is refused', (_, environment, said) => {
  expect(faultsOf(environment)).toEqual([expect.stringContaining(said)])
})

test('one process has all shards, several have theirs', () => {
  const shards = (more: Record<string, string>) => readConfig({ DISCORD_TOKEN: 't', ...more }).discord?.shards
  expect(shards({})).toBeUndefined()
  expect(shards({ DISCORD_SHARDS: 'auto' })).toBe('auto')
  expect(shards({ DISCORD_SHARDS: '3' })).toEqual({ count: 3, ids: [0, 1, 2] })
  expect(shards({ DISCORD_SHARD_IDS: '1, 2', DISCORD_SHARD_COUNT: '4' })).toEqual({ count: 4, ids: [1, 2] })
})
