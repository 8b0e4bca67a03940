import type { Group } from '../../bot/operation.ts'
import { catalogue, type Locale, type Localized } from '../../bot/text.ts'

export const groupNames: Record<Group, Localized> = {
  daily: { en: 'Every day', zh: '每天' },
  records: { en: 'Customers', zh: '客户' },
  sales: { en: 'Sales', zh: '销售' },
  you: { en: 'You', zh: '您自己' },
  team: { en: 'Your team', zh: '团队' },
}

export const say = catalogue({
  en: {
    title: 'What I can do',
    direct: 'Type these to me directly, or after /crm in any channel. “help log” shows more of one.',
    tour: 'Take the tour',
    log: 'Log',
    settings: 'Settings',
    examples: 'For example, paste:',
    asks: 'It takes',
    optional: 'optional',
    onlyRole: (role: string) => `Only for ${role}.`,
    rep: 'reps, managers and admins',
    manager: 'managers and admins',
    admin: 'admins',
    form: 'Open the form',
    allHelp: 'All of it',
    also: (names: string) => `and ${names}`,
    noTopic: (typed: string) => `I have no help on “${typed}”. Here is everything I can do.`,
    logTitle: 'Log: say it as you would to a colleague',
    logRules:
      'Name the customer and what happened; kind, outcome, time, amount and follow-up are read from your words. Paste a list to log each of its lines.',
    nothing: 'Nothing was changed.',
    youTyped: 'You typed',
    step: (step: number, of: number) => `Step ${step} of ${of}`,
    oneTitle: 'Hello, I am Rapport',
    oneLines:
      'I remember your customers, so that you do not have to. Three words carry a working day:\nlog: write down a call in one line\nlast: who spoke to a customer last, and about what\nremind: have a task come back at its time',
    oneReads:
      'I remember your customers, so that your colleagues and you do not have to. You may read here; three words carry a working day:\nlast: who spoke to a customer last, and about what\nfind: customers by any part of what is known of them\ntoday: what is due, and who is going cold',
    oneNext: 'Show me, it takes a minute',
    notNow: 'Not now',
    twoTitle: 'Your time',
    twoLines: (zone: string, time: string, morning: string) =>
      `By your account you are in ${zone}, where it is ${time} now. A task with a day but no time comes at ${morning}.`,
    twoNext: 'That is right',
    twoChange: 'Change',
    threeTitle: 'Your first call',
    threeLines: 'Think of the last customer you spoke to, and say what happened. A customer I do not know yet is added.',
    threeNext: 'Log my first call',
    threeExample: 'Acme Corp: spoke to Wei Zhang, wants a quote, call back Tuesday 10am',
    threeFirst: 'I find no call of yours yet. Log one, it is the last thing to try.',
    goOn: 'Go on with the tour',
    fourTitle: 'That was it',
    fourLines: (customer: string) =>
      `Before the next call, type: last ${customer}\nSo that nothing is forgotten, type: remind ${customer} tomorrow 9am send the quote\nEverything else is under: help`,
    fourReads:
      'Before you speak to a customer, type last and their name. To look around, type find and a word.\nTo log calls and change customers too, ask an admin of yours for another role.\nEverything else is under: help',
    lastOf: (customer: string) => `Last contact with ${customer}`,
    today: 'My day',
    help: 'Help',
  },
  zh: {
    title: '我能做什么',
    direct: '可以直接对我输入，也可以在任何频道的 /crm 之后输入。“帮助 记录”查看某一项的详细说明。',
    tour: '看一遍导览',
    log: '记录',
    settings: '设置',
    examples: '例如，直接粘贴：',
    asks: '需要填写',
    optional: '可选',
    onlyRole: (role) => `仅限${role}。`,
    rep: '销售、经理和管理员',
    manager: '经理和管理员',
    admin: '管理员',
    form: '打开表单',
    allHelp: '全部',
    also: (names) => `还有${names}`,
    noTopic: (typed) => `没有关于“${typed}”的帮助。下面是我能做的全部事情。`,
    logTitle: '记录：像对同事说话一样',
    logRules: '说出客户和发生的事；类型、结果、时间、金额和跟进都会从您的话里读出来。粘贴一个列表，就会逐行记录。',
    nothing: '什么都没有改动。',
    youTyped: '您输入的是',
    step: (step, of) => `第 ${step} 步，共 ${of} 步`,
    oneTitle: '您好，我是 Rapport',
    oneLines:
      '我替您记住客户。一天的工作只需三个词：\n记录：一句话记下一次电话\n上次：上次是谁、和客户谈了什么\n提醒：到时间提醒您做一件事',
    oneReads:
      '我替您和同事记住客户。您可以查看；一天的工作只需三个词：\n上次：上次是谁、和客户谈了什么\n查找：按已知的任何内容查找客户\n今天：哪些到期、哪些客户久未联系',
    oneNext: '带我看看，只要一分钟',
    notNow: '以后再说',
    twoTitle: '您的时间',
    twoLines: (zone, time, morning) =>
      `根据您的账号，您在 ${zone}，当地时间 ${time}。只有日期没有时间的任务会在 ${morning} 提醒。`,
    twoNext: '没错',
    twoChange: '修改',
    threeTitle: '第一次记录',
    threeLines: '想想最近联系过的客户，说说发生了什么。我还不认识的客户会自动添加。',
    threeNext: '记录第一次电话',
    threeExample: '锦程物流：给李娜打了电话，想要报价，下周二上午10点回电',
    threeFirst: '还没有找到您的记录。请先记一条，这是最后一步。',
    goOn: '继续导览',
    fourTitle: '就是这些',
    fourLines: (customer) =>
      `下次打电话前，输入：上次 ${customer}\n为了不忘事，输入：提醒 ${customer} 明天上午9点 发报价\n其余的都在：帮助`,
    fourReads:
      '联系客户之前，输入“上次”和对方的名字。想随便看看，输入“查找”和一个词。\n如需记录电话、修改客户，请联系管理员更改角色。\n其余的都在：帮助',
    lastOf: (customer) => `与${customer}的最近联系`,
    today: '我的一天',
    help: '帮助',
  },
})

const ENGLISH = [
  'log Acme: spoke to Wei, wants a quote, call back Tuesday 10am',
  'log called Northwind, left voicemail',
  'log Acme no answer, try again tomorrow morning',
  'log met Laura Bennett yesterday 3pm, good fit, $12k',
  'log emailed wei@acme.com the price list',
  'log Northwind called us: invoice is wrong',
  'log visited Acme Corp on Monday, showed the new line',
  'log demo with Northwind canceled, reschedule next week',
  'log note on Acme: they have a new office, check in every first Monday',
]
const CHINESE = [
  '记录 锦程物流：给李娜打了电话，下周二上午10点回电',
  '记录 昨天下午拜访了锦程物流，预算30万',
  '记录 王伟没接电话，明天再打',
  '记录 微信和李经理聊了，要报价，周五前发',
  '记录 华泰来电，发票有误',
  '记录 和王总的会议取消了，改到下周三两点半',
  '记录 给wang wei发了邮件，每月15号跟进',
]
/** How many lines of the other language stand below. */
const OTHERS = 3

/** What a line to log can be, most common first: mostly in the reader's language, and some in the other. */
export const logExamples = (locale: Locale): string[] =>
  locale === 'en' ? [...ENGLISH, ...CHINESE.slice(0, OTHERS)] : [...CHINESE, ...ENGLISH.slice(0, OTHERS)]
