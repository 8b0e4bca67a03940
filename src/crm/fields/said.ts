import { type Locale, type Localized, listed } from '../../bot/text.ts'
import type { Definition } from './custom.ts'
import type { CustomType } from './field.ts'
import { say } from './words.ts'

export const TYPE_LABELS: Readonly<Record<CustomType, Localized>> = {
  text: { en: 'Text', zh: '文字' },
  number: { en: 'Number', zh: '数字' },
  money: { en: 'Money', zh: '金额' },
  date: { en: 'Date', zh: '日期' },
  choice: { en: 'Choice', zh: '选项' },
  yesno: { en: 'Yes or no', zh: '是否' },
  member: { en: 'Person (a colleague)', zh: '同事' },
  link: { en: 'Link', zh: '链接' },
}

/** `Choice: English, 中文 · required · default: English · help text`. */
export function sayDefinition({ type, options, required, byDefault, help }: Definition, locale: Locale): string {
  const words = say(locale)
  const kind = options.length ? `${TYPE_LABELS[type][locale]}: ${listed(options, locale)}` : TYPE_LABELS[type][locale]
  return [kind, required && words.isRequired, byDefault && words.defaultIs(byDefault), help].filter(Boolean).join(' · ')
}
