import { catalogue, type Localized } from '../../bot/text.ts'

/** What messages are called, by their kind. */
export const kindNames: Readonly<Record<string, Localized>> = {
  reminder: { en: 'Reminder', zh: '提醒' },
  assigned: { en: 'A customer was assigned', zh: '分配客户' },
  handedall: { en: 'Everything was handed over', zh: '全部移交' },
  handedover: { en: 'Task handed over', zh: '转交的任务' },
  escalated: { en: 'Overdue task', zh: '逾期任务' },
  digest: { en: 'Daily message', zh: '每日消息' },
  back: { en: 'What was handled while away', zh: '离开期间处理的事' },
  zonemoved: { en: 'Another time zone', zh: '时区变更' },
  welcome: { en: 'Welcome', zh: '欢迎消息' },
  teamdigest: { en: 'The team’s day', zh: '团队日报' },
  channelrefused: { en: 'A channel that cannot be reached', zh: '无法送达的频道' },
  backupfailed: { en: 'A backup that failed', zh: '未完成的备份' },
  undelivered: { en: 'Undelivered messages', zh: '未送达的消息' },
}

export const say = catalogue({
  en: {
    title: (count: number) => (count === 1 ? '1 message could not be delivered' : `${count} messages could not be delivered`),
    none: 'Everything was delivered.',
    retried: (count: number) => (count === 1 ? '1 message is tried again now.' : `${count} messages are tried again now.`),
    dropped: (count: number) => (count === 1 ? '1 message was dropped.' : `${count} messages were dropped.`),
    gone: 'That message was dealt with already. Nothing was changed.',
    tried: (when: string, fault: string) => `given up ${when}: ${fault}`,
    retry: 'Retry',
    drop: 'Drop',
    retryAll: 'Retry all',
    dropAll: 'Drop all',
    more: 'More',
    times: (count: number, fault: string) => `${count} × ${fault}`,
    see: 'Look at them',
    aChannel: 'a channel',
  },
  zh: {
    title: (count) => `有 ${count} 条消息未能送达`,
    none: '全部消息都已送达。',
    retried: (count) => `正在重新发送 ${count} 条消息。`,
    dropped: (count) => `已丢弃 ${count} 条消息。`,
    gone: '这条消息已经处理过了。什么都没有改动。',
    tried: (when, fault) => `${when}放弃：${fault}`,
    retry: '重试',
    drop: '丢弃',
    retryAll: '全部重试',
    dropAll: '全部丢弃',
    more: '更多',
    times: (count, fault) => `${count} 次：${fault}`,
    see: '查看',
    aChannel: '频道',
  },
})
