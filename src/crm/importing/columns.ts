/** What a column of a file can hold. */
export const COLUMNS = {
  company:
    'account, account name, company, company name, organization, organisation, customer, customer name, 公司, 公司名称, 客户, 客户名称',
  industry: 'sector, industry, vertical, 行业',
  founded: 'year established, founded, year founded, established, founding year, 成立年份, 成立时间',
  revenue: 'revenue, annual revenue, 营收, 年收入, 收入',
  employees: 'employees, employee count, number of employees, headcount, company size, 员工人数, 员工数, 人数',
  country: 'office location, location, country, country region, 国家, 国家地区',
  city: 'city, town, 城市',
  address: 'address, street, street address, 地址',
  parent: 'subsidiary of, parent, parent company, parent account, 母公司, 上级公司',
  domain: 'website, web site, domain, url, web, homepage, company domain, company domain name, 网站, 网址, 域名',
  companyPhone: 'company phone, office phone, main phone, 公司电话, 总机',
  companyEmail: 'company email, company e mail, office email, 公司邮箱',
  contact: 'contact, contact name, full name, contact person, person, 联系人, 联系人姓名',
  firstName: 'first name, firstname, given name, 名',
  lastName: 'last name, lastname, surname, family name, 姓',
  title: 'title, job title, position, role, 职位, 职务',
  contactPhone: 'contact phone, mobile, mobile phone, cell, cell phone, direct phone, 手机, 手机号, 联系人电话',
  contactEmail: 'contact email, contact e mail, work email, 联系人邮箱',
  name: 'name, 名称, 姓名',
  phone: 'phone, phone number, telephone, tel, 电话, 电话号码',
  email: 'email, e mail, email address, e mail address, mail, 邮箱, 电子邮件',
} as const
export type Column = keyof typeof COLUMNS

const byHeader = new Map(
  Object.entries(COLUMNS).flatMap(([column, headers]) => headers.split(', ').map((one) => [one, column as Column])),
)

export interface Layout {
  /** What each column holds, in the file's order; undefined for one that is not taken. */
  columns: (Column | undefined)[]
  /** Headers of columns that are not taken. */
  notTaken: string[]
}

/** Finds the columns by their headers. Where a file has people, a bare name, phone or e-mail is theirs; else the company's. */
export function layoutOf(headers: readonly string[]): Layout {
  const found = headers.map((header) => byHeader.get(plain(header)))
  const has = (...columns: Column[]) => columns.some((one) => found.includes(one))
  const people = has('contact', 'firstName', 'lastName', 'title') || (has('name') && has('company'))
  const meant: Partial<Record<Column, Column>> = {
    name: has('company') ? 'contact' : 'company',
    phone: people ? 'contactPhone' : 'companyPhone',
    email: people ? 'contactEmail' : 'companyEmail',
  }
  const taken = new Set<Column>()
  const columns = found.map((one) => {
    const column = one && (meant[one] ?? one)
    // Two columns of one meaning: the first counts.
    if (!column || taken.has(column)) return undefined
    taken.add(column)
    return column
  })
  return { columns, notTaken: headers.filter((header, at) => header && !columns[at]) }
}

const plain = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
