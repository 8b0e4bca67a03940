import { type Person, rapport, textOf } from '../../support/rapport.ts'

/** Ana in Berlin, who speaks English; Li in Shanghai, who speaks Chinese; Bo in New York, their manager. No digests unless asked for. */
export async function people({ digest = false } = {}) {
  const house = await rapport()
  const ana = house.person('Ana')
  const bo = house.person('Bo', { profile: { timeZone: 'America/New_York' } })
  const li = house.person('Li', { profile: { timeZone: 'Asia/Shanghai', locale: 'zh-CN' } })
  for (const one of [ana, bo, li]) await one.say('help')
  await house.database.prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'manager' } })
  await house.database.prisma.member.updateMany({ where: { name: 'Ana' }, data: { role: 'rep' } })
  await house.database.prisma.member.updateMany({ data: { digest } })
  house.house.forget((await house.database.prisma.workspace.findFirstOrThrow()).id, new Set(['member']))
  for (const line of ['add company Acme Corp', 'add contact Wei Zhang at Acme Corp']) await ana.say(line)
  await house.delivery.tick()

  /** No tasks, no messages, Tuesday 24 November 2026, 10:00 in Berlin. */
  const clear = async () => {
    await house.database.prisma.task.deleteMany()
    await house.database.prisma.shownList.deleteMany()
    await house.database.prisma.message.deleteMany()
    await house.database.prisma.member.updateMany({ data: { digestDay: null, digest } })
    house.clock.set('2026-11-24T10:00:00+01:00')
  }
  /** What came to somebody while this went on, as text. */
  const cameTo = async (person: Person, at?: string) => {
    if (at) house.clock.set(at)
    const before = person.inbox.length
    await house.delivery.tick()
    return person.inbox.slice(before).map(textOf)
  }
  const newest = (person: Person) => person.inbox.at(-1)!
  const task = (what: string) => house.database.prisma.task.findFirstOrThrow({ where: { what }, orderBy: { id: 'desc' } })
  return { house, db: house.database.prisma, clock: house.clock, ana, bo, li, clear, cameTo, newest, task }
}
