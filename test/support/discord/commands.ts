import type { Json } from './types.ts'

export const ATTACHMENT = 11
const SUBCOMMAND = 1
const GROUP = 2

const children = (node: Json) => (node.options ?? []) as Json[]

function step(node: Json, name: string): Json {
  const found = children(node).find((one) => one.name === name && (one.type === SUBCOMMAND || one.type === GROUP))
  if (!found)
    throw new Error(
      `/${node.name} has no ${name}, but ${children(node)
        .map((one) => one.name)
        .join(', ')}`,
    )
  return found
}

const pathOf = (subcommand: string | undefined) => subcommand?.split(' ') ?? []

/** The options of a (sub)command. */
export const leafOf = (command: Json, subcommand: string | undefined): Json[] =>
  children(pathOf(subcommand).reduce(step, command))

/** The data of a command as Discord's client makes it; it lets nobody leave out, make up or overfill an option. */
export function optionsFor(
  command: Json,
  subcommand: string | undefined,
  given: Record<string, string>,
  focused?: string,
): Json[] {
  const known = leafOf(command, subcommand)
  for (const option of known)
    if (option.required && !((option.name as string) in given) && !focused) throw new Error(`${option.name} is required`)
  const leaf = Object.entries(given).map(([name, value]) => {
    const option = known.find((one) => one.name === name)
    if (!option) throw new Error(`there is no option ${name}, but ${known.map((one) => one.name).join(', ')}`)
    const choices = option.choices as Json[] | undefined
    if (choices && !choices.some((one) => one.value === value)) throw new Error(`${value} is not among the choices of ${name}`)
    if (value.length > Number(option.max_length ?? 6000)) throw new Error(`${name} is longer than Discord lets anybody type`)
    return { name, type: option.type, value, ...(focused === name && { focused: true }) }
  })
  return pathOf(subcommand).reduceRight<Json[]>(
    (inside, name, at, all) => [{ name, type: all.length - at === 1 ? SUBCOMMAND : GROUP, options: inside }],
    leaf,
  )
}
