import type { Context } from '../../bot/context.ts'
import { type Localized, listed } from '../../bot/text.ts'
import { fieldsOf, type RecordField } from '../fields/fields.ts'
import type { Noun } from './audit.ts'

/** What the columns of a row are called; one without a name here is of no interest to people, and not said. */
type Labels = Readonly<Record<string, Localized>>

/** What is no field of a company or a person (those name themselves, `fieldsOf`), and is of interest all the same. */
const CUSTOMER: Labels = {
  aliases: { en: 'Further names', zh: '其他名称' },
  keepDays: { en: 'Keep in touch, days', zh: '保持联系（天）' },
  archivedAt: { en: 'Taken away', zh: '移除' },
  mergedIntoId: { en: 'Merged', zh: '合并' },
}

const LABELS: Partial<Record<Noun, Labels>> = {
  company: CUSTOMER,
  contact: CUSTOMER,
  deal: { archivedAt: { en: 'Taken away', zh: '移除' } },
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
    currency: { en: 'Amount', zh: '金额' },
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
    'settings.keep.audit': { en: 'Days that changes are kept', zh: '改动保留天数' },
    'settings.keep.answers': { en: 'Days that answers are kept', zh: '答复保留天数' },
    'settings.keep.buttons': { en: 'Days that inputs of buttons are kept', zh: '按钮内容保留天数' },
    'settings.keep.messages': { en: 'Days that sent messages are kept', zh: '消息保留天数' },
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
  team: {
    name: { en: 'Name', zh: '名称' },
    memberIds: { en: 'Members', zh: '成员' },
    managerIds: { en: 'Managers', zh: '经理' },
    archivedAt: { en: 'Taken away', zh: '移除' },
  },
  field: {
    label: { en: 'Name', zh: '名称' },
    options: { en: 'Options', zh: '选项' },
    required: { en: 'Required', zh: '必填' },
    byDefault: { en: 'Default', zh: '默认' },
    help: { en: 'Help', zh: '说明' },
    position: { en: 'Order', zh: '顺序' },
    archivedAt: { en: 'Taken away', zh: '移除' },
  },
  relation: { archivedAt: { en: 'Taken away', zh: '移除' } },
  attachment: { name: { en: 'Name', zh: '名称' }, archivedAt: { en: 'Taken away', zh: '移除' } },
  cadence: { keepDays: { en: 'Keep in touch, days', zh: '保持联系（天）' }, archivedAt: { en: 'Taken away', zh: '移除' } },
  message: { undelivered: { en: 'Undelivered', zh: '未送达' }, sendAt: { en: 'Sent again', zh: '重新发送' } },
}

/** How many columns are named; the rest is counted by a sign. */
const NAMED = 5

/** The columns without a field of their own that have a name, in the order they are said. */
export const labelsOf = (noun: Noun): Labels => LABELS[noun] ?? {}

/** The columns in which something was changed, by their names: `Phone, Owner`. */
export async function sayColumns(context: Context, noun: Noun, columns: readonly string[]): Promise<string> {
  const { locale } = context
  const fields = await fieldsOf(context, noun)
  const called = (column: string) =>
    (fields.find((one) => standsIn(one, column))?.label ?? labelsOf(noun)[column])?.[locale] ?? []
  const found = [...new Set(columns.flatMap(called))]
  return listed(found, locale, NAMED)
}

/** What an e-mail or a number is for stands beside it, by itself. */
function standsIn({ column, customId, type }: RecordField, name: string): boolean {
  if (name.startsWith('labels.')) return type === (name.includes('@') ? 'emails' : 'phones')
  return customId ? name === `custom.${customId}` : name === column || (type === 'consent' && name.startsWith('consent'))
}
