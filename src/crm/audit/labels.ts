import type { Context } from '../../bot/context.ts'
import type { Locale, Localized } from '../../bot/text.ts'
import type { Noun } from './audit.ts'

/** What the columns of a row are called; one without a name here is of no interest to people, and not said. */
type Labels = Readonly<Record<string, Localized>>

const CUSTOMER: Labels = {
  name: { en: 'Name', zh: '名称' },
  aliases: { en: 'Further names', zh: '其他名称' },
  companyId: { en: 'Company', zh: '公司' },
  parentId: { en: 'Parent company', zh: '母公司' },
  ownerId: { en: 'Owner', zh: '负责人' },
  title: { en: 'Title', zh: '职位' },
  domains: { en: 'Domain', zh: '域名' },
  emails: { en: 'Email', zh: '邮箱' },
  phones: { en: 'Phone', zh: '电话' },
  industry: { en: 'Industry', zh: '行业' },
  country: { en: 'Country', zh: '国家' },
  city: { en: 'City', zh: '城市' },
  address: { en: 'Address', zh: '地址' },
  employees: { en: 'Employees', zh: '员工' },
  revenue: { en: 'Revenue', zh: '收入' },
  founded: { en: 'Founded', zh: '成立' },
  keepDays: { en: 'Keep in touch, days', zh: '保持联系（天）' },
  source: { en: 'Source', zh: '来源' },
  externalId: { en: 'Id in the source', zh: '来源编号' },
  archivedAt: { en: 'Taken away', zh: '移除' },
}

const LABELS: Partial<Record<Noun, Labels>> = {
  company: CUSTOMER,
  contact: CUSTOMER,
  activity: {
    companyId: { en: 'Company', zh: '公司' },
    contactId: { en: 'Contact', zh: '联系人' },
    otherContactIds: { en: 'Also there', zh: '同行的人' },
    memberId: { en: 'Logged by', zh: '记录人' },
    kind: { en: 'Kind', zh: '类型' },
    direction: { en: 'Direction', zh: '方向' },
    outcome: { en: 'Outcome', zh: '结果' },
    occurredAt: { en: 'When', zh: '时间' },
    note: { en: 'Note', zh: '备注' },
    durationMinutes: { en: 'Minutes', zh: '时长（分钟）' },
    amount: { en: 'Amount', zh: '金额' },
    currency: { en: 'Currency', zh: '货币' },
    private: { en: 'Private', zh: '私密' },
    archivedAt: { en: 'Taken away', zh: '移除' },
  },
  task: {
    companyId: { en: 'Company', zh: '公司' },
    contactId: { en: 'Contact', zh: '联系人' },
    ownerId: { en: 'Owner', zh: '负责人' },
    what: { en: 'What', zh: '事项' },
    dueLocal: { en: 'Due', zh: '截止' },
    remindAt: { en: 'Reminder', zh: '提醒时间' },
    recurrence: { en: 'Repeats', zh: '重复' },
    doneAt: { en: 'Done', zh: '完成' },
    doneById: { en: 'Done by', zh: '完成人' },
    private: { en: 'Private', zh: '私密' },
    archivedAt: { en: 'Taken away', zh: '移除' },
  },
  member: {
    name: { en: 'Name', zh: '姓名' },
    role: { en: 'Role', zh: '角色' },
    timeZone: { en: 'Time zone', zh: '时区' },
    locale: { en: 'Language', zh: '语言' },
    morningAt: { en: 'Morning', zh: '早上' },
    workingDays: { en: 'Working days', zh: '工作日' },
    quietFrom: { en: 'Quiet from', zh: '免打扰开始' },
    quietUntil: { en: 'Quiet until', zh: '免打扰结束' },
    digest: { en: 'Daily message', zh: '每日消息' },
    awayFrom: { en: 'Away from', zh: '离开自' },
    awayUntil: { en: 'Away until', zh: '离开至' },
    awayToId: { en: 'Stand-in', zh: '代办人' },
    managerId: { en: 'Manager', zh: '上级' },
    active: { en: 'Active', zh: '在职' },
    calendarSince: { en: 'Calendar address', zh: '日历地址' },
  },
  workspace: {
    name: { en: 'Name', zh: '名称' },
    timeZone: { en: 'Time zone', zh: '时区' },
    locale: { en: 'Language', zh: '语言' },
    escalateDays: { en: 'Overdue tasks go to the manager after days', zh: '逾期任务上报（天）' },
    visibility: { en: 'Who sees what', zh: '可见范围' },
  },
  installation: {
    name: { en: 'Name', zh: '名称' },
    accessRoles: { en: 'Roles that may use it', zh: '可使用的角色' },
    workspaceId: { en: 'Workspace', zh: '工作区' },
  },
  channel: {
    name: { en: 'Channel', zh: '频道' },
    digestAt: { en: 'Daily at', zh: '每日时间' },
    digestZone: { en: 'Time zone', zh: '时区' },
    archivedAt: { en: 'Taken away', zh: '移除' },
  },
  cadence: { keepDays: { en: 'Keep in touch, days', zh: '保持联系（天）' }, archivedAt: { en: 'Taken away', zh: '移除' } },
  message: { undelivered: { en: 'Undelivered', zh: '未送达' }, sendAt: { en: 'Sent again', zh: '重新发送' } },
}

/** How many columns are named; the rest is counted by a sign. */
const NAMED = 5

export const labelOf = (noun: Noun, column: string, locale: Locale): string | undefined => LABELS[noun]?.[column]?.[locale]

/** The columns in which something was changed, by their names: `Phone, Owner`. */
export async function sayColumns({ locale }: Pick<Context, 'locale'>, noun: Noun, columns: readonly string[]): Promise<string> {
  const found = [...new Set(columns.flatMap((column) => labelOf(noun, column, locale) ?? []))]
  return [...found.slice(0, NAMED), ...(found.length > NAMED ? ['…'] : [])].join(locale === 'en' ? ', ' : '、')
}
