import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    noChannel: (typed: string) =>
      `I find no channel “${typed}”. Type # and choose it from the list that appears, for example: settings digest #sales 9:00`,
    closed: (name: string, platform: string) =>
      platform === 'discord'
        ? `I may not write in ${name}. Let Rapport see that channel, and send messages and embed links there, then try again.`
        : `I am not in ${name}. Type /invite @Rapport there, then try again.`,
    thatChannel: 'that channel',
    aChannel: 'A channel',
    notOurs: 'That channel is not in this team. Nothing was changed.',
    notYours: 'Only a manager or an admin can have the team’s day told in a channel. Ask one of yours.',
    badTime: (typed: string) => `I cannot read “${typed}” as a time of day. For example: settings digest #sales 9:00`,
    hello: (at: string, by: string) => `The team’s day will be told here on working days at ${at}, because ${by} asked for it.`,
    helloEnd: 'Looking whether the team’s day is told here.',
    set: (name: string, at: string, zone: string) => `${name} hears the team’s day at ${at} (${zone}), on working days`,
    whatItSays:
      'What went well, who did what, the day’s most important tasks, and how many are overdue. When there is nothing to say, nothing comes.',
    whoReads:
      'Everybody in that channel can read it, and it names customers and amounts. It comes there only because you asked for it.',
    unsure: 'You are not in that channel, so I could not look whether I am: if not, type /invite @Rapport there.',
    howToEnd: (typed: string) => `To end it: settings digest ${typed} off`,
    ended: (name: string) => `${name} does not hear the team’s day any more.`,
    none: (typed: string) => `The team’s day is not told in ${typed}. Nothing was changed.`,
    told: (name: string, at: string, zone: string) => `${name} hears the team’s day at ${at} (${zone}), on working days.`,
    teamDay: (day: string) => `The team’s day, ${day}`,
    wins: 'What went well',
    team: 'Who did what',
    today: 'Today',
    closedTasks: (count: number) => (count === 1 ? '1 task closed' : `${count} tasks closed`),
    andMore: (count: number) => `and ${count} more`,
    overdue: (count: number) => (count === 1 ? '1 task is overdue.' : `${count} tasks are overdue.`),
    since: (day: string) => `since ${day}`,
    count: (kind: string, count: number) => `${count} ${ENGLISH[kind]?.[count === 1 ? 0 : 1] ?? kind}`,
    refused: (name: string) => `The team’s day did not get into ${name}`,
    refusedHow: (platform: string) =>
      platform === 'discord'
        ? 'I may not write there any more, or the channel is gone. Let Rapport see the channel and send messages there, and the next one comes.'
        : 'I am not in that channel, or it is archived. Type /invite @Rapport there, and the next one comes.',
    end: 'End it',
  },
  zh: {
    noChannel: (typed) => `没有找到频道“${typed}”。请输入 # 并从列表中选择，例如：settings digest #sales 9:00`,
    closed: (name, platform) =>
      platform === 'discord'
        ? `我不能在${name}发言。请让 Rapport 能看到该频道、发送消息和嵌入链接，再试一次。`
        : `我不在${name}里。请在那里输入 /invite @Rapport，再试一次。`,
    thatChannel: '那个频道',
    aChannel: '一个频道',
    notOurs: '那个频道不属于这个团队。什么都没有改动。',
    notYours: '只有经理或管理员可以让频道收到团队日报，请联系他们。',
    badTime: (typed) => `我看不懂时间“${typed}”。例如：settings digest #sales 9:00`,
    hello: (at, by) => `应${by}的要求，工作日 ${at} 会在这里发送团队日报。`,
    helloEnd: '正在查看这里是否有团队日报。',
    set: (name, at, zone) => `${name}会在工作日 ${at}（${zone}）收到团队日报`,
    whatItSays: '内容：进展顺利的事、每个人做了什么、今天最重要的任务，以及逾期的数量。没有内容时不发送。',
    whoReads: '该频道里的所有人都能看到，其中有客户名称和金额。只因为您要求，才会发到那里。',
    unsure: '您不在那个频道里，所以我无法查看自己是否在：如果不在，请在那里输入 /invite @Rapport。',
    howToEnd: (typed) => `要停止：settings digest ${typed} off`,
    ended: (name) => `${name}不再收到团队日报。`,
    none: (typed) => `${typed}没有设置团队日报。什么都没有改动。`,
    told: (name, at, zone) => `${name}会在工作日 ${at}（${zone}）收到团队日报。`,
    teamDay: (day) => `团队日报，${day}`,
    wins: '进展顺利',
    team: '谁做了什么',
    today: '今天',
    closedTasks: (count) => `完成了 ${count} 项任务`,
    andMore: (count) => `另有 ${count} 项`,
    overdue: (count) => `有 ${count} 项任务已逾期。`,
    since: (day) => `自${day}起`,
    count: (kind, count) => `${CHINESE[kind] ?? kind} ${count}`,
    refused: (name) => `团队日报没能发到${name}`,
    refusedHow: (platform) =>
      platform === 'discord'
        ? '我已不能在那里发言，或者频道已不存在。请让 Rapport 能看到该频道并发送消息，下一次就会送达。'
        : '我不在那个频道里，或者它已归档。请在那里输入 /invite @Rapport，下一次就会送达。',
    end: '停止',
  },
})

const ENGLISH: Readonly<Record<string, [string, string]>> = {
  call: ['call', 'calls'],
  meeting: ['meeting', 'meetings'],
  email: ['email', 'emails'],
  message: ['message', 'messages'],
  visit: ['visit', 'visits'],
  note: ['note', 'notes'],
  done: ['task closed', 'tasks closed'],
}

const CHINESE: Readonly<Record<string, string>> = {
  call: '电话',
  meeting: '会议',
  email: '邮件',
  message: '消息',
  visit: '拜访',
  note: '备注',
  done: '完成任务',
}
