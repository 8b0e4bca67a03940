import { catalogue, type Localized } from '../../bot/text.ts'

export const KINDS = ['call', 'meeting', 'email', 'message', 'visit', 'note'] as const
export type Kind = (typeof KINDS)[number]

export const CALL_OUTCOMES = ['connected', 'left_voicemail', 'left_live_message', 'no_answer', 'busy', 'wrong_number'] as const
export const MEETING_OUTCOMES = ['completed', 'no_show', 'rescheduled', 'canceled'] as const
export type Outcome = (typeof CALL_OUTCOMES)[number] | (typeof MEETING_OUTCOMES)[number]

/** With these nobody was reached. */
export const IN_VAIN: readonly Outcome[] = ['no_answer', 'busy', 'wrong_number', 'no_show', 'rescheduled', 'canceled']

/** Which outcomes a kind can have. */
export const outcomesOf = (kind: Kind): readonly Outcome[] =>
  kind === 'call' ? CALL_OUTCOMES : kind === 'meeting' || kind === 'visit' ? MEETING_OUTCOMES : []

/** Kind and outcome as one choice, so that a form of five fields can ask for both: `call.left_voicemail`, `meeting`, … */
export const KIND_CHOICES = KINDS.flatMap((kind) => [kind, ...outcomesOf(kind).map((outcome) => `${kind}.${outcome}`)]) as [
  string,
  ...string[],
]

export const readKindChoice = (choice: string): { kind: Kind; outcome: Outcome | null } => {
  const [kind, outcome] = choice.split('.') as [Kind, Outcome | undefined]
  return { kind, outcome: outcome ?? null }
}

const kindWords: Record<Kind, Localized> = {
  call: { en: 'Call', zh: '电话' },
  meeting: { en: 'Meeting', zh: '会议' },
  email: { en: 'Email', zh: '邮件' },
  message: { en: 'Message', zh: '消息' },
  visit: { en: 'Visit', zh: '拜访' },
  note: { en: 'Note', zh: '备注' },
}

const outcomeWords: Record<Outcome, Localized> = {
  connected: { en: 'connected', zh: '已接通' },
  left_voicemail: { en: 'left voicemail', zh: '语音留言' },
  left_live_message: { en: 'left a message with somebody', zh: '请人转告' },
  no_answer: { en: 'no answer', zh: '无人接听' },
  busy: { en: 'busy', zh: '占线' },
  wrong_number: { en: 'wrong number', zh: '号码错误' },
  completed: { en: 'took place', zh: '已完成' },
  no_show: { en: 'no show', zh: '未到场' },
  rescheduled: { en: 'rescheduled', zh: '改期' },
  canceled: { en: 'canceled', zh: '已取消' },
}

export const sayKind = (kind: string, locale: 'en' | 'zh'): string => kindWords[kind as Kind]?.[locale] ?? kind
export const sayOutcome = (outcome: string, locale: 'en' | 'zh'): string => outcomeWords[outcome as Outcome]?.[locale] ?? outcome

/** The words of each kind choice, for forms and options. */
export const kindChoiceWords = Object.fromEntries(
  KIND_CHOICES.map((choice) => {
    const { kind, outcome } = readKindChoice(choice)
    const say = (locale: 'en' | 'zh') =>
      [sayKind(kind, locale), outcome && sayOutcome(outcome, locale)].filter(Boolean).join(locale === 'en' ? ', ' : '，')
    return [choice, { en: say('en'), zh: say('zh') }]
  }),
) as Record<string, Localized>

