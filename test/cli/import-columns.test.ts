import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { importer } from '../support/importing.ts'
import { rapport } from '../support/rapport.ts'

const database = await freshDatabase()
const db = database.prisma
const house = await rapport({ over: database })
const { file, run } = await importer(database, house.clock.now)
await house.person('Ana').say('help')

beforeEach(async () => {
  await db.activity.deleteMany()
  await db.deal.deleteMany()
  await db.contact.deleteMany()
  await db.company.deleteMany()
})

const take = async (rows: string[], ...typed: string[]) => run(await file('export.csv', `${rows.join('\n')}\n`), ...typed)
const company = async () => {
  const found = await db.company.findFirstOrThrow()
  return { ...found, revenue: found.revenue === null ? null : Number(found.revenue) }
}
const contact = () => db.contact.findFirstOrThrow()

const GLOBEX = { name: 'Globex', industry: 'Retail', city: 'Bonn', country: 'Germany', employees: 1200, domains: ['globex.com'] }

describe('companies as other CRMs export them', () => {
  test.each([
    [
      'HubSpot',
      'Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Company Domain Name,Number of Employees,Annual Revenue,Year Founded,Street Address,State/Region,Postal Code',
      '4711,Globex,Ana,2024-01-02 10:00,+49 228 123456,Bonn,Germany,Retail,globex.com,1200,5000000,1999,1 Street,NRW,53111',
    ],
    [
      'HubSpot',
      'hs_object_id,name,hubspot_owner_id,phone,city,country,industry,domain,numberofemployees,annualrevenue,founded_year,address,state,zip',
      '4711,Globex,9,+49 228 123456,Bonn,Germany,Retail,globex.com,1200,5000000,1999,1 Street,NRW,53111',
    ],
    [
      'Salesforce',
      'Account ID,Account Name,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Phone,Website,Industry,Employees,Annual Revenue,Year Founded',
      '0015g00000AbCdE,Globex,1 Street,Bonn,NRW,53111,Germany,+49 228 123456,https://www.globex.com/,Retail,1200,5000000,1999',
    ],
    [
      'Salesforce',
      'Id,Name,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,Website,Industry,NumberOfEmployees,AnnualRevenue,Founded',
      '0015g00000AbCdE,Globex,1 Street,Bonn,NRW,53111,Germany,+49 228 123456,globex.com,Retail,1200,5000000,1999',
    ],
    [
      'Zoho CRM',
      'Record Id,Account Owner.id,Account Owner,Account Name,Phone,Website,Industry,Employees,Annual Revenue,Billing Street,Billing City,Billing State,Billing Code,Billing Country,Founded',
      'zcrm_48,7,Ana,Globex,+49 228 123456,globex.com,Retail,1200,5000000,1 Street,Bonn,NRW,53111,Germany,1999',
    ],
    [
      'Pipedrive',
      'Organization - Name,Organization - Owner,Organization - ID,Organization - Address - Street/road name,Organization - Address - City/town/village/locality,Organization - Address - State/county,Organization - Address - ZIP/Postal code,Organization - Address - Country,Organization - Website,Organization - Industry,Organization - Number of employees,Organization - Annual revenue,Founded,Phone',
      'Globex,Ana,12,1 Street,Bonn,NRW,53111,Germany,globex.com,Retail,1200,5000000,1999,+49 228 123456',
    ],
  ])('%s', async (program, header, row) => {
    expect((await take([header, row])).out).toContain(`an export of ${program}`)
    expect(await company()).toMatchObject({
      ...GLOBEX,
      revenue: 5_000_000,
      founded: 1999,
      phones: ['+49228123456'],
      address: '1 Street, 53111 NRW',
    })
    expect(await db.contact.count()).toBe(0)
  })
})

describe('people as other CRMs export them', () => {
  test.each([
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Associated Company,Contact owner,City,Lifecycle Stage',
      '1,Wei,Zhang,wei@globex.com,+1 415 555 0100,+1 415 555 0111,CTO,Globex,Ana,Hamburg,Lead',
    ],
    [
      'HubSpot',
      'hs_object_id,firstname,lastname,email,phone,mobilephone,jobtitle,company,hubspot_owner_id,city,lifecyclestage',
      '1,Wei,Zhang,wei@globex.com,+1 415 555 0100,+1 415 555 0111,CTO,Globex,9,Hamburg,lead',
    ],
    [
      'Salesforce',
      'Contact ID,First Name,Last Name,Title,Account Name,Email,Business Phone,Mobile Phone,Mailing City,Mailing State/Province',
      '0035g0,Wei,Zhang,CTO,Globex,wei@globex.com,+1 415 555 0100,+1 415 555 0111,Hamburg,HH',
    ],
    [
      'Salesforce',
      'Id,FirstName,LastName,Title,Account.Name,AccountId,Email,Phone,MobilePhone,MailingCity',
      '0035g0,Wei,Zhang,CTO,Globex,0015g0,wei@globex.com,+1 415 555 0100,+1 415 555 0111,Hamburg',
    ],
    [
      'Zoho CRM',
      'Record Id,First Name,Last Name,Account Name.id,Account Name,Title,Email,Phone,Mobile,Mailing City,Mailing Zip',
      'zcrm_5,Wei,Zhang,zcrm_48,Globex,CTO,wei@globex.com,+1 415 555 0100,+1 415 555 0111,Hamburg,20095',
    ],
    [
      'Pipedrive',
      'Person - Name,Person - Organization,Person - Job title,Person - Email - Work,Person - Phone - Work,Person - Phone - Mobile,Person - ID',
      'Wei Zhang,Globex,CTO,wei@globex.com,+1 415 555 0100,+1 415 555 0111,3',
    ],
  ])('%s', async (program, header, row) => {
    expect((await take([header, row])).out).toContain(`an export of ${program}`)
    // The city is where the person lives: the company's stays open.
    expect(await company()).toMatchObject({ name: 'Globex', city: null, phones: [] })
    expect(await contact()).toMatchObject({
      name: 'Wei Zhang',
      title: 'CTO',
      companyId: (await company()).id,
      emails: ['wei@globex.com'],
      phones: ['+14155550100', '+14155550111'],
    })
  })
})

