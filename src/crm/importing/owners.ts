import type { Member } from '../../bot/context.ts'
import { normalizeName } from '../../understanding/index.ts'
import { ImportError } from './reading/source.ts'

/** A member, as somebody's records need one. */
export type Owner = Pick<Member, 'id' | 'name' | 'timeZone' | 'morningAt'>

/** Members by name, by an e-mail address that spells it, by a first name that only one has, or as told: `Anna Snelling=@ana`. */
export class Owners {
  readonly #byName = new Map<string, Owner>()
  readonly #byId: Map<string, Owner>
  readonly #told = new Map<string, Owner | undefined>()
  readonly #unknown = new Map<string, number>()

  /** @throws ImportError when `told` names somebody who is no member. */
  constructor(members: readonly Owner[], told: readonly string[] = []) {
    this.#byId = new Map(members.map((one) => [one.id, one]))
    const first = new Map<string, number>()
    for (const one of members) first.set(firstOf(one), (first.get(firstOf(one)) ?? 0) + 1)
    for (const one of members) if (first.get(firstOf(one)) === 1) this.#byName.set(firstOf(one), one)
    for (const one of members) this.#byName.set(normalizeName(one.name), one)
    for (const one of told) this.#tell(one, members)
  }

  #tell(said: string, members: readonly Owner[]): void {
    const cut = said.lastIndexOf('=')
    const [name, typed] = [said.slice(0, cut).trim(), said.slice(cut + 1).trim()]
    const member = typed ? (this.#byId.get(typed) ?? this.#found(typed)) : undefined
    if (cut < 1 || (typed && !member))
      throw new ImportError((say, by) =>
        say.noOwner(
          said,
          name,
          members
            .map((one) => one.name)
            .join(', ')
            .slice(0, 300),
          by,
        ),
      )
    this.#told.set(normalizeName(name), member)
  }

  /** Whom a row names; who is not known is remembered, to be told. */
  named(typed: string): Owner | undefined {
    const owner = this.known(typed)
    if (!owner && !this.#told.has(normalizeName(typed))) this.#unknown.set(typed, (this.#unknown.get(typed) ?? 0) + 1)
    return owner
  }

  known(typed: string): Owner | undefined {
    return this.#told.get(normalizeName(typed)) ?? this.#found(typed)
  }

  #found(typed: string): Owner | undefined {
    const address = typed.replace(/^@/, '')
    const name = address.includes('@') ? address.split('@')[0]!.replaceAll(/[._-]+/g, ' ') : address
    return this.#byName.get(normalizeName(name))
  }

  byId = (id: string): Owner | undefined => this.#byId.get(id)
  unknown = (): [name: string, rows: number][] => [...this.#unknown].sort((a, b) => b[1] - a[1])
}

const firstOf = ({ name }: Owner) => normalizeName(name.split(/\s+/)[0] ?? name)
