import { ATTACHMENT } from './commands.ts'
import { Faults } from './refusal.ts'
import type { Json } from './types.ts'

type Path = (string | number)[]
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const SUBCOMMAND = 1
const GROUP = 2

/** Refuses, as Discord does, commands that break one of its limits. */
export function checkCommands(commands: Json[]): void {
  const faults = new Faults()
  for (const [type, most] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    if (commands.filter((one) => (one.type ?? 1) === type).length > most)
      faults.add([], 'Maximum number of application commands reached')
  }
  for (const [at, command] of commands.entries()) {
    if ((command.type ?? 1) === 1) {
      checkNode(faults, command, [at], 0)
      continue
    }
    faults.length([at, 'name'], command.name, 1, 32)
    if (command.description) faults.add([at, 'description'], 'Context menu commands cannot have description')
    if (command.options) faults.add([at, 'options'], 'Context menu commands cannot have options')
  }
  faults.refuse()
}

function checkNode(faults: Faults, node: Json, path: Path, depth: number): void {
  const name = String(node.name)
  if (!NAME.test(name) || name !== name.toLowerCase()) faults.add([...path, 'name'], 'Command name is invalid')
  faults.length([...path, 'description'], node.description, 1, 100)
  for (const [locale, text] of Object.entries((node.description_localizations ?? {}) as Json))
    faults.length([...path, 'description_localizations', locale], text, 1, 100)
  const options = (node.options ?? []) as Json[]
  if (options.length > 25) faults.add([...path, 'options'], 'Must be 25 or fewer in length.')
  const names = options.map((one) => one.name)
  if (new Set(names).size < names.length) faults.add([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS')
  const branches = options.filter((one) => one.type === SUBCOMMAND || one.type === GROUP)
  if (branches.length && branches.length < options.length) faults.add([...path, 'options'], 'Sub-command and option mixed')
  const late = options.findIndex((one, at) => one.required === true && options.slice(0, at).some((earlier) => !earlier.required))
  if (late >= 0) faults.add([...path, 'options', late], 'Required options must be placed before non-required options')
  for (const [at, option] of options.entries()) checkOption(faults, option, [...path, 'options', at], depth)
  if (depth === 0 && sizeOf(node) > 8000) faults.add(path, 'Command exceeds maximum size (8000)')
}

function checkOption(faults: Faults, option: Json, path: Path, depth: number): void {
  const choices = (option.choices ?? []) as Json[]
  if (option.type === GROUP && depth > 0) faults.add([...path, 'type'], 'A group stands at the top')
  if (choices.length && option.autocomplete) faults.add([...path, 'autocomplete'], 'Choices and autocomplete exclude each other')
  if (choices.length > 25) faults.add([...path, 'choices'], 'Must be 25 or fewer in length.')
  choices.forEach((choice, at) => {
    faults.length([...path, 'choices', at, 'name'], choice.name, 1, 100)
    if (option.type === 3) faults.length([...path, 'choices', at, 'value'], choice.value, 1, 100)
  })
  if (![SUBCOMMAND, GROUP, 3, ATTACHMENT].includes(Number(option.type))) faults.add([...path, 'type'], 'Not an option type')
  if (option.type === ATTACHMENT && (choices.length || option.autocomplete || option.max_length))
    faults.add(path, 'An attachment has neither choices nor a length')
  if (option.max_length !== undefined && (Number(option.max_length) < 1 || Number(option.max_length) > 6000))
    faults.add([...path, 'max_length'], 'Must be between 1 and 6000.')
  checkNode(faults, option, path, depth + 1)
}

const sizeOf = (node: Json): number =>
  String(node.name).length +
  Math.max(
    String(node.description ?? '').length,
    ...Object.values((node.description_localizations ?? {}) as Json).map((text) => String(text).length),
  ) +
  ((node.choices ?? []) as Json[]).reduce((sum, one) => sum + String(one.name).length + String(one.value).length, 0) +
  ((node.options ?? []) as Json[]).reduce((sum, one) => sum + sizeOf(one), 0)
