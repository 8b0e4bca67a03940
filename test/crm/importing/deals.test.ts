import { beforeEach, describe, expect, test } from 'vitest'
import { importer } from '../../support/importing.ts'
import { type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let cli: Awaited<ReturnType<typeof importer>>
let runs = 0
beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  for (const line of ['add company Acme Corp', 'add contact Wei Zhang at Acme Corp wei@acme.example', 'add company Globex'])
    await ana.say(line)
  await house.person('Bo').say('tour')
  cli = await importer(house.database, house.clock.now)
})

const take = async (content: string, ...options: string[]) => cli.run(await cli.file(`${++runs}.csv`, content), ...options)
const deals = () =>
  house.database.prisma.deal.findMany({
    where: { archivedAt: null },
    orderBy: { name: 'asc' },
    include: { company: true, contact: true },
  })
const day = (at: string) => new Date(`${at}T00:00:00.000Z`)

describe('deals of other programs', () => {
  test.each([
    [
      'HubSpot',
      'hubspot',
      [
        'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Deal Currency,Pipeline,Associated Company,Associated Contact',
        '901,Renewal,Contract Sent,2027-03-31 10:00,Ana,12000,EUR,Sales,Acme Corp,Wei Zhang (wei@acme.example)',
        '902,Upgrade,Closed Won,2026-10-01 09:15,Bo,8000,EUR,Sales,Globex,',
      ],
    ],
    [
      'HubSpot',
      'hubspot',
      [
        'hs_object_id,dealname,dealstage,closedate,hubspot_owner_id,amount,deal_currency_code,pipeline,associated_company,associated_contact',
        '901,Renewal,contractsent,2027-03-31T08:00:00Z,ana@rapport.example,12000,EUR,default,Acme Corp,Wei Zhang',
        '902,Upgrade,closedwon,2026-10-01T08:00:00Z,bo@rapport.example,8000,EUR,default,Globex,',
      ],
    ],
    [
      'Salesforce',
      'salesforce',
      [
        'Id,Name,StageName,Amount,CloseDate,AccountId,Account Name,OwnerId,CurrencyIsoCode,Contact Name',
        '901,Renewal,Negotiation/Review,12000,2027-03-31,001x,Acme Corp,Ana,EUR,Wei Zhang',
        '902,Upgrade,Closed Won,8000,2026-10-01,001y,Globex,Bo,EUR,',
      ],
    ],
    [
      'Pipedrive',
      'pipedrive',
      [
        'Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Organization,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Owner,Organization - Name',
        '901,Renewal,12000,EUR,Acme Corp,Wei Zhang,Negotiations Started,Open,2027-03-31,,Ana,Acme Corp',
        '902,Upgrade,8000,EUR,Globex,,Proposal Made,Won,,2026-10-01 10:00:00,Bo,Globex',
      ],
    ],
    [
      'Zoho CRM',
      'zoho',
      [
        'Record Id,Deal Name,Account Name,Contact Name,Stage,Amount,Currency,Closing Date,Deal Owner,Modified By Id',
        'zcrm_901,Renewal,Acme Corp,Wei Zhang,Negotiation/Review,12000,EUR,2027-03-31,Ana,1',
        'zcrm_902,Upgrade,Globex,,Closed Won,8000,EUR,2026-10-01,Bo,1',
      ],
    ],
  ])('%s as %s', async (program, source, lines) => {
    const { out, err } = await take(lines.join('\n'))
    expect(err).toBe('')
    expect(out).toContain(`an export of ${program}`)
    expect(out).toContain('deals: 2 new, 0 updated, 0 unchanged')
    expect(out).not.toContain('fault')
    expect(await deals()).toMatchObject([
      {
        ...{ name: 'Renewal', stage: 'negotiation', currency: 'EUR', expectedCloseDate: day('2027-03-31'), closedOn: null },
        ...{ company: { name: 'Acme Corp' }, contact: { name: 'Wei Zhang' }, source, externalId: '901' },
      },
      {
        ...{ name: 'Upgrade', stage: 'won', currency: 'EUR', closedOn: day('2026-10-01'), company: { name: 'Globex' } },
        ...{ contact: null, source, externalId: '902' },
      },
    ])
    expect((await deals()).map(({ amount }) => Number(amount))).toEqual([12_000, 8000])
    const members = new Map((await house.database.prisma.member.findMany()).map(({ id, name }) => [id, name]))
    expect((await deals()).map(({ ownerId }) => members.get(ownerId!))).toEqual(['Ana', 'Bo'])
  })
})

