import { catalogue } from '../../../bot/text.ts'

/** What the pages of an installation say. */
export const say = catalogue({
  en: {
    title: 'Add Rapport to Slack',
    what: 'A CRM that lives in your team’s chat: log a call in one line, look up the last contact, be reminded of what is due.',
    howItGoes:
      'Slack asks you next whether you let Rapport in. It reads what people write to it, and nothing else; what your team enters is kept apart from every other team’s.',
    add: 'Add to Slack',
    again: 'Begin again',
    done: (team: string) => `Rapport is in ${team}`,
    doneHow:
      'It has sent you a direct message. Write “help” to it, or type /crm help in any channel. The first to use it is its admin.',
    openSlack: 'Open Slack',
    denied: 'Nothing was installed',
    deniedWhy: 'You did not let Rapport in. That is all right: nothing was kept. You can begin again at any time.',
    stale: 'This link does not work any more',
    staleWhy:
      'It is older than ten minutes, was used already, or was opened in another browser than the one in which it began. Nothing was installed.',
    organization: 'Please install it into one workspace',
    organizationWhy:
      'This was an installation for your whole organization, which Rapport does not offer: nothing was kept. Begin again, and choose a single workspace at the top right of Slack’s page.',
    failed: 'That did not work',
    failedWhy: (code: string) =>
      `Slack answered “${code}”. Nothing was installed. Begin again; if it happens again, tell whoever runs this Rapport.`,
    away: 'Slack could not be reached, or something went wrong here. Nothing was installed. Begin again in a moment; if it happens again, tell whoever runs this Rapport.',
  },
  zh: {
    title: '将 Rapport 添加到 Slack',
    what: '住在团队聊天里的客户管理：一行话记录一次通话，立即查到上次联系，到期提醒。',
    howItGoes: '接下来 Slack 会问您是否允许 Rapport 加入。它只读取写给它的内容；您团队录入的内容与其他团队完全分开。',
    add: '添加到 Slack',
    again: '重新开始',
    done: (team) => `Rapport 已加入 ${team}`,
    doneHow: '它已给您发了私信。给它写“帮助”，或在任意频道输入 /crm help。第一个使用的人是管理员。',
    openSlack: '打开 Slack',
    denied: '没有安装',
    deniedWhy: '您没有允许 Rapport 加入。没关系：什么都没有保存，随时可以重新开始。',
    stale: '此链接已失效',
    staleWhy: '它已超过十分钟、已被使用，或在另一个浏览器中打开。没有安装任何内容。',
    organization: '请安装到单个工作区',
    organizationWhy: '这是面向整个组织的安装，Rapport 不提供：什么都没有保存。请重新开始，并在 Slack 页面右上角选择一个工作区。',
    failed: '没有成功',
    failedWhy: (code) => `Slack 回答“${code}”。没有安装任何内容。请重新开始；若再次发生，请告诉运行此 Rapport 的人。`,
    away: '无法连接 Slack，或这里出了问题。没有安装任何内容。请稍后重新开始；若再次发生，请告诉运行此 Rapport 的人。',
  },
})

/** Said in Slack where the bot's token is gone: in which language nobody can tell. */
export const notInstalled = (url: string): string =>
  `Rapport is not installed in this workspace any more. Install it again: ${url}\nRapport 已不在此工作区中。请重新安装：${url}`
