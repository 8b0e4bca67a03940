import { expect, test } from 'vitest'
import { rapport, said } from '../../support/rapport.ts'

/** More than any of the limits by which names, addresses and notes are read. */
const MANY = 400

const { database, person, bot } = await rapport()
const db = database.prisma
const [ana, eve] = [person('Ana'), person('Eve')]

test('among many namesakes who are not seen, the one who is seen is found, whichever way', async () => {
  await ana.say('tour')
  await eve.say('tour')
  await eve.say('add company Zhangsons of the Far and Long Road +49 30 901820 zhangsons.example')
  await eve.say('add contact Wei Zhang Abcdefghijk at Zhangsons of the Far and Long Road wei@zhangsons.example')
  await eve.say('tag Wei Zhang Abcdefghijk vip')
  await eve.say('tag Zhangsons of the Far and Long Road vip')
  await eve.say('log Wei Zhang Abcdefghijk: spoke about the periwinkle prices')
  const seen = await db.contact.findFirstOrThrow({ where: { name: { startsWith: 'Wei' } } })
  const { id: unseen } = await db.member.findFirstOrThrow({ where: { name: 'Ana' } })
  // Everything that the one who is seen is found by the others have too, and come first in every order.
  await db.$executeRaw`INSERT INTO companies ("workspaceId", id, name, "searchName", "nameTokens", "nameRules", aliases, domains, phones, tags, "ownerId", "updatedAt")
    SELECT "workspaceId", gen_random_uuid(), 'Zhangsons ' || n, 'zhangsons ' || n, ARRAY['zhangsons', n::text], "nameRules", '{}', domains, phones, ARRAY['vip'], ${unseen}::uuid, now()
    FROM companies, generate_series(1, ${MANY}::int) n`
  await db.$executeRaw`INSERT INTO contacts ("workspaceId", id, name, "searchName", "nameTokens", "nameRules", emails, tags, "ownerId", "updatedAt")
    SELECT "workspaceId", gen_random_uuid(), 'Wei Zhang ' || n, 'wei zhang ' || n, ARRAY['wei', 'zhang', n::text], "nameRules", emails, tags, ${unseen}::uuid, now()
    FROM contacts, generate_series(1, ${MANY}::int) n`
  await db.$executeRaw`INSERT INTO activities ("workspaceId", id, "contactId", "memberId", kind, "occurredAt", zone, note, "updatedAt")
    SELECT a."workspaceId", gen_random_uuid(), p.id, ${unseen}::uuid, 'call', a."occurredAt" + interval '1 minute', a.zone, a.note, now() FROM activities a, contacts p WHERE p."ownerId" = ${unseen}::uuid`
  await ana.say('settings visibility own')

  const found = 'Wei Zhang Abcdefghijk'
  for (const line of [
    'last Wei',
    'last Wei Zhang',
    'last Wie Zhang',
    'last wei@zhangsons.example',
    'last zhangsons.example',
    'find Wei',
    'find zhang',
    'find contacts tagged vip',
    'find periwinkle',
    'show Wei',
    'timeline Wei',
    'log Wei: left voicemail',
  ])
    expect(said(await eve.say(line)), line).toContain(found)
  for (const line of ['last +49 30 901820', 'find 901820', 'find companies tagged vip', 'last Zhangsons', 'last Zhangson'])
    expect(said(await eve.say(line)), line).toContain('Zhangsons of the Far')
  const place = { platform: 'playground', team: 'acme-sales', user: 'eve', kind: 'direct', channel: 'eve' } as const
  for (const typed of ['w', 'wei', 'wei zh', 'zhang', 'wie zhang', 'wei@zhangsons.example']) {
    const choices = await bot.suggest({
      place,
      operation: 'last',
      field: 'customer',
      typed,
      profile: async () => ({ name: 'Eve' }),
    })
    expect(
      choices.map(({ value }) => value),
      typed,
    ).toContain(`contact:${seen.id}`)
  }
})
