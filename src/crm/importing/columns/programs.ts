import { type Column, plain, type StandardColumn } from './fields.ts'

/** A CRM whose exports we know: by which headers, and what those of its own mean. */
export interface Program {
  name: string
  /** Under what its ids are kept. */
  source: string
  /** Headers that only its files have: labels, and names of its interface. */
  marks: string
  /** What its headers mean, where that is not what they mean anywhere; `-` is left out. */
  headers: Partial<Record<StandardColumn | '-', string>>
}

/** Labels as the exports write them, and field names as the interfaces do; both without their spelling, see `plain`. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'HubSpot',
    source: 'hubspot',
    marks:
      'record id, hs object id, company owner, hubspot owner id, lifecycle stage, lifecyclestage, hs lead status, associated company, associated company ids, hs additional domains, associated contact, associated contact ids, activity assigned to, hs timestamp, hs call body, hs call title, hs note body, hs meeting title, hs task subject, hs email subject',
    headers: {
      company: 'associated company, company name',
      domain: 'company domain name, website url, hs additional domains',
      'contact phone': 'mobile phone number',
      'company id': 'associated company ids, associated company ids primary, associated company id',
    },
  },
  {
    name: 'Salesforce',
    source: 'salesforce',
    marks:
      'billingcity, billingstreet, billingcountry, billingpostalcode, mailingcity, mailingstreet, accountid, account id, contact id, ownerid, account phone, account site, business phone, billing state province, billing zip postal code, whoid, whatid, accountid, activitydate, tasksubtype, company account, mailing state province, mailing zip postal code',
    headers: {
      company: 'account name',
      'company phone': 'account phone',
      'contact phone': 'business phone, mobilephone, homephone, otherphone, asst phone',
      address: 'billing street, billingstreet, billing address line 1',
      'address 2': 'billing address line 2',
      city: 'billing city, billingcity',
      state: 'billing state province, billing state, billingstate',
      postcode: 'billing zip postal code, billing zip, billingpostalcode',
      country: 'billing country, billingcountry',
      parent: 'parent account',
      owner: 'account owner email, contact owner email',
      '-': 'asst phone',
    },
  },
  {
    name: 'Zoho CRM',
    source: 'zoho',
    marks:
      'billing code, mailing zip, account owner id, account name id, contact owner id, modified by id, created by id, record id, who id, what id, call owner id, task owner id, note owner id, note content, call id, call owner, note id, note owner, task id, task owner, zcrm',
    headers: {
      company: 'account name',
      address: 'billing street',
      city: 'billing city',
      state: 'billing state',
      postcode: 'billing code',
      country: 'billing country',
      'company id': 'account name id',
      'parent id': 'parent account id',
      'contact phone': 'mobile, home phone, other phone',
      'contact email': 'secondary email',
      parent: 'parent account',
    },
  },
  {
    name: 'Pipedrive',
    source: 'pipedrive',
    marks:
      'person name, person organization, person email, person email work, person phone, person phone work, person first name, person last name, organization name, organization address, organization owner, organization id, person id, org id, org name, contact person, assigned to user, marked as done time, due time',
    headers: {
      company: 'organization name, person organization, organization, org name',
      'company id': 'organization id, person organization id, org id',
      owner: 'organization owner, person owner',
      contact: 'person name',
      'first name': 'person first name',
      'last name': 'person last name',
      title: 'person job title, person title',
      'contact phone': 'person phone, person phone work, person phone mobile, person phone home, person phone other',
      'contact email': 'person email, person email work, person email home, person email other',
      domain: 'organization website',
      industry: 'organization industry',
      employees: 'organization number of employees',
      revenue: 'organization annual revenue',
      address: 'organization address street road name, organization address',
      city: 'organization address city town village locality',
      state: 'organization address state county',
      postcode: 'organization address zip postal code',
      country: 'organization address country',
    },
  },
]

/** The program whose marks the headers bear most of; a single mark that others might use as well is not enough. */
export function programOf(headers: readonly string[]): Program | undefined {
  const stand = new Set(headers.map(plain))
  const scored = PROGRAMS.map((program) => ({
    program,
    marks: program.marks.split(', ').filter((one) => stand.has(one)).length,
    known: knownBy(program).filter((one) => stand.has(one)).length,
  }))
  const best = scored.sort((a, b) => b.marks - a.marks || b.known - a.known)[0]
  return best && best.marks > 0 && best.marks + best.known > 1 ? best.program : undefined
}

const knownBy = ({ headers }: Program): string[] => Object.values(headers).flatMap((list) => list.split(', '))

/** What a header means in files of that program. */
export function meaningIn({ headers }: Program, header: string): Column | '-' | undefined {
  const wanted = plain(header)
  const found = Object.entries(headers).find(([, list]) => list.split(', ').includes(wanted))
  return found?.[0] as Column | '-' | undefined
}
