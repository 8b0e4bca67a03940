/** `1,100`, `1 100.04`, `12k`, `3 million`, `30万`. */
export function readNumber(typed: string): number | undefined {
  const found = /^([^\d-]{0,4})(-?)([\d,. ]*\d)\s*(k|m|bn|b|thousand|million|billion|千|万|亿)?\D{0,6}$/i.exec(typed.trim())
  if (!found) return undefined
  const scale = { k: 1e3, thousand: 1e3, 千: 1e3, 万: 1e4, m: 1e6, million: 1e6, 亿: 1e8, b: 1e9, bn: 1e9, billion: 1e9 }
  const plain = found[3]!.replaceAll(/[, ](?=\d{3}(?:\D|$))/g, '')
  const value = Number(`${found[2]}${plain}`) * (scale[(found[4] ?? '').toLowerCase() as keyof typeof scale] ?? 1)
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : undefined
}
