import { expect, test } from 'vitest'
import { loadSample } from '../../src/cli/sample.ts'
import { rapport, said } from '../support/rapport.ts'

test('start --sample: the sample stands for the playground’s first person; once, and only where nothing is', async () => {
  const house = await rapport()
  const ana = house.person('Ana', { team: 'playground' })
  const companies = () => house.database.prisma.company.count({ where: { archivedAt: null } })
  const load = () => loadSample(house.bot, { timeZone: 'Europe/Berlin', locale: 'en' })

  await load()
  expect(said(await ana.say('last Wei Zhang'))).toContain('Last contact with Wei Zhang (Acme Corp)')
  const loaded = await companies()
  await load()
  expect(await companies()).toBe(loaded)

  await ana.say('undo')
  expect(await companies()).toBe(0)
  await load()
  expect(await companies()).toBe(0)

  const other = await rapport()
  await other.person('Ana', { team: 'playground' }).say('add company Globex')
  await loadSample(other.bot, { timeZone: 'Europe/Berlin', locale: 'en' })
  expect(await other.database.prisma.company.count()).toBe(1)
  expect([...house.faults, ...other.faults]).toEqual([])
})
