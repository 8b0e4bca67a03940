import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    yours: 'The link is yours alone: it opens once, within 15 minutes, and what it opens stays open to you for 12 hours.',
    notPublic:
      'This address is the one where the bot listens itself: it opens on the same machine or network. Whoever runs the bot sets the one on the internet with PUBLIC_URL.',
  },
  zh: {
    yours: '链接只给您本人：15 分钟内打开一次有效，打开后页面为您保留 12 小时。',
    notPublic: '这是机器人自己监听的地址，只能在同一台机器或网络中打开。由运行机器人的人用 PUBLIC_URL 设置互联网地址。',
  },
})
