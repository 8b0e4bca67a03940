const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * Salesforce writes an id with 15 characters (reports) or 18 (exports, the API), which ends with a checksum of which letters are large: of both the longer
 * one. Whatever else it is stays as it is.
 */
export const longId = (id: string): string =>
  id.replaceAll(/(?<![A-Za-z0-9])[A-Za-z0-9]{15}(?![A-Za-z0-9])/g, (short) => short + checksum(short))

/** Five characters to a sign: the first is the lowest bit. */
const checksum = (short: string): string =>
  [0, 5, 10]
    .map((at) => SIGNS[[...short.slice(at, at + 5)].reduce((bits, one, bit) => bits | (/[A-Z]/.test(one) ? 1 << bit : 0), 0)])
    .join('')
