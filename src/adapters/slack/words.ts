import { catalogue, type Locale } from '../../bot/text.ts'

/** What the adapter itself says; everything else comes to it in cards. */
export const say = catalogue({
  en: {
    cancel: 'Cancel',
    shortened: '… (shortened: it does not fit here)',
    tooLongForForm: 'The text was too long for a form and is shortened here.',
    fillAgain: 'This part is too long for a button; copy it back into the form:',
    stale: 'This form is from an older version and could not be read. Nothing was changed.',
    more: (count: number) => `… and ${count} more`,
    asTyped: (typed: string) => `“${typed}” as typed`,
  },
  zh: {
    cancel: '取消',
    shortened: '……（内容太长，已缩短）',
    tooLongForForm: '文字太长，表单放不下，这里已缩短。',
    fillAgain: '这部分太长，按钮放不下，请复制回表单：',
    stale: '这个表单来自旧版本，无法读取。什么都没有改动。',
    more: (count) => `……还有 ${count} 条`,
    asTyped: (typed) => `就用输入的“${typed}”`,
  },
})

/**
 * The language a reply is written in, told from the words that the house itself chose for it: a person's own setting may differ from
 * their Slack's, and a notice comes with no request to ask. Most of them decide, as a customer's name may stand in one.
 */
export function localeShown(labels: readonly string[]): Locale {
  const chinese = labels.filter((label) => /\p{Script=Han}/u.test(label)).length
  return chinese * 2 > labels.length ? 'zh' : 'en'
}
