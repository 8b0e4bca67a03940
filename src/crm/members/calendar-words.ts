import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    title: 'Your tasks in your calendar',
    secret:
      'Whoever knows this address sees your open tasks: keep it to yourself. It is shown this once. “settings calendar new” makes another one and ends this one, “settings calendar off” ends it.',
    how: 'Google Calendar: beside “Other calendars” press +, then “From URL”.\nOutlook: “Add calendar”, then “Subscribe from web”.\nApple Calendar: File, “New Calendar Subscription”; on an iPhone: Calendars, “Add Calendar”, “Add Subscription Calendar”.',
    notPublic:
      'This address is the one where the bot listens itself. Whether your calendar reaches it depends on your network; Google and Outlook on the web need one on the internet. Whoever runs the bot sets it with PUBLIC_URL.',
    slow: 'Calendars look for news when they please: Apple up to every 5 minutes, Outlook every few hours, Google up to once a day. Reminders come here in the chat, on time.',
    stands: (when: string) =>
      `You have had an address since ${when}. It was shown when it was made, and only its fingerprint is kept. If you have lost it, make another one: the old one shows nothing any more then.`,
    another: 'Make another one',
    end: 'End it',
    ended: 'Your calendar address is no more. A calendar that knew it finds nothing there.',
    none: 'You have no calendar address. Nothing was changed.',
    bad: 'Type settings calendar, settings calendar new, or settings calendar off.',
  },
  zh: {
    title: '在日历中查看您的任务',
    secret:
      '知道这个地址的人都能看到您的待办，请不要告诉别人。地址只显示这一次。“settings calendar new”会换一个新地址并作废旧的，“settings calendar off”会停用。',
    how: 'Google 日历：点“其他日历”旁的 +，选“通过网址添加”。\nOutlook：“添加日历”，选“从 Web 订阅”。\nApple 日历：“文件”→“新建日历订阅”；iPhone：“日历”→“添加日历”→“添加订阅日历”。',
    notPublic:
      '这是机器人自己监听的地址，您的日历能否访问取决于网络；Google 和网页版 Outlook 需要互联网上的地址。由运行机器人的人用 PUBLIC_URL 设置。',
    slow: '日历何时更新由日历自己决定：Apple 最快每 5 分钟，Outlook 每几小时，Google 最慢一天一次。提醒会在这里准时发给您。',
    stands: (when) =>
      `您从${when}起就有地址了。地址只在生成时显示过，我们只保存了它的指纹。如果丢失，请换一个新的：旧的随即失效。`,
    another: '换一个新地址',
    end: '停用',
    ended: '日历地址已停用，知道它的日历不会再看到任何内容。',
    none: '您没有日历地址。什么都没有改动。',
    bad: '请输入 settings calendar、settings calendar new 或 settings calendar off。',
  },
})
