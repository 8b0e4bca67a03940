import { expect, test } from 'vitest'
import { rapport, textOf } from '../../support/rapport.ts'

test('try', async () => {
  const house = await rapport()
  const ana = house.person('Ana')
  const bo = house.person('Bo')
  await ana.say('tour'); await bo.say('tour')
  const t = async (p: typeof ana, line: string) => {
    const a = await p.say(line) as any
    console.log('>', line, '\n', JSON.stringify({ ...(a.reply ?? a), }, (k, v) => (k === 'token' ? undefined : v)).slice(0, 900))
    return a.reply ?? a
  }
  await t(ana, 'add company Acme Corp acme.com')
  await t(ana, 'add contact Wei Zhang at Acme Corp')
  await t(ana, 'add deal acme renewal 50k by end of March owner @bo')
  await t(ana, 'show deal acme renewal')
  await t(ana, 'edit deal acme renewal stage=negotiation amount=12k')
  await t(ana, 'edit deal acme renewal owner=Ana')
  await t(ana, 'deals')
  await t(ana, 'win deal acme renewal')
  await t(ana, 'undo')
  await t(ana, 'lose deal acme renewal: too expensive')
  await t(ana, 'show deal renewal')
  await t(ana, 'history acme')
  await t(ana, '新增商机 锦程物流 续约 5万元 三月底前')
  await t(ana, 'add deal Wei Zhang pilot 12000')
  await t(ana, 'edit deal pilot stage=fun')
  await t(ana, 'edit deal pilot closed=2026-01-01')
  await t(ana, 'edit deal pilot')
  await t(ana, 'help deals')
  console.log(JSON.stringify(house.faults, (k, v) => v instanceof Error ? v.stack : v).slice(0, 3000))
})
