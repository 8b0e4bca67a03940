import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A link into an installation is good for so long (milliseconds). */
export const LIFE = 10 * 60_000

export interface States {
  /** A new one, for the browser that holds this cookie. */
  make: (browser: string) => string
  /** What stands in one that we made for this browser, and that is not over; undefined for any other. */
  read: (state: string, browser: string) => { id: string; expiresAt: number } | undefined
}

/**
 * The state that goes to Slack and comes back with the consent: an id, its end, and a signature over both and the browser's cookie. So nobody can have
 * somebody else's browser finish an installation that they began themselves. `now` in epoch milliseconds.
 */
export function statesOf(secret: string, now: () => number): States {
  const sign = (id: string, end: string, browser: string) =>
    createHmac('sha256', secret).update(`slack install\n${id}\n${end}\n${browser}`).digest('base64url')
  return {
    make: (browser) => {
      const id = randomBytes(16).toString('base64url')
      const end = String(now() + LIFE)
      return `${id}.${end}.${sign(id, end, browser)}`
    },
    read: (state, browser) => {
      const [id = '', end = '', signature = ''] = state.split('.')
      if (!browser || !isSame(signature, sign(id, end, browser))) return undefined
      const expiresAt = Number(end)
      return expiresAt > now() ? { id, expiresAt } : undefined
    },
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export const newBrowser = (): string => randomBytes(24).toString('base64url')
const COOKIE = 'rapport_slack_install'

/** The browser's cookie, if it is one of ours. */
export const browserIn = (cookies: string | undefined): string =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{32})(?:;|$)`).exec(cookies ?? '')?.[1] ?? ''

/** The cookie as it is set; with no browser, as it is taken away. Slack leads back by a link, which `Lax` lets through. */
export const cookieFor = (browser: string, publicUrl: string): string =>
  [
    `${COOKIE}=${browser}`,
    'Path=/slack',
    `Max-Age=${browser ? LIFE / 1_000 : 0}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')
