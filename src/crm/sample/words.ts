import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    loaded: (companies: number, activities: number, tasks: number, deals: number) =>
      `The sample is loaded: ${companies} companies, ${activities} activities, ${tasks} tasks, ${deals} deals`,
    tryIt: 'Try it: “log Acme Corp: spoke to Wei, signs on Friday, call back Tuesday 10am”',
    last: 'Last contact with Acme Corp',
    today: 'My day',
    notEmpty: 'The sample goes into an empty workspace alone, and yours has customers. Nothing was changed.',
  },
  zh: {
    loaded: (companies, activities, tasks, deals) =>
      `示例已载入：${companies} 家公司，${activities} 条记录，${tasks} 个任务，${deals} 个商机`,
    tryIt: '试试看：“记录 拜访了锦程物流，李娜说预算30万，下周二跟进”',
    last: 'Acme Corp 的最近联系',
    today: '我的一天',
    notEmpty: '示例只能载入空的工作区，您的工作区已有客户。什么都没有改动。',
  },
})
