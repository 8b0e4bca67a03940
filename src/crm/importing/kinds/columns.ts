import type { ItemColumn } from './kind.ts'

/** What activities and tasks have for columns: labels and names of interfaces of HubSpot, Salesforce, Pipedrive and Zoho, and the usual words. */
export const ACTIVITY_COLUMNS = {
  id: {
    label: { en: 'Id', zh: '编号' },
    headers:
      'id, record id, hs object id, external id, activity id, call id, note id, event id, meeting id, task id, engagement id, 编号',
  },
  'activity type': {
    label: { en: 'Kind', zh: '类型' },
    headers:
      'type, kind, activity type, task type, task subtype, tasksubtype, hs engagement type, hs activity type, 类型, 往来类型',
  },
  subject: {
    label: { en: 'Subject', zh: '主题' },
    headers:
      'subject, title, activity subject, call title, call name, call subject, meeting name, meeting title, event title, event name, task title, task name, task subject, note title, email subject, hs call title, hs meeting title, hs task subject, hs email subject, 主题, 标题, 任务, 任务名称',
  },
  body: {
    label: { en: 'What was said', zh: '内容' },
    headers:
      'body, text, description, notes, note, comments, full comments, details, call notes, call body, call description, note body, note content, meeting notes, internal meeting notes, meeting description, task notes, email body, public description, hs call body, hs note body, hs meeting body, hs internal meeting notes, hs task body, hs email text, content, 内容, 备注, 描述, 说明, 沟通内容',
  },
  date: {
    label: { en: 'When it was', zh: '时间' },
    headers:
      'date, when, activity date, activitydate, activitydatetime, occurred at, call start time, call date, call time, start, from, start time, start date, start date time, startdatetime, start datetime, hs timestamp, meeting start time, hs meeting start time, email send date, 日期, 时间, 往来日期, 往来时间',
  },
  due: {
    label: { en: 'Due', zh: '截止日期' },
    headers: 'due, due on, due date, due by, due date only, deadline, hs task due date, 截止日期, 到期日, 到期日期',
  },
  'due time': { label: { en: 'Time of day', zh: '几点' }, headers: 'due time, time, time of day' },
  'done on': {
    label: { en: 'When it was done', zh: '完成时间' },
    headers:
      'marked as done time, done on, done at, completed at, completed on, completed date, completed date time, completeddatetime, closed time, completion date, hs task completion date, 完成时间',
  },
  'made on': {
    label: { en: 'When it was entered', zh: '创建时间' },
    headers:
      'created, created on, created at, created date, create date, created time, createddate, createdate, add time, hs createdate, 创建时间',
  },
  status: {
    label: { en: 'Done or not', zh: '状态' },
    headers:
      'status, done, completed, is closed, isclosed, task status, call status, activity status, hs task status, 状态, 是否完成',
  },
  outcome: {
    label: { en: 'Outcome', zh: '结果' },
    headers:
      'outcome, result, call outcome, call result, calldisposition, call disposition, hs call disposition, meeting outcome, hs meeting outcome, 结果, 通话结果',
  },
  direction: {
    label: { en: 'Who reached out', zh: '方向' },
    headers: 'direction, call direction, call type, calltype, email direction, hs call direction, hs email direction, 方向',
  },
  duration: {
    label: { en: 'How long (minutes, or 0:30)', zh: '时长（分钟，或 0:30）' },
    headers: 'duration, duration minutes, durationinminutes, call duration, length, 时长, 通话时长',
  },
  'duration seconds': {
    label: { en: 'How long (seconds)', zh: '时长（秒）' },
    headers: 'duration seconds, duration in seconds, call duration in seconds, calldurationinseconds',
  },
  'duration milliseconds': {
    label: { en: 'How long (milliseconds)', zh: '时长（毫秒）' },
    headers: 'hs call duration, call duration milliseconds',
  },
  owner: {
    label: { en: 'Who did it, or is to', zh: '负责人' },
    headers:
      'owner, assigned, assigned to, assignedto, activity assigned to, assigned to user, assigned to name, owner name, owner email, call owner, task owner, note owner, event owner, meeting owner, activity owner, host, user, 负责人, 所有者, 执行人',
  },
  company: {
    label: { en: 'Company', zh: '公司' },
    headers:
      'company, account, customer, company account, company name, account name, associated company, associated companies, organization, organisation, related to, org name, 公司, 公司名称, 客户, 客户名称',
  },
  contact: {
    label: { en: 'Person', zh: '联系人' },
    headers:
      'contact, person, contact name, person name, contact person, associated contact, associated contacts, participants, with, 联系人, 联系人姓名',
  },
  'company id': {
    label: { en: 'Id of the company', zh: '公司编号' },
    headers:
      'company id, account id, accountid, whatid, what id, related to id, org id, organization id, associated company id, associated company ids, 客户编号',
  },
  'contact id': {
    label: { en: 'Id of the person', zh: '联系人编号' },
    headers: 'contact id, person id, whoid, who id, contact name id, associated contact id, associated contact ids, 联系人编号',
  },
} as const satisfies Record<string, ItemColumn>
