/** Codes that are words of another meaning. */
const NO_CODE = /^(?:all|top|cup|mop|gel|pen|bam|bob|cop|mad|sos|ron|lak|amd|ang|stn|mur|xxx|xts|gip|ern|mro|zmk)$/

const CODES = [...Intl.supportedValuesOf('currency').map((one) => one.toLowerCase()), 'rmb', 'cnh'].filter(
  (one) => !NO_CODE.test(one),
)
const SET: ReadonlySet<string> = new Set(CODES)

/** The source of a pattern for the ISO codes of currencies, and what people write for them. */
export const CURRENCY_CODE = CODES.join('|')

export const isCurrencyCode = (word: string): boolean => SET.has(word)
