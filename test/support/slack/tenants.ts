import { Refusal } from './refusal.ts'
import type { Json } from './types.ts'

export const CLIENT = { id: '123456.654321', secret: 'the client secret of the fake' }
/** So long a code is good for (milliseconds). */
const CODE_LIFE = 10 * 60_000
/** A token with rotation is good for so long (milliseconds). */
const LIFE = 12 * 3_600_000

export interface Tenant {
  team: string
  name: string
  botUser: string
  bot: string
}

interface Token {
  team: string
  kind: 'bot' | 'refresh'
  endsAt?: number
  /** Why it does not work any more. */
  refused?: string
  organization?: boolean
}

interface Consent {
  team: string
  user: string
  redirectUri: string
  organization: boolean
  /** When it was given, in milliseconds. */
  at: number
  used?: boolean
}

/** The teams of the fake, and the tokens by which the app may act in each. `now` in milliseconds. */
export class Tenants {
  readonly #teams = new Map<string, Tenant>()
  readonly #tokens = new Map<string, Token>([['xoxb-test', { team: 'T1', kind: 'bot' }]])
  readonly #codes = new Map<string, Consent>()
  readonly #now: () => number
  #count = 0
  /** Gives tokens that end, and refresh tokens. */
  rotates = false
  /** How often a token was renewed. */
  renewals = 0

  constructor(now: () => number) {
    this.#now = now
    this.add('T1', 'Acme Sales', { botUser: 'UBOT', bot: 'B1' })
  }

  add(team: string, name: string, { botUser = `UBOT${team}`, bot = `B${team}` } = {}): void {
    this.#teams.set(team, { team, name, botUser, bot })
  }

  of(team: string): Tenant {
    const found = this.#teams.get(team)
    if (!found) throw new Error(`there is no team ${team}`)
    return found
  }

  /** Whose token it is. Throws what Slack says when it is nobody's. */
  whose(token: string): Tenant {
    const found = this.#tokens.get(token)
    if (found?.kind !== 'bot') throw new Refusal('invalid_auth')
    if (found.refused) throw new Refusal(found.refused)
    if (found.endsAt !== undefined && found.endsAt <= this.#now()) throw new Refusal('token_expired')
    return this.of(found.team)
  }

  /** Somebody lets the app in at the address of a consent page, or does not: gives the address that their browser is led back to. */
  consent(address: string, more: { team: string; user: string; denies?: boolean; organization?: boolean }): string {
    const { searchParams: asked } = new URL(address)
    if (asked.get('client_id') !== CLIENT.id) throw new Error('invalid_client_id')
    const redirectUri = asked.get('redirect_uri') ?? ''
    const back = new URL(redirectUri)
    back.searchParams.set('state', asked.get('state') ?? '')
    if (more.denies) back.searchParams.set('error', 'access_denied')
    else
      back.searchParams.set(
        'code',
        this.#code({ ...more, redirectUri, organization: more.organization ?? false, at: this.#now() }),
      )
    return back.href
  }

  #code(consent: Consent): string {
    const code = `code-${++this.#count}`
    this.#codes.set(code, consent)
    return code
  }

  /** `oauth.v2.access`. */
  access({ client_id, client_secret, code, redirect_uri, grant_type, refresh_token }: Json): Json {
    if (client_id !== CLIENT.id) throw new Refusal('invalid_client_id')
    if (client_secret !== CLIENT.secret) throw new Refusal('bad_client_secret')
    if (grant_type === 'refresh_token') return this.#renew(String(refresh_token))
    const consent = this.#codes.get(String(code))
    if (!consent) throw new Refusal('invalid_code')
    if (consent.used) throw new Refusal('code_already_used')
    if (consent.at + CODE_LIFE <= this.#now()) throw new Refusal('code_expired')
    if (consent.redirectUri !== redirect_uri) throw new Refusal('bad_redirect_uri')
    consent.used = true
    return this.#given(consent.team, consent)
  }

  #renew(refreshToken: string): Json {
    const known = this.#tokens.get(refreshToken)
    if (known?.kind !== 'refresh' || known.refused) throw new Refusal('invalid_refresh_token')
    known.refused = 'used'
    this.renewals++
    return this.#given(known.team)
  }

  #given(team: string, consent?: Consent): Json {
    const n = ++this.#count
    const { name, botUser } = this.of(team)
    const token = `xoxb-${team}-${n}-secret`
    const refresh = `xoxe-1-${team}-${n}-secret`
    this.#tokens.set(token, { team, kind: 'bot', ...(this.rotates && { endsAt: this.#now() + LIFE }) })
    if (this.rotates) this.#tokens.set(refresh, { team, kind: 'refresh' })
    const organization = consent?.organization === true
    return {
      access_token: token,
      token_type: 'bot',
      scope: 'app_mentions:read,chat:write,commands,files:read,im:history,im:write,users:read',
      bot_user_id: botUser,
      app_id: 'A1',
      team: organization ? null : { id: team, name },
      enterprise: organization ? { id: 'E1', name: 'All of Acme' } : null,
      is_enterprise_install: organization,
      ...(consent && { authed_user: { id: consent.user } }),
      ...(this.rotates && { refresh_token: refresh, expires_in: LIFE / 1_000 }),
    }
  }

  /** None of the team's tokens works any more. */
  revoke(team: string, refused = 'token_revoked'): void {
    for (const token of this.#tokens.values()) if (token.team === team) token.refused ??= refused
  }

  /** Every token that was ever given. */
  get secrets(): string[] {
    return [...this.#tokens.keys()].filter((token) => token !== 'xoxb-test')
  }

  /** The tokens of a team that work. */
  working(team: string): string[] {
    return [...this.#tokens].filter(([, one]) => one.team === team && one.kind === 'bot' && !one.refused).map(([token]) => token)
  }
}