export const say = catalogue({
  en: {
    loggedWith: (kind: string, customer: string) => `Logged: ${kind.toLowerCase()} with ${customer}`,
    loggedNote: (customer: string) => `Logged: note on ${customer}`,
    onlyYou: 'Only you see this.',
    inbound: 'they reached out',
    outcome: 'Outcome',
    when: 'When',
    amount: 'Amount',
    followUp: 'Follow-up',
    attached: 'Attached',
    filesOfNone: (names: string) =>
      `Attached to none of them: ${names}. Share it once more with: attach and the customer’s name.`,
    by: (name: string) => `by ${name}`,
    edit: 'Edit',
    log: 'Log',
    remind: 'Remind me',
    timeline: 'Timeline',
    whoWasIt: 'Who was it with? I found no customer in your words. Nothing is lost: name the customer and send it again.',
    name: 'Name the customer',
    lastContactWith: (customer: string) => `Last contact with ${customer}`,
    neverContacted: (customer: string) => `No contact with ${customer} has been logged yet.`,
    before: 'Before that',
    nextTasks: 'Open tasks',
    changed: 'Changed',
    nothingChanged: 'Nothing was changed.',
    gone: 'That entry was taken back in the meantime. Nothing was changed.',
    notYours: (name: string) => `Only ${name} or a manager can change that entry.`,
    badTime: (typed: string) =>
      `I cannot read “${typed}” as a time. Type for example “yesterday 3pm”, “Mon 9:30” or “2026-11-24 10:00”.`,
    badAmount: (typed: string) => `I cannot read the amount “${typed}”. Try “$12k”, “CHF 900” or “500 euros”; nothing for none.`,
    futureTime: 'A contact cannot have taken place in the future. For a plan, use the follow-up field or “remind”.',
    badFollowUp: 'For a follow-up, type a time and what to do, for example “Tuesday 10am call back”.',
    doneAsk: (what: string) => `Done: ${what}?`,
    taskDone: (what: string) => `Done: ${what}`,
    someDay: 'no date yet',
    alsoThere: 'Also there',
    source: 'Message',
    edited: 'edited',
    history: 'History',
    show: 'Show',
    historyOf: (what: string) => `${what}: how its note read`,
    neverEdited: 'It was never changed.',
    untilChanged: (when: string, who: string) => `until it was changed ${when}${who ? ` by ${who}` : ''}`,
    several: (count: number) => `Logged ${count} ${count === 1 ? 'line' : 'lines'}`,
    partly: (done: number, all: number) => `Logged ${done} of ${all} lines; the others need a word from you`,
    lineAgain: 'Mend this line',
    chooseOne: 'Which one?',
    takenBack: 'Taken back',
    logMore: (count: number) => (count === 1 ? 'Log the other line' : `Log the other ${count} lines`),
    rememberAsk: (typed: string, company: string) => `Remember that “${typed}” is ${company}`,
    offerMet: (name: string) => `Add ${name}`,
    addedMet: (name: string) => `Added ${name}, and what was logged is about them.`,
    filedAlready: 'That stands under a person already: press Edit there to change it.',
    offerDetail: (detail: string, name: string) => `Add ${detail} to ${name}`,
  },
  zh: {
    loggedWith: (kind, customer) => `已记录：与${customer}的${kind}`,
    loggedNote: (customer) => `已记录：${customer}的备注`,
    onlyYou: '只有您自己能看到。',
    inbound: '客户主动联系',
    outcome: '结果',
    when: '时间',
    amount: '金额',
    followUp: '跟进',
    attached: '附件',
    filesOfNone: (names) => `没有附加到任何客户：${names}。请重新发送文件，并写上：附件 和客户名称。`,
    by: (name) => `${name}记录`,
    edit: '修改',
    log: '记录',
    remind: '提醒我',
    timeline: '时间线',
    whoWasIt: '是和哪位客户？您的话里没有找到客户。内容都还在：请补上客户再发送。',
    name: '补上客户',
    lastContactWith: (customer) => `与${customer}的最近一次联系`,
    neverContacted: (customer) => `还没有与${customer}联系的记录。`,
    before: '在此之前',
    nextTasks: '待办任务',
    changed: '已修改',
    nothingChanged: '什么都没有改动。',
    gone: '这条记录已被撤回。什么都没有改动。',
    notYours: (name) => `只有${name}或经理可以修改这条记录。`,
    badTime: (typed) => `我看不懂时间“${typed}”。可以输入“昨天下午3点”、“周一9:30”或“2026-11-24 10:00”。`,
    badAmount: (typed) => `我看不懂金额“${typed}”。可以输入“12万元”、“$12k”或“CHF 900”；没有金额就留空。`,
    futureTime: '联系不可能发生在未来。如果是计划，请填写跟进一栏或使用“提醒”。',
    badFollowUp: '跟进请写时间和事项，例如“周二上午10点回电”。',
    doneAsk: (what) => `完成：${what}？`,
    taskDone: (what) => `已完成：${what}`,
    someDay: '未定日期',
    alsoThere: '同行的人',
    source: '原消息',
    edited: '已修改',
    history: '修改记录',
    show: '查看',
    historyOf: (what) => `${what}：备注以前的内容`,
    neverEdited: '从未修改过。',
    untilChanged: (when, who) => `${when}${who ? `由${who}` : ''}改动之前`,
    several: (count) => `已记录 ${count} 行`,
    partly: (done, all) => `已记录 ${all} 行中的 ${done} 行，其余还需要您补充`,
    lineAgain: '修改这一行',
    chooseOne: '选择客户',
    takenBack: '已撤回',
    logMore: (count) => `记录其余 ${count} 行`,
    rememberAsk: (typed, company) => `记住“${typed}”就是${company}`,
    offerMet: (name) => `新增${name}`,
    addedMet: (name) => `已新增${name}，刚才的记录已归到其名下。`,
    filedAlready: '这条记录已经归到某位联系人名下：请按“修改”来更改。',
    offerDetail: (detail, name) => `把 ${detail} 加到${name}`,
  },
})
