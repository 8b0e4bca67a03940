import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    badDomain: (typed: string) => `“${typed}” is no web address. Type it like this: acme.com`,
    badEmail: (typed: string) => `“${typed}” is no e-mail address. Type it like this: wei@acme.com`,
    badPhone: (typed: string) => `“${typed}” is no phone number. Type it with its country, like this: +1 415 555 0100`,
    badNumber: (label: string, typed: string) => `“${typed}” is no number for “${label}”. Type digits, for example 2000.`,
    badMoney: (label: string, typed: string) =>
      `“${typed}” is no sum for “${label}”. Type an amount with its currency, for example 12,000 EUR or $12k.`,
    badDate: (label: string, typed: string) =>
      `“${typed}” is no day for “${label}”. Type for example 2026-12-31, 31 December 2026 or next Friday.`,
    badBirthday: (typed: string) => `“${typed}” is no birthday. Type it with or without its year: 3 May, or 1980-05-03`,
    badYesno: (label: string, typed: string) => `“${typed}” is neither yes nor no. “${label}” takes: yes, no`,
    badChoice: (label: string, typed: string, known: string) => `“${label}” has no “${typed}”. Choose one of: ${known}`,
    badMember: (label: string, typed: string) =>
      `I know no colleague “${typed}” for “${label}”. Type the name, or @ and the name.`,
    badLink: (label: string, typed: string) =>
      `“${typed}” is no link for “${label}”. Type it in full, like this: https://acme.com/contract`,
    badTag: (typed: string) => `“${typed}” is no tag: a tag has a letter or a digit, and at most 50 characters.`,
    badConsent: (typed: string) =>
      `“${typed}” does not say whether consent was given. Type for example: given 2026-05-03 by e-mail, or: withdrawn by phone`,
    tooLong: (label: string, most: number) => `“${label}” is too long: at most ${most} characters.`,
    yes: 'yes',
    no: 'no',
    given: 'given',
    withdrawn: 'withdrawn',
    badLine: (typed: string) => `“${typed}” is no fact I can read. Write one a line, like this: city=New York`,
    unknownField: (typed: string, known: string) => `I don't know the field “${typed}”. Fields are: ${known}.`,
  },
  zh: {
    badDomain: (typed) => `“${typed}”不是网址。请这样输入：acme.com`,
    badEmail: (typed) => `“${typed}”不是邮箱地址。请这样输入：wei@acme.com`,
    badPhone: (typed) => `“${typed}”不是电话号码。请连同国家代码输入，例如：+86 138 0013 8000`,
    badNumber: (label, typed) => `“${typed}”不能作为“${label}”的数字。请输入数字，例如 2000。`,
    badMoney: (label, typed) => `“${typed}”不能作为“${label}”的金额。请连同币种输入，例如 12,000 EUR 或 3万元。`,
    badDate: (label, typed) => `“${typed}”不能作为“${label}”的日期。例如：2026-12-31、12月31日、下周五。`,
    badBirthday: (typed) => `“${typed}”不是生日。可以带年份也可以不带：5月3日，或 1980-05-03`,
    badYesno: (label, typed) => `“${typed}”既不是“是”也不是“否”。“${label}”可填：是、否`,
    badChoice: (label, typed, known) => `“${label}”没有“${typed}”这个选项。可选：${known}`,
    badMember: (label, typed) => `没有叫“${typed}”的同事，“${label}”无法填写。请输入姓名，或 @ 加姓名。`,
    badLink: (label, typed) => `“${typed}”不能作为“${label}”的链接。请输入完整网址，例如：https://acme.com/contract`,
    badTag: (typed) => `“${typed}”不能作标签：标签里要有字或数字，最多 50 个字符。`,
    badConsent: (typed) => `看不出“${typed}”是同意还是撤回。例如：同意 2026-05-03 邮件，或：撤回 电话`,
    tooLong: (label, most) => `“${label}”太长了：最多 ${most} 个字符。`,
    yes: '是',
    no: '否',
    given: '已同意',
    withdrawn: '已撤回',
    badLine: (typed) => `“${typed}”不是我能读懂的资料。请每行写一项，例如：city=上海`,
    unknownField: (typed, known) => `没有“${typed}”这个字段。可用的字段：${known}。`,
  },
})
