import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    added: (name: string) => `Added ${name}`,
    standsAlready: (name: string) => `${name} stands already. Is it the same company?`,
    showIt: (name: string) => `Show ${name}`,
    addAnyway: 'Add another of that name',
    cancel: 'Cancel',
    log: 'Log',
    addContact: 'Add contact',
    edit: 'Edit',
    remembered: (typed: string, company: string) => `From now on “${typed}” means ${company}.`,
    alreadyMeans: (typed: string, company: string) => `“${typed}” means ${company} already. Nothing was changed.`,
    forgotten: (typed: string, company: string) => `“${typed}” no longer means ${company}.`,
    notCalled: (company: string, typed: string) => `${company} is not called “${typed}”. Nothing was changed.`,
    gone: 'I no longer know that company: the record was taken back. Nothing was changed.',
    lookedAfter: (name: string) =>
      `A customer like “${name}” is looked after by somebody else here. Ask a manager of yours before you add one.`,
    noName: 'A company needs a name with letters or digits in it.',
  },
  zh: {
    added: (name) => `已新增${name}`,
    standsAlready: (name) => `${name}已经存在。是同一家公司吗？`,
    showIt: (name) => `查看${name}`,
    addAnyway: '仍然新增同名公司',
    cancel: '取消',
    log: '记录',
    addContact: '新增联系人',
    edit: '修改',
    remembered: (typed, company) => `以后“${typed}”就是指${company}。`,
    alreadyMeans: (typed, company) => `“${typed}”已经是指${company}。什么都没有改动。`,
    forgotten: (typed, company) => `“${typed}”不再指${company}。`,
    notCalled: (company, typed) => `${company}没有“${typed}”这个别名。什么都没有改动。`,
    gone: '找不到这家公司了：记录已被撤回。什么都没有改动。',
    lookedAfter: (name) => `已有同事在负责类似“${name}”的客户。新增之前请先问您的经理。`,
    noName: '公司名称里至少要有一个字或数字。',
  },
})
