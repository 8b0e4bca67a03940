import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    yourManager: (name: string) => `${name} is your manager.`,
    theirManager: (whose: string, name: string) => `${name} is ${whose}’s manager.`,
    noManager: 'Nobody is named as your manager.',
    theyHaveNone: (whose: string) => `Nobody is named as ${whose}’s manager.`,
    howManager:
      'Type settings manager @Dana, or settings manager off. An admin sets it for others: settings manager @Dana for @Ana',
    managerNotYours: 'Only an admin can say who somebody else’s manager is. Ask one of yours.',
    notOneself: 'Nobody is their own manager. Name somebody else, or type settings manager off.',
    on: (days: number) =>
      `A task that is overdue for ${days === 1 ? 'a day' : `${days} days`} is told to its owner’s manager, once. Put off, it begins anew.`,
    off: 'Managers are not told of overdue tasks.',
    who: 'Each member’s manager: settings manager @Dana. Where none is named, the managers hear of it; where there are none, the admins.',
    howEscalate: 'Type settings escalate 3 days, or settings escalate off.',
    badEscalate: 'After how many days? For example: settings escalate 3 days, or settings escalate off',
    escalateNotYours: 'Only an admin can change that. Ask one of yours.',
  },
  zh: {
    yourManager: (name) => `您的上级是${name}。`,
    theirManager: (whose, name) => `${whose}的上级是${name}。`,
    noManager: '还没有指定您的上级。',
    theyHaveNone: (whose) => `还没有指定${whose}的上级。`,
    howManager: '请输入 settings manager @Dana 或 settings manager off。管理员可以替别人设置：settings manager @Dana for @Ana',
    managerNotYours: '只有管理员可以指定别人的上级，请联系他们。',
    notOneself: '不能做自己的上级。请写别人，或输入 settings manager off。',
    on: (days) => `任务逾期 ${days} 天后，会告知负责人的上级一次。推迟后重新计算。`,
    off: '任务逾期不会告知上级。',
    who: '每个人的上级：settings manager @Dana。没有指定时告知经理，没有经理时告知管理员。',
    howEscalate: '请输入 settings escalate 3 days 或 settings escalate off。',
    badEscalate: '逾期几天后？例如：settings escalate 3 days，或 settings escalate off',
    escalateNotYours: '只有管理员可以修改，请联系他们。',
  },
})
