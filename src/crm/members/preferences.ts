import type { Locale } from '../../bot/text.ts'

/** Readers of what people type for a setting; undefined when it cannot be read. */

/** `8:30`, `8.30`, `08:30`, `8am`, `8点半` → `08:30`. */
export function readClock(typed: string): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace('：', ':')
    .replace(/点半$/, ':30')
    .replace(/点$/, ':00')
    .replace(/点(\d)/, ':$1')
    .replace(/分$/, '')
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(text)
  if (!found) return undefined
  const minutes = Number(found[2] ?? 0)
  let hours = Number(found[1])
  if (found[3]) {
    if (hours < 1 || hours > 12) return undefined
    hours = (hours % 12) + (found[3] === 'pm' ? 12 : 0)
  }
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

export interface Quiet {
  quietFrom: string | null
  quietUntil: string | null
}

/** `20:00-07:00`, `8pm to 7am`, `20点到7点`; `off`, `关`. */
export function readQuiet(typed: string): Quiet | undefined {
  if (/^(off|none|no|关|关闭|无)$/i.test(typed.trim())) return { quietFrom: null, quietUntil: null }
  const parts = typed.split(/\s*(?:-|–|—|~|\bto\b|\buntil\b|到|至)\s*/i)
  if (parts.length !== 2) return undefined
  const [quietFrom, quietUntil] = parts.map(readClock)
  return quietFrom && quietUntil && quietFrom !== quietUntil ? { quietFrom, quietUntil } : undefined
}

const DAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const DAYS_ZH = '一二三四五六日'

function readDay(typed: string): number | undefined {
  const text = typed.trim().toLowerCase()
  const at = text.length >= 3 ? WEEK.findIndex((day) => day.startsWith(text)) : -1
  if (at >= 0) return at + 1
  const han = /^(?:周|星期|礼拜)?([一二三四五六日天])$/.exec(text)?.[1]
  return han ? DAYS_ZH.indexOf(han.replace('天', '日')) + 1 : undefined
}
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** `mon-fri`, `sun-thu`, `mon, wed, fri`, `周一到周五`, `every day` → ISO weekdays in order. */
export function readDays(typed: string): number[] | undefined {
  const text = typed.trim().toLowerCase()
  if (/^(every ?day|all|daily|每天)$/.test(text)) return [1, 2, 3, 4, 5, 6, 7]
  if (/^(weekdays|workdays|工作日)$/.test(text)) return [1, 2, 3, 4, 5]
  const days = new Set<number>()
  const ranges = text.replaceAll(/\s*(?:-|–|—|\bto\b|到|至)\s*/g, '-').replaceAll(/\band\b|和/g, ' ')
  for (const part of ranges.split(/[\s,，、;]+/)) {
    const ends = part.split('-').map(readDay)
    if (ends.length > 2 || ends.some((day) => day === undefined)) return undefined
    const [from, to = from] = ends as [number, number?]
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day)
      if (day === to) break
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** `zh`, `中文`, `Chinese`, `en`, `英文`. */
export function readLanguage(typed: string): Locale | undefined {
  const text = typed.trim().toLowerCase()
  if (/^(zh([-_].*)?|中文|汉语|简体中文|chinese|cn)$/.test(text)) return 'zh'
  return /^(en([-_].*)?|english|英文|英语)$/.test(text) ? 'en' : undefined
}

/** `Mon–Fri`, `Sun–Thu`, `Mon, Wed, Fri`; `周一至周五`. */
export function sayDays(days: readonly number[], locale: Locale): string {
  const name = (day: number) => (locale === 'en' ? DAYS_EN[day - 1]! : `周${DAYS_ZH[day - 1]}`)
  if (days.length === 7) return locale === 'en' ? 'every day' : '每天'
  const has = new Set(days)
  // A run may go over the end of the week: Sunday to Thursday.
  const starts = days.filter((day) => !has.has(((day + 5) % 7) + 1))
  const runs = starts.map((start) => {
    const run = [start]
    while (has.has((run.at(-1)! % 7) + 1)) run.push((run.at(-1)! % 7) + 1)
    return run
  })
  return runs
    .map((run) =>
      run.length > 2
        ? `${name(run[0]!)}${locale === 'en' ? '–' : '至'}${name(run.at(-1)!)}`
        : run.map(name).join(locale === 'en' ? ', ' : '、'),
    )
    .join(locale === 'en' ? ', ' : '、')
}

export const sayQuiet = ({ quietFrom, quietUntil }: Quiet, off: string): string =>
  quietFrom && quietUntil ? `${quietFrom}–${quietUntil}` : off

/** A language in its own words. */
export const sayLanguage = (locale: Locale): string => (locale === 'en' ? 'English' : '中文')