const MAVEN = [
  'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
  '1C1I7A6R,Moses Frase,GTX Plus Basic,Acme Corp,Won,10/20/2016,3/1/2017,1054',
  'Z063OYW0,Darcel Schlecht,GTXPro,Globex,Lost,10/25/2016,3/21/2017,0',
  'EC4QE1BX,Moses Frase,MG Special,,Engaging,10/28/2016,,',
  'MV1LWRNH,Moses Frase,GTX Basic,Nobody Inc,Prospecting,,,',
]

describe('Maven’s pipeline', () => {
  test('is recognized; who sells is told; who is not here is told by line, or made', async () => {
    const { out } = await take(MAVEN.join('\n'), '--owner-map', 'Moses Frase=@ana')
    expect(out).toContain('opportunity_id → id, sales_agent → owner, product → product, account → company')
    expect(out).toContain('close_date → closing')
    expect(out).toContain('deals: 3 new')
    expect(out).toContain('line 5: Nobody Inc: not known here')
    expect(out).toContain('owners who are no members here: Darcel Schlecht (1 row)')
    expect(await deals()).toMatchObject([
      { name: 'GTX Plus Basic', product: 'GTX Plus Basic', stage: 'won', closedOn: day('2017-03-01'), expectedCloseDate: null },
      { name: 'GTXPro', stage: 'lost', closedOn: day('2017-03-21'), company: { name: 'Globex' } },
      { name: 'MG Special', stage: 'qualified', amount: null, company: null, createdAt: new Date('2016-10-28T10:00:00.000Z') },
    ])
    expect(said(await ana.say('show deal gtx plus basic'))).toContain('1,054')
    const made = await take(MAVEN.join('\n'), '--owner-map', 'Moses Frase=@ana', '--create-missing')
    expect(made.out).toContain('deals: 1 new, 0 updated, 3 unchanged')
    expect(made.out).toContain('companies: 1 new')
  })

  test('again changes nothing; what differs is brought up to date; one undo takes all back', async () => {
    await take(MAVEN.join('\n'))
    const changes = await house.database.prisma.change.count()
    expect((await take(MAVEN.join('\n'))).out).toContain('deals: 0 new, 0 updated, 3 unchanged')
    expect(await house.database.prisma.change.count()).toBe(changes)
    const later = await take(
      MAVEN.join('\n').replace('Engaging,10/28/2016,,', 'Won,10/28/2016,4/2/2017,55').replace('Lost', 'Engaging'),
    )
    expect(later.out).toContain('deals: 0 new, 2 updated, 1 unchanged')
    expect(await deals()).toMatchObject([
      {},
      { name: 'GTXPro', stage: 'qualified', closedOn: null },
      { name: 'MG Special', stage: 'won', closedOn: day('2017-04-02') },
    ])
    expect(said(await ana.say('undo'))).toContain('Taken back')
    expect(await deals()).toMatchObject([{}, { stage: 'lost', closedOn: day('2017-03-21') }, { stage: 'qualified' }])
    await ana.say('undo')
    expect(await deals()).toEqual([])
  })
})

test('what a row says wrongly is told, and the rest of it taken; an admin’s own fields are filled', async () => {
  await ana.say('field add deal probability number')
  const { out } = await take(
    [
      'Deal Name,Amount,Deal Stage,Expected close date,Company,Probability,Currency',
      'Renewal,12000,Foo bar,2027-02-30,Acme Corp,80,EUR',
      'Pilot,many,Proposal,2027-02-03,Acme Corp,,ZZZ',
      ',5,Proposal,2027-02-03,,,EUR',
    ].join('\n'),
  )
  expect(out).toContain('deals: 2 new')
  for (const one of ['“Foo bar” is like no stage here', '“2027-02-30” is no day', '“many” is no sum', 'is no currency'])
    expect(out, one).toContain(one)
  expect(out).toContain('line 4: has no name')
  const shown = said(await ana.say('show deal renewal'))
  expect(shown).toContain('€12,000')
  expect(shown).toContain('80')
})

test('what was exported is imported as it was', async () => {
  await ana.say('add deal acme renewal 50k EUR by end of March stage=negotiation product=Basic, tags=key')
  await ana.say('lose deal acme renewal: too expensive')
  const { folder, runExport } = cli
  await runExport('--what', 'deals', '--out', `${folder}/deals.csv`)
  const [before] = await deals()
  expect((await cli.run(`${folder}/deals.csv`)).out).toContain('deals: 0 new, 0 updated, 1 unchanged')
  await house.database.prisma.deal.deleteMany()
  expect((await cli.run(`${folder}/deals.csv`)).out).toContain('deals: 1 new')
  expect((await cli.run(`${folder}/deals.csv`)).out).toContain('deals: 0 new, 0 updated, 1 unchanged')
  const { id: _, source: __, externalId: ___, updatedAt: ____, ...same } = before!
  expect(await deals()).toMatchObject([{ ...same, source: 'import', externalId: before!.id }])
})
