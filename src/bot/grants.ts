/** What a team let the bot in with. */
export interface Grant {
  team: string
  teamName: string
  secret: Secret
  /** What the adapter knows of itself there; nothing secret. */
  facts: Readonly<Record<string, string>>
  /** Epoch milliseconds; absent: its token is good for ever. */
  expiresAt?: number
}

export interface Secret {
  token: string
  /** What a token that is over is renewed with, once. */
  refreshToken?: string
}

export type Renewed = Pick<Grant, 'secret' | 'expiresAt'>

/** The grants of one platform, kept in the database: whichever process asks. */
export interface Grants {
  /** `unreadable`: it was locked with a key that is not set any more. */
  find: (team: string) => Promise<Grant | 'unreadable' | undefined>
  /** Keeps a new one in place of what stood. The team is served again. */
  keep: (grant: Grant) => Promise<void>
  /** Forgets it, and sends nothing to the team any more; its data stay. Says whether there was one. */
  forget: (team: string) => Promise<boolean>
  /** The teams whose tokens are over before this (epoch milliseconds). */
  expiring: (before: number) => Promise<string[]>
  /**
   * Renews it while nobody else does; whoever comes meanwhile gets what the first one got. Not tried when it was renewed since (`known` is not its
   * token any more). Throws what `work` throws.
   */
  renew: (team: string, known: string, work: (grant: Grant) => Promise<Renewed>) => Promise<Grant | 'unreadable' | undefined>
  /** Uses the id of a link up: false when that was done before. Remembered until it is over (epoch milliseconds). */
  useOnce: (id: string, expiresAt: number) => Promise<boolean>
}

/** Tells the house which teams the bot is in. */
export interface Presence {
  /** It is in these; of a team that had put it out, what is owed goes out again. */
  isIn: (teams: readonly string[]) => Promise<void>
  /** It is in these no more: nothing is sent there, the data stay. */
  isOut: (teams: readonly string[]) => Promise<void>
  /** The teams that it was in as far as the house knows. */
  known: () => Promise<string[]>
}
