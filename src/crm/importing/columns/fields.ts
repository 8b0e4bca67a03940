/** What a column of a file can hold, by the name that `--map` takes, with the headers that mean it in files of no particular program. */
export const FIELDS = {
  company:
    'account, account name, company, company name, organization, organisation, organization name, customer, customer name, employer, 公司, 公司名称, 客户, 客户名称, 企业名称',
  industry: 'sector, industry, vertical, branch, 行业, 所属行业',
  founded: 'year established, founded, year founded, established, founding year, founded year, 成立年份, 成立时间, 成立日期',
  revenue: 'revenue, annual revenue, annualrevenue, yearly revenue, turnover, 营收, 年收入, 收入, 年营收',
  employees:
    'employees, employee count, number of employees, numberofemployees, no of employees, headcount, company size, staff, 员工人数, 员工数, 人数',
  country: 'office location, location, country, country region, country territory, 国家, 国家地区',
  city: 'city, town, 城市, 所在城市',
  address: 'address, street, street address, address line 1, 地址, 详细地址',
  'address 2': 'street address 2, address line 2, address 2',
  state: 'state, state region, state province, province, region, county, 省份, 省',
  postcode: 'postal code, postcode, zip, zip code, zip postal code, 邮编, 邮政编码',
  parent: 'subsidiary of, parent, parent company, parent account, parent account name, 母公司, 上级公司',
  domain:
    'website, web site, domain, domains, url, web, homepage, website url, company domain, company domain name, 网站, 网址, 域名',
  'company phone': 'company phone, office phone, main phone, 公司电话, 总机',
  'company email': 'company email, company e mail, office email, 公司邮箱',
  contact: 'contact, contact name, full name, contact person, person, person name, 联系人, 联系人姓名',
  'first name': 'first name, firstname, given name, 名',
  'last name': 'last name, lastname, surname, family name, 姓',
  title: 'title, job title, jobtitle, position, role, 职位, 职务',
  'contact phone':
    'contact phone, mobile, mobile phone, mobilephone, mobile phone number, mobile number, cell, cell phone, direct phone, work phone, business phone, home phone, other phone, 手机, 手机号, 手机号码, 联系人电话',
  'contact email': 'contact email, contact e mail, work email, business email, personal email, 联系人邮箱',
  'company id': 'company id, account id, accountid, 客户编号',
  'contact id': 'contact id, person id, 联系人编号',
  'parent id': 'parent id, parentid, parent account id, parent company id',
  owner:
    'owner, owner name, owner email, account owner, contact owner, company owner, account manager, sales rep, 负责人, 所属销售, 客户经理',
  id: 'id, record id, external id, hs object id',
  name: 'name, 名称, 姓名',
  phone: 'phone, phone number, telephone, tel, 电话, 电话号码, 联系电话',
  email: 'email, e mail, email address, e mail address, mail, 邮箱, 电子邮件, 电子邮箱',
} as const
export type Column = keyof typeof FIELDS

/** Several columns may hold one of these: an office and a mobile number are both kept. */
export const MANY: ReadonlySet<Column> = new Set(['domain', 'company phone', 'company email', 'contact phone', 'contact email'])

/** Columns that speak of a person, and of a company, whatever else stands in the file. */
export const OF_PEOPLE: readonly Column[] = ['contact', 'first name', 'last name', 'title', 'contact phone', 'contact email']
export const OF_COMPANIES: readonly Column[] = [
  ...([
    'company',
    'industry',
    'founded',
    'revenue',
    'employees',
    'parent',
    'domain',
    'company phone',
    'company email',
    'company id',
  ] as const),
]
/** Where somebody or something is, and how big: in a person's row these may be the person's own. */
export const OF_EITHER: readonly Column[] = [
  ...(['country', 'city', 'address', 'address 2', 'state', 'postcode', 'industry', 'revenue', 'employees'] as const),
]

/** A header without its spelling: `Zip/Postal-Code` is `zip postal code`. */
export const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const generic = Object.entries(FIELDS).flatMap(([column, headers]) =>
  [column, ...headers.split(', ')].map((one) => [one, column as Column] as const),
)
export const byHeader: ReadonlyMap<string, Column> = new Map(generic)
