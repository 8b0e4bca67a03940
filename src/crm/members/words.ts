import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    guest: 'Rapport holds customers’ data, so guests of this workspace cannot use it. Ask an admin to make you a full member.',
    stranger: 'Rapport belongs to the team that set it up, so people from other organizations cannot use it.',
    deactivated: 'This account is deactivated, so Rapport cannot help. Ask an admin of your team.',
    bot: 'Rapport answers people, not other bots.',
    sayInServer: 'We have not met yet. Type /crm once in your server’s channel, then write to me here.',
    sayInServerAgain: 'Your server has not vouched for you for a while. Type /crm once in one of its channels, then go on here.',
    needsManage:
      'In this server only those who may manage it can use Rapport so far. Ask one of them to type: /crm settings access @role',
    needsRole:
      'Your role in this server does not include Rapport. Ask somebody who manages the server to give you one that does.',
    notHereYet: 'That person has not used Rapport yet. Ask them to type /crm once, then try again.',
    noLonger: 'That person no longer works here.',
    whichMember: (typed: string, names: string) => `“${typed}” can be several people: ${names}. Type more of the name.`,
    noMember: (typed: string, names: string) => `I know no colleague “${typed}”. Here are: ${names}.`,
  },
  zh: {
    guest: 'Rapport 保存着客户资料，访客不能使用。请管理员把您升级为正式成员。',
    stranger: 'Rapport 属于设置它的团队，其他组织的人不能使用。',
    deactivated: '这个账号已停用，Rapport 无法提供帮助。请联系团队管理员。',
    bot: 'Rapport 只回答人，不回答其他机器人。',
    sayInServer: '我们还没有见过面。请先在服务器频道里输入一次 /crm，再在这里给我写消息。',
    sayInServerAgain: '服务器已有一段时间没有确认您的身份。请在服务器的任一频道输入一次 /crm，然后在这里继续。',
    needsManage: '目前只有可以管理本服务器的人能使用 Rapport。请他们输入：/crm settings access @role',
    needsRole: '您在本服务器的角色不能使用 Rapport。请服务器管理者给您相应的角色。',
    notHereYet: '对方还没有使用过 Rapport。请对方先输入一次 /crm，再试一次。',
    noLonger: '对方已不在这里工作。',
    whichMember: (typed, names) => `“${typed}”可能是几个人：${names}。请多输入几个字。`,
    noMember: (typed, names) => `没有叫“${typed}”的同事。现有：${names}。`,
  },
})
