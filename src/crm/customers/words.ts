import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    gone: 'I no longer know that customer: the record was taken back. Type the name to look again.',
    which: (count: number) => (count === 2 ? 'I know two of that name. Which one?' : `I know ${count} of that name. Which one?`),
    whichMany: (count: number) => `Many fit that name; here are ${count}. Which one?`,
    pick: 'Pick a customer',
    unknown: (name: string) => `I don't know ${name}. Nothing is lost: add it, or say whom you mean.`,
    addAndLog: (name: string) => `Add ${name} and log`,
    add: (name: string) => `Add ${name}`,
    itIs: "It's …",
    cancel: 'Cancel',
    noName: 'A customer needs a name with letters or digits in it.',
    addAndGoOn: (name: string) => `Add ${name} and go on`,
  },
  zh: {
    gone: '找不到这位客户了：记录已被撤回。请输入名称重新查找。',
    which: (count) => `有 ${count} 个同名的客户，是哪一个？`,
    whichMany: (count) => `符合的客户很多，这里列出 ${count} 个，是哪一个？`,
    pick: '选择客户',
    unknown: (name) => `我不认识${name}。内容都还在：可以新增，或者告诉我指的是谁。`,
    addAndLog: (name) => `新增${name}并记录`,
    add: (name) => `新增${name}`,
    itIs: '其实是……',
    cancel: '取消',
    noName: '客户名称里至少要有一个字或数字。',
    addAndGoOn: (name) => `新增${name}并继续`,
  },
})
