import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    sentence: (one: string, how: string, other: string) => `${one} ${how} ${other}`,
    standsAlready: (said: string) => `${said}: that stands already. Nothing was changed.`,
    notSo: (said: string) => `${said}: that does not stand. Nothing was changed.`,
    noLonger: (said: string) => `No longer: ${said}`,
    noPerson: (name: string) => `${name} is a company. Relations are between people: type a person’s name.`,
    samePerson: (name: string) => `${name} is one person. Name two.`,
    show: (name: string) => `Show ${name}`,
  },
  zh: {
    sentence: (one, how, other) => `${one} ${how} ${other}`,
    standsAlready: (said) => `${said}：已经记录过了，什么都没有改动。`,
    notSo: (said) => `${said}：没有这样的记录，什么都没有改动。`,
    noLonger: (said) => `已解除：${said}`,
    noPerson: (name) => `${name}是公司。关系是人与人之间的：请输入联系人的姓名。`,
    samePerson: (name) => `${name}是同一个人。请写两个人。`,
    show: (name) => `查看${name}`,
  },
})
