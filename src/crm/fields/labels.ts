import type { Locale, Localized } from '../../bot/text.ts'

/** An address or a number, and what it is for. */
export interface Labelled {
  value: string
  label?: string
}

/** What addresses and numbers are for, by the word that is kept; anything else is kept as it was typed. */
const KNOWN: Record<string, Localized & { also: string }> = {
  work: { en: 'work', zh: '工作', also: 'business, office, 办公, 公司, 单位, dienstlich' },
  mobile: { en: 'mobile', zh: '手机', also: 'cell, cellphone, handy, 移动电话' },
  private: { en: 'private', zh: '私人', also: 'home, personal, privat, 家, 住宅, 个人' },
  main: { en: 'main', zh: '总机', also: 'switchboard, reception, zentrale, 前台' },
  fax: { en: 'fax', zh: '传真', also: '' },
  billing: { en: 'billing', zh: '财务', also: 'invoice, invoices, accounting, 发票, 账单' },
  assistant: { en: 'assistant', zh: '助理', also: 'secretary, 秘书' },
  other: { en: 'other', zh: '其他', also: '' },
}

const byWord = new Map(
  Object.entries(KNOWN).flatMap(([kept, { en, zh, also }]) =>
    [kept, en, zh, ...also.split(', ').filter(Boolean)].map((word) => [word, kept] as const),
  ),
)

/** A label stands in brackets behind its value. Digits in brackets belong to a number. */
const BEHIND = /\s*[(（]\s*([^()（）\d@]{1,30}?)\s*[)）]\s*$/u

/** `+49 30 1234567 (mobile)`: the value by `read`, and its label. Undefined when the value cannot be read. */
export function readLabelled(typed: string, read: (text: string) => string | undefined): Labelled | undefined {
  const [behind, word] = BEHIND.exec(typed) ?? []
  const value = read(behind ? typed.slice(0, -behind.length) : typed)
  if (!value) return undefined
  return word ? { value, label: byWord.get(word.toLowerCase()) ?? word.toLowerCase() } : { value }
}

/** What people read, and what is read again as the same. */
export const sayLabel = (label: string, locale: Locale): string => KNOWN[label]?.[locale] ?? label
