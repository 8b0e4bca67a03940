import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    lookedAfter: (name: string) =>
      `A customer like “${name}” is looked after by somebody else here. Ask a manager of yours before you add one.`,
    noName: 'A contact needs a name with letters in it.',
    added: (name: string) => `Added ${name}`,
    standsAlready: (name: string) => `${name} stands already. Is it the same person?`,
    showIt: (name: string) => `Show ${name}`,
    use: (name: string) => `It is ${name}`,
    addAnyway: 'Add another of that name',
    cancel: 'Cancel',
    log: 'Log',
    edit: 'Edit',
  },
  zh: {
    lookedAfter: (name) => `已有同事在负责类似“${name}”的客户。新增之前请先问您的经理。`,
    noName: '联系人的姓名里至少要有一个字。',
    added: (name) => `已新增${name}`,
    standsAlready: (name) => `${name}已经存在。是同一个人吗？`,
    showIt: (name) => `查看${name}`,
    use: (name) => `就是${name}`,
    addAnyway: '仍然新增同名联系人',
    cancel: '取消',
    log: '记录',
    edit: '修改',
  },
})
