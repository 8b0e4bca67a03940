import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'
import { digitsOf, FEWEST_DIGITS, readDomain, readEmail, readPhone } from '../companies/companies.ts'
import { seenInText } from '../visibility.ts'
import { type Customer, type CustomerRow, customerOfRow } from './customer.ts'
import type { Scope } from './lookup.ts'

type Asker = Scope & Pick<Context, 'zone'>

/** Customers by an e-mail address, its domain, a web address or a phone number in any notation; none when the text is none of these. */
export async function byReach(scope: Asker, typed: string): Promise<Customer[]> {
  const text = typed.trim()
  const email = readEmail(text)
  if (email) {
    const people = await byEmail(scope, email)
    return people.length ? people : byDomain(scope, email.slice(email.indexOf('@') + 1))
  }
  const domain = readDomain(text.replace(/^@/, ''))
  if (domain) return byDomain(scope, domain)
  return readPhone(text, scope.zone) ? byPhone(scope, text) : []
}

/** What an address or number out of a longer text found: who has it, else whose domain it is at. */
export interface Addressed {
  typed: string
  kind: 'email' | 'phone' | 'domain'
  exact: Customer[]
  near: Customer[]
}

/** Customers by an address or number that stands in a longer text: as `byReach`, but a part of a number finds nobody. */
export async function byAddress(scope: Asker, typed: string): Promise<Addressed> {
  const email = readEmail(typed)
  if (email) {
    const exact = await byEmail(scope, email)
    const near = exact.length ? [] : await byDomain(scope, email.slice(email.indexOf('@') + 1))
    return { typed: email, kind: 'email', exact, near }
  }
  const domain = readDomain(typed)
  if (domain) return { typed: domain, kind: 'domain', exact: [], near: await byDomain(scope, domain) }
  const phone = readPhone(typed, scope.zone)
  return { typed: phone ?? typed, kind: 'phone', exact: phone ? await byWholePhone(scope, phone) : [], near: [] }
}

/** One person or company may be reached in the ways that `people` and `companies` say, in SQL; `x` is their row. */
async function reached(scope: Scope, people: string, companies: string, params: unknown[]): Promise<Customer[]> {
  const { db, workspace } = scope
  const seen = seenInText(scope, params.length + 1)
  const found = await rows<CustomerRow>(
    db,
    `SELECT c.id AS "companyId", c.name AS "companyName", x.id AS "contactId", x.name AS "contactName"
      FROM contacts x LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${seen.company('c')}
      WHERE x."workspaceId" = $1::uuid AND x."archivedAt" IS NULL${seen.contact('x')} AND ${people}
    UNION ALL SELECT x.id, x.name, NULL, NULL FROM companies x
      WHERE x."workspaceId" = $1::uuid AND x."archivedAt" IS NULL${seen.company('x')} AND ${companies}
    LIMIT 25`,
    [workspace.id, ...params, ...seen.values],
  )
  return found.map(customerOfRow)
}

const byEmail = (scope: Scope, email: string) =>
  reached(scope, 'x.emails @> ARRAY[$2::text]', 'x.emails @> ARRAY[$2::text]', [email])

/** Everybody's domains say nothing of where somebody works. */
const PUBLIC = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com proton.me protonmail.com gmx.de gmx.net ' +
    'web.de t-online.de mail.com mail.ru yandex.ru zoho.com qq.com foxmail.com 163.com 126.com sina.com sina.cn sohu.com aliyun.com yeah.net 139.com'
  ).split(' '),
)

// A company that was given no domain is known by the addresses of its people.
async function byDomain(scope: Scope, domain: string): Promise<Customer[]> {
  const companies = await reached(scope, 'FALSE', 'x.domains @> ARRAY[$2::text]', [domain])
  if (companies.length || PUBLIC.has(domain)) return companies
  const at = "strpos(array_to_string(x.emails, ' ') || ' ', $2::text) > 0"
  const people = await reached(scope, at, at, [`@${domain} `])
  const ids = new Set(people.map((one) => one.companyId))
  return ids.size === 1 && people[0]?.companyId ? [ofCompany(people[0])] : people
}

const ofCompany = ({ companyId, companyName }: Customer): Customer =>
  customerOfRow({ companyId, companyName, contactId: null, contactName: null })

const byWholePhone = (scope: Scope, phone: string) =>
  reached(scope, 'x.phones @> ARRAY[$2::text]', 'x.phones @> ARRAY[$2::text]', [phone])

// First as one number of the asker's country; then by its digits, for a number kept or typed without its country, or a part of one.
async function byPhone(scope: Asker, text: string): Promise<Customer[]> {
  const whole = await byWholePhone(scope, readPhone(text, scope.zone) ?? text)
  if (whole.length) return whole
  const digits = digitsOf(text).replace(/^0+/, '')
  if (digits.length < FEWEST_DIGITS) return []
  const has = `x.phones <> '{}' AND strpos(translate(array_to_string(x.phones, '|'), ' ()-./', ''), $2::text) > 0`
  return reached(scope, has, has, [digits])
}
