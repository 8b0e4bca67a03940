import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    nothingToAttach:
      'What is to be attached? Type a link behind the name, or share a file in the same message: attach Acme https://… the offer',
    badLink: (typed: string) => `“${typed}” is no link. Type it in full, like this: https://acme.com/offer.pdf`,
    standsAlready: (name: string, customer: string) => `${customer} has “${name}” already. Nothing was changed.`,
    attached: (customer: string) => `Attached to ${customer}`,
    onlyYou: 'Only you see this.',
    attachmentsOf: (customer: string) => `Files and links of ${customer}`,
    all: 'Files and links',
    none: 'Nothing is attached yet.',
    remove: 'Take off',
    removed: (name: string, customer: string) => `“${name}” is no longer attached to ${customer}.`,
    gone: 'That is not attached any more. Nothing was changed.',
    newer: 'Newer',
    older: 'Older',
    add: 'Attach a link',
  },
  zh: {
    nothingToAttach: '要添加什么？请在名称后面写链接，或者在同一条消息里发送文件：附件 锦程物流 https://… 报价单',
    badLink: (typed) => `“${typed}”不是链接。请输入完整网址，例如：https://acme.com/offer.pdf`,
    standsAlready: (name, customer) => `${customer}已有“${name}”，什么都没有改动。`,
    attached: (customer) => `已添加到${customer}`,
    onlyYou: '只有您自己能看到。',
    attachmentsOf: (customer) => `${customer}的文件和链接`,
    all: '文件和链接',
    none: '还没有附件。',
    remove: '移除',
    removed: (name, customer) => `“${name}”已不在${customer}名下。`,
    gone: '这个附件已不存在。什么都没有改动。',
    newer: '更新的',
    older: '更早的',
    add: '添加链接',
  },
})