describe('other columns', () => {
  test('a header with a slip is taken and said; what is not taken is listed', async () => {
    const { out } = await take(['Compny Name,Industrie,Web Site,Shoe size', 'Globex,Retail,globex.com,9'])
    expect(out).toContain('Compny Name → company (a similar name), Industrie → industry (a similar name), Web Site → domain')
    expect(out).toContain('columns not taken: Shoe size (--map')
    expect(await company()).toMatchObject({ name: 'Globex', industry: 'Retail', domains: ['globex.com'] })
  })

  test('in Chinese', async () => {
    await take(['公司名称,所属行业,员工人数,联系人,手机号码,职务', '锦程物流,物流,300,王芳,13800138000,总经理'])
    expect(await company()).toMatchObject({ name: '锦程物流', industry: '物流', employees: 300 })
    expect(await contact()).toMatchObject({ name: '王芳', title: '总经理' })
  })

  test('what is told goes before all; nothing behind the sign leaves a column out', async () => {
    const rows = ['Firm of choice,Industry,City', 'Globex,Retail,Bonn']
    expect((await take(rows)).err).toContain('--map "Their header=company"')
    await take(rows, '--map', 'firm of choice=company', '--map', 'Industry=')
    expect(await company()).toMatchObject({ name: 'Globex', industry: null, city: 'Bonn' })
    expect((await take(rows, '--map', 'Nothing=company')).err).toContain('no column of that name. It has: Firm of choice')
    expect((await take(rows, '--map', 'City=town hall')).err).toContain(
      'there is no “town hall”. A column can hold: company, industry',
    )
  })

  test('companies or people: asked when the columns do not tell', async () => {
    const rows = ['Name,Phone,Email', 'Wei Zhang,+1 415 555 0111,wei@globex.com']
    const refused = await take(rows)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Type --what companies, or --what contacts') })
    await take(rows, '--what', 'contacts')
    expect(await contact()).toMatchObject({ name: 'Wei Zhang', phones: ['+14155550111'], emails: ['wei@globex.com'] })
    expect(await db.company.count()).toBe(0)
    await take(rows, '--what', 'companies')
    expect(await company()).toMatchObject({ name: 'Wei Zhang', phones: ['+14155550111'] })
  })
})

describe('rows that are neither companies nor people', () => {
  test('of deals nothing becomes a fact of their companies', async () => {
    await take(['account,sector', 'Globex,software'])
    const { out } = await take([
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,revenue,owner',
      '1C1I7A6R,Moses Frase,GTX Plus Basic,Globex,Won,10/20/2016,3/1/2017,1054,9,Ana',
      'Z063OYW0,Darcel Schlecht,GTXPro,Globex,Lost,10/25/2016,3/21/2017,4514,9,Bo',
    ])
    expect(out).toContain('opportunity_id → id, sales_agent → owner, product → product, account → company, deal_stage → stage')
    expect(out).toContain('columns not taken: revenue')
    expect(out).toContain('deals: 2 new, 0 updated, 0 unchanged')
    expect(out).not.toContain('joined')
    expect(await company()).toMatchObject({ name: 'Globex', revenue: null })
  })

  test.each([
    [
      'HubSpot',
      'Activity type,Activity date,Subject,Associated Company,Associated Contact,Record ID',
      'Call,2026-01-02,Hi,Globex,Wei,1',
    ],
    ['Salesforce', 'Subject,ActivityDate,Status,Account Name,WhoId', 'Call,2026-01-02,Completed,Globex,003x'],
    ['Pipedrive', 'Subject,Done,Due date,Organization,Assigned to user', 'Call,Done,2026-01-02,Globex,Ana'],
  ])('activities of %s are known, and make whom they name only when that is said', async (program, header, row) => {
    const { out } = await take([header, row])
    expect(out).toContain(`an export of ${program}`)
    expect(out).toMatch(/line 2: .*Globex: not known here/)
    expect(await db.company.count()).toBe(0)
    await take([header, row], '--create-missing')
    expect(await db.activity.count({ where: { company: { name: 'Globex' } } })).toBe(1)
    expect(await company()).toMatchObject({ name: 'Globex' })
  })

  test.each([
    ['sales_agent,manager,regional_office', 'Anna Snelling,Dustin Brinkmann,Central', 'somebody of the sales team'],
    ['product,series,sales_price', 'GTX Basic,GTX,550', 'Products are not kept here'],
    ['Table,Field,Description', 'accounts,account,Company name', 'describes the columns of other files'],
  ])('%s: answered plainly, nothing is taken', async (header, row, said) => {
    expect(await take([header, row])).toMatchObject({ code: 1, err: expect.stringContaining(said) })
    expect(await db.company.count()).toBe(0)
  })
})
