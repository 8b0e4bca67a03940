import { z } from 'zod'
import { button, type Card, card, type Reply } from '../../bot/card.ts'
import { type Context, isAtLeast } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { settingsExport } from '../exporting/allowed.ts'
import { settingsAccess } from './change-access.ts'
import { settingsActivate, settingsDeactivate } from './change-active.ts'
import { settingsAway } from './change-away.ts'
import { settingsCalendar } from './change-calendar.ts'
import { settingsDigest } from './change-digest.ts'
import { settingsEscalate } from './change-escalate.ts'
import { settingsManager } from './change-manager.ts'
import { settingsRetention } from './change-retention.ts'
import { settingsRole } from './change-role.ts'
import { changeSettings, PREFERENCES } from './change-settings.ts'
import { settingsVisibility } from './change-visibility.ts'
import { settingsLink } from './link.ts'
import { sayDays, sayLanguage, sayQuiet } from './preferences.ts'
import { say } from './settings-words.ts'

export const settings = operation({
  name: 'settings',
  zh: '设置',
  summary: { en: 'Your time zone, morning, quiet hours, working days, language', zh: '时区、早上时间、免打扰时间、工作日和语言' },
  examples: [
    'settings',
    'settings zone Berlin',
    'settings morning 8:30',
    'settings quiet 20:00-07:00',
    'settings days mon-fri',
    'settings language 中文',
    'settings away until Friday to @Bo',
    'settings digest #sales 9:00',
    'settings manager @Dana',
    'settings escalate 3 days',
    'settings visibility team',
    'settings retention audit 365 days',
    'settings calendar',
    'settings export reps',
    'settings link',
  ],
  group: 'you',
  allow: 'anyone',
  effect: 'write',
  formTitle: { en: 'Settings', zh: '设置' },
  input: z.object({
    change: field
      .text(
        { en: 'Change', zh: '修改' },
        { hint: { en: 'For example: zone Berlin, morning 8:30, link', zh: '例如：zone 上海、morning 8:30、link' } },
      )
      .optional(),
    zone: field
      .text({ en: 'Time zone', zh: '时区' }, { hint: { en: 'A large city near you', zh: '附近的大城市' }, max: 100 })
      .optional(),
    morning: field
      .text(
        { en: 'Morning', zh: '早上' },
        { hint: { en: 'When a task with a day but no time is said', zh: '只有日期的任务在这时提醒' }, max: 20 },
      )
      .optional(),
    quiet: field
      .text({ en: 'Quiet hours', zh: '免打扰时间' }, { hint: { en: '20:00-07:00, or off', zh: '20:00-07:00，或 off' }, max: 40 })
      .optional(),
    days: field.text({ en: 'Working days', zh: '工作日' }, { hint: { en: 'mon-fri', zh: '周一到周五' }, max: 80 }).optional(),
    language: field
      .choice({ en: 'Language', zh: '语言' }, ['en', 'zh'], {
        en: { en: 'English', zh: 'English' },
        zh: { en: '中文', zh: '中文' },
      })
      .optional(),
  }),
  notInForm: ['change'],
  onlyForm: [...PREFERENCES],
  prefill: async ({ me }) => ({
    zone: { value: me.timeZone },
    morning: { value: me.morningAt },
    quiet: { value: sayQuiet(me, 'off').replace('–', '-') },
    days: { value: sayDays(me.workingDays, me.locale) },
    language: { value: me.locale },
  }),
  handle: async (context, { change, ...form }) => {
    if (change) return changeTyped(context, change)
    return Object.values(form).some((value) => value !== undefined) ? changeSettings(context, form) : shown(context)
  },
})

const OTHERS: Readonly<Record<string, (context: Context, typed: string) => Promise<Reply>>> = {
  link: settingsLink,
  export: settingsExport,
  access: settingsAccess,
  role: settingsRole,
  digest: settingsDigest,
  away: settingsAway,
  calendar: settingsCalendar,
  manager: settingsManager,
  escalate: settingsEscalate,
  visibility: settingsVisibility,
  retention: settingsRetention,
  deactivate: settingsDeactivate,
  activate: settingsActivate,
}

const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...PREFERENCES, ...Object.keys(OTHERS)].map((name) => [name, name])),
  timezone: 'zone',
  lang: 'language',
  时区: 'zone',
  早上: 'morning',
  免打扰: 'quiet',
  工作日: 'days',
  语言: 'language',
  关联: 'link',
  导出: 'export',
  权限: 'access',
  角色: 'role',
  每日: 'digest',
  离开: 'away',
  日历: 'calendar',
  上级: 'manager',
  逾期: 'escalate',
  停用: 'deactivate',
  启用: 'activate',
  可见: 'visibility',
  可见性: 'visibility',
  保留: 'retention',
}

async function changeTyped(context: Context, change: string) {
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(change.trim()) ?? []
  const name = Object.hasOwn(NAMES, first.toLowerCase()) ? NAMES[first.toLowerCase()] : undefined
  const other = name && Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined
  if (other) return other(context, rest)
  if (!name) throw new UserError(say(context.locale).unknown(first.slice(0, 60)), { mend: false })
  return rest ? changeSettings(context, { [name]: rest }) : shown(context)
}

function shown({ me, place, locale }: Context): Card {
  const words = say(locale)
  return card({
    title: words.title,
    fields: [
      { label: words.zone, value: me.timeZone },
      { label: words.morning, value: me.morningAt },
      { label: words.quiet, value: sayQuiet(me, words.off) },
      { label: words.days, value: sayDays(me.workingDays, locale) },
      { label: words.language, value: sayLanguage(locale) },
      { label: words.role, value: words[me.role] },
    ],
    lines: [
      words.how,
      [
        words.howDigest,
        words.howAway,
        words.howManager,
        words.howCalendar,
        words.howLink,
        ...(isAtLeast(me.role, 'manager') ? [words.howTeamDigest] : []),
        ...(me.role === 'admin'
          ? [words.howEscalate, words.howRole, words.howDeactivate, words.howVisibility, words.howRetention]
          : []),
        ...(place.platform === 'discord' ? [words.howAccess] : []),
      ].join('\n'),
    ],
    buttons: [button(words.change, 'settings', {}, { form: true })],
  })
}
