import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    title: 'How long what is kept',
    audit: 'Changes of records',
    answers: 'Answers to requests',
    buttons: 'Inputs of long buttons',
    messages: 'Sent messages',
    days: (days: number) => (days === 1 ? 'one day' : `${days} days`),
    forever: 'for ever',
    how: 'Type settings retention audit 365 days, or settings retention audit forever; the others are answers, buttons and messages.',
    stays: 'Changes of people, roles, teams and settings, and what was exported, are always kept.',
    adminOnly: 'Only an admin can say how long things are kept. Ask one of yours.',
    unknown: (typed: string) => `I know no “${typed}” that is kept. They are: audit, answers, buttons, messages.`,
    badDays: (least: number) =>
      `For how many days? At least ${least}. For example: settings retention audit 365 days, or settings retention audit forever`,
    unchanged: (what: string, kept: string) => `${what}: kept ${kept}, as before.`,
    set: (what: string, kept: string) => `${what}: kept ${kept} from now on.`,
    ask: (what: string, kept: string) => `${what}: keep them ${kept} only?`,
    goes: (count: string) =>
      `${count} that are older go for good within a day, and every day what has become too old. Nothing brings them back but a backup.`,
    goesNone: 'Nothing is that old yet. Every day what has become too old goes for good.',
    goesAudit:
      'Before it goes, “admin audit” or “rapport audit export” gives you a copy. The history of a customer then begins later, and an import older than that cannot be taken back.',
    moreThan: (count: string) => `More than ${count}`,
    yes: 'Keep only that',
  },
  zh: {
    title: '各类内容保留多久',
    audit: '记录的改动',
    answers: '请求的答复',
    buttons: '长按钮的内容',
    messages: '已发送的消息',
    days: (days) => `${days} 天`,
    forever: '永久',
    how: '请输入 settings retention audit 365 days 或 settings retention audit forever；另有 answers、buttons 和 messages。',
    stays: '成员、角色、团队和设置的改动以及导出记录始终保留。',
    adminOnly: '只有管理员可以设置保留多久，请联系他们。',
    unknown: (typed) => `没有叫“${typed}”的内容。可以是 audit、answers、buttons、messages。`,
    badDays: (least) =>
      `保留多少天？至少 ${least} 天。例如 settings retention audit 365 days 或 settings retention audit forever`,
    unchanged: (what, kept) => `${what}：仍保留${kept}。`,
    set: (what, kept) => `${what}：从现在起保留${kept}。`,
    ask: (what, kept) => `${what}：只保留${kept}？`,
    goes: (count) => `更早的 ${count} 项将在一天内永久删除，之后每天删除过期的。只有备份能找回。`,
    goesNone: '目前还没有那么早的内容。之后每天永久删除过期的。',
    goesAudit:
      '删除之前可用“admin audit”或“rapport audit export”导出一份。之后客户的历史会从较晚的时间开始，更早的导入也不能再撤销。',
    moreThan: (count) => `超过 ${count}`,
    yes: '只保留这些',
  },
})
