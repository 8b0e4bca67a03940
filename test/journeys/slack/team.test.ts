import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, BO, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'

let it: SlackHouse
beforeAll(async () => {
  it = await slackHouse('http')
  await withCustomers(it)
  await it.crm('help', BO)
  await it.comeTo('2026-11-24T10:30:00+01:00')
})
afterAll(() => it.close())

const inChannel = () => it.slack.shown.filter((one) => one.channel === 'C1' && one.to === 'everybody').map(wordsOf)

test('the team’s day comes into the channel that was chosen, for all to see; only who asked hears that it will', async () => {
  const answer = await it.crm('settings digest <#C1|sales> 9:00')
  expect(wordsOf(answer)).toMatch(/#sales hears the team’s day at 09:00 \(Europe\/Berlin\)[\s\S]*only because you asked/)
  expect(it.slack.seenBy(BO).map(wordsOf).join()).not.toContain('The team’s day will be told here')
  expect(it.slack.seenBy(ANA).map(wordsOf).join()).toContain('The team’s day will be told here on working days at 09:00')
  await it.crm('log Acme Corp: spoke to Wei, wants a quote over €40,000')
  await it.comeTo('2026-11-25T09:00:00+01:00')
  expect(inChannel()).toEqual([expect.stringMatching(/The team’s day, Wed 25 Nov[\s\S]*Wei Zhang \(Acme Corp\) · €40,000/)])
})

test('a channel without the bot is refused when it is set, with what to do', async () => {
  expect(wordsOf(await it.crm('settings digest <#C9|leads> 9:00'))).toContain('I am not in #leads. Type /invite @Rapport there')
  expect(wordsOf(await it.crm('settings digest #nowhere 9:00'))).toContain('I find no channel “#nowhere”')
  it.slack.refusals.splice(0)
})

test('where Slack does not tell, it is set, and what is refused later is told of once', async () => {
  it.slack.fail('chat.postEphemeral', { error: 'user_not_in_channel' })
  expect(wordsOf(await it.crm('settings digest <#C1|sales> 9:00'))).toContain('You are not in that channel')
  for (const day of ['Thursday', 'Friday']) await it.crm(`remind ${day} 6pm file the report`)
  it.slack.joined.delete('C1')
  await it.comeTo('2026-11-26T09:00:00+01:00')
  await it.comeTo('2026-11-26T09:30:00+01:00')
  const told = () => it.slack.seenBy(ANA).filter((one) => wordsOf(one).includes('did not get into #sales'))
  expect(told()).toHaveLength(1)
  expect(told()[0]?.channel).toBe(`D${ANA}`)
  await it.comeTo('2026-11-27T09:00:00+01:00')
  await it.comeTo('2026-11-27T09:30:00+01:00')
  expect(told()).toHaveLength(1)
  it.slack.joined.add('C1')
  it.slack.refusals.splice(0)
})

test('in a direct message Slack names the channel by its id alone', async () => {
  expect(wordsOf(await it.dm('settings digest <#C1> off'))).toContain('#sales does not hear the team’s day any more')
})

test('Slack took everything else', () => {
  expect(it.slack.refusals).toEqual([])
  expect(it.slack.complaints).toEqual([])
})
