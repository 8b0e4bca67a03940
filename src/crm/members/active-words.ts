import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    adminOnly: 'Only an admin can do that. Ask one of yours.',
    whom: (how: string) => `Whom? Type: settings ${how} @someone`,
    notYourself: 'That is yourself. Another admin can do that.',
    deactivated: (name: string) => `${name} is deactivated: Rapport answers them no more, and sends them nothing.`,
    stays: (name: string) => `What was ${name}’s stays theirs until it is handed over.`,
    handOver: 'Hand over what is theirs',
    activated: (name: string) => `${name} can use Rapport again.`,
    isActive: (name: string) => `${name} is active. Nothing was changed.`,
  },
  zh: {
    adminOnly: '只有管理员可以这样做，请联系他们。',
    whom: (how) => `是谁？请输入：settings ${how} @某人`,
    notYourself: '那是您自己。可以请另一位管理员来做。',
    deactivated: (name) => `${name}已停用：Rapport 不再回答，也不再发送消息。`,
    stays: (name) => `${name}负责的内容保持不变，直到移交。`,
    handOver: '移交其工作',
    activated: (name) => `${name}又可以使用 Rapport 了。`,
    isActive: (name) => `${name}未停用。什么都没有改动。`,
  },
})
