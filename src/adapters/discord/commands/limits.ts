import type { Command } from './manifest.ts'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const MOST = 25
const CHARACTERS = 8000

interface Node {
  name: string
  description?: string
  name_localizations?: Record<string, string | null | undefined> | null
  description_localizations?: Record<string, string | null | undefined> | null
  options?: readonly Node[]
  choices?: readonly (Node & { value: string | number })[]
}

/** What Discord would refuse in these commands, in words for whoever wires the operations. */
export function faultsOfCommands(commands: readonly Command[]): string[] {
  return commands.flatMap((command) => {
    const node = command as Node
    const size = sizeOf(node)
    const tooLong = size > CHARACTERS ? [`${node.name}: ${size} characters in all, at most ${CHARACTERS}`] : []
    return [...(node.description === undefined ? [] : faultsOfNode(node, `/${node.name}`)), ...tooLong]
  })
}

function faultsOfNode(node: Node, path: string): string[] {
  const faults: string[] = []
  if (!NAME.test(node.name) || node.name !== node.name.toLowerCase()) faults.push(`${path}: not a name Discord takes`)
  for (const text of [node.description ?? '', ...localized(node.description_localizations)])
    if (text.length < 1 || text.length > 100) faults.push(`${path}: a description has 1–100 characters`)
  const options = node.options ?? []
  if (options.length > MOST)
    faults.push(
      `${path}: ${options.length} subcommands or options, at most ${MOST}; an operation marked \`rare\` goes into its group's drawer`,
    )
  if (new Set(options.map((one) => one.name)).size < options.length) faults.push(`${path}: two of one name`)
  for (const choice of node.choices ?? [])
    if (
      [choice.name, ...localized(choice.name_localizations), String(choice.value)].some(
        (text) => text.length < 1 || text.length > 100,
      )
    )
      faults.push(`${path}: a choice has 1–100 characters`)
  return [...faults, ...options.flatMap((one) => faultsOfNode(one, `${path} ${one.name}`))]
}

// Discord counts names, descriptions and values, each in its longest language.
const sizeOf = (node: Node): number =>
  longest(node.name, node.name_localizations) +
  longest(node.description ?? '', node.description_localizations) +
  (node.choices ?? []).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length,
    0,
  ) +
  (node.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)

const longest = (text: string, others: Node['name_localizations']) =>
  Math.max(text.length, ...localized(others).map((one) => one.length))
const localized = (texts: Node['name_localizations']): string[] =>
  Object.values(texts ?? {}).filter((one) => typeof one === 'string')
