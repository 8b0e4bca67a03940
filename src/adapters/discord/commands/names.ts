import { optionFields } from '../../../bot/form.ts'
import type { Operation } from '../../../bot/operation.ts'
import type { Registry } from '../../../bot/registry.ts'

/** Where an operation stands under /crm: `add company` becomes group `add`, subcommand `company`, read as it is typed. */
export interface Path {
  group?: string
  subcommand: string
}

/** The operations that have a place in menus. */
export const shownOperations = (registry: Registry): Operation[] => registry.operations.filter((op) => !op.hidden)

/**
 * A group cannot have the name of a subcommand: beside `edit`, `edit activity` is the subcommand `edit-activity`. What is seldom wanted stands in a
 * drawer named like its room of the help: `/crm` has 25 places.
 */
export function pathOf(registry: Registry, op: Operation): Path {
  if (op.rare) return { group: op.group, subcommand: op.name.replace(' ', '-') }
  const [first = op.name, second] = op.name.split(' ')
  if (!second) return { subcommand: first }
  const taken = shownOperations(registry).some((other) => other.name === first)
  return taken ? { subcommand: `${first}-${second}` } : { group: first, subcommand: second }
}

/** The operation that a received command stands for. */
export function operationOf(
  registry: Registry,
  command: string,
  group: string | null,
  subcommand: string | null,
): Operation | undefined {
  if (command !== 'crm') return shownOperations(registry).find((op) => op.short && op.name === command)
  return shownOperations(registry).find((op) => {
    const path = pathOf(registry, op)
    return path.subcommand === subcommand && (path.group ?? null) === group
  })
}

/** The operation of a command in a message's menu, by its label. */
export const messageOperation = (registry: Registry, label: string): Operation | undefined =>
  registry.operations.find((op) => op.onMessage?.en === label)

/** Discord wants lower case: `dueOn` is offered as `due-on`. */
export const optionName = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The option in which a file comes. */
export const FILE = 'file'

/** The field that an option's name stands for. */
export const fieldNamed = (op: Operation, option: string): string =>
  optionFields(op).find((field) => optionName(field.name) === option)?.name ?? option
