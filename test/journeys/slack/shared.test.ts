import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, BO, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'

describe.each(['http', 'socket'] as const)('files shared with a line in Slack by %s', (mode) => {
  let it: SlackHouse
  beforeAll(async () => {
    it = await slackHouse(mode)
    await withCustomers(it)
  })
  afterAll(() => it.close())

  const shared = async (names: string[], text: string, answer: string) => {
    await it.slack.share(ANA, names, text)
    const found = () => it.slack.seenBy(ANA).find((one) => wordsOf(one).includes(answer))
    await it.slack.until(() => Boolean(found()), answer)
    return found()!
  }
  const asked = async (user: string, text: string) => wordsOf(await it.crm(text, user))

  test('a file is kept on the line’s customer by its page, shown there and in the timeline, and goes with the note', async () => {
    const logged = await shared(
      ['contract.pdf', '报价 2026.xlsx'],
      'met Wei Zhang, went through the contract',
      'contract.pdf, 报价 2026.xlsx',
    )
    expect(await it.house.database.prisma.attachment.findMany({ select: { url: true }, orderBy: { id: 'asc' } })).toEqual([
      { url: expect.stringMatching(/^https:\/\/acme\.slack\.com\/files\/U1\/F\w+\/contract\.pdf$/) },
      { url: expect.stringMatching(/^https:\/\/acme\.slack\.com\/files\/U1\/F\w+\/%E6/) },
    ])
    for (const way of ['attachments wei zhang', 'timeline wei zhang', 'show wei zhang'])
      expect(await asked(BO, way)).toContain('contract.pdf')
    await it.press(logged, 'Undo')
    expect(await asked(BO, 'attachments wei zhang')).toContain('Nothing is attached yet')
  })

  test('beside a private line only its author sees it', async () => {
    await shared(['letter.pdf'], 'log private: Tom Fischer is leaving', 'letter.pdf')
    for (const way of ['attachments tom fischer', 'timeline tom fischer', 'show tom fischer']) {
      expect(await asked(BO, way)).not.toContain('letter.pdf')
      expect(await asked(ANA, way)).toContain('letter.pdf')
    }
  })

  test('beside a pasted list it is attached to nobody, and that is said', async () => {
    await shared(
      ['both.pdf'],
      '- called Wei Zhang, sent the offer\n- met Tom Fischer, good fit',
      'Attached to none of them: both.pdf',
    )
    expect(await it.house.database.prisma.attachment.count({ where: { name: 'both.pdf' } })).toBe(0)
    expect(it.house.faults).toEqual([])
  })
})
