import {
  type APIApplicationCommandAttachmentOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { isLookup } from '../../../bot/fields.ts'
import { type InputField, optionFields } from '../../../bot/form.ts'
import type { Operation } from '../../../bot/operation.ts'
import type { Registry } from '../../../bot/registry.ts'
import { catalogue, type Localized } from '../../../bot/text.ts'
import { cut } from '../render/text.ts'
import { faultsOfCommands } from './limits.ts'
import { FILE, optionName, pathOf, shownOperations } from './names.ts'

export type Command = RESTPostAPIApplicationCommandsJSONBody

const words = catalogue({
  en: { crm: 'Customers, calls, tasks and reminders' },
  zh: { crm: '客户、通话、任务与提醒' },
})

/**
 * All of Discord's commands, derived from the operations: `/crm` with a subcommand each, the short ones once more as commands of
 * their own, and those that work on somebody's message. In servers and in direct messages with the bot.
 * Throws with every fault named when Discord would refuse them.
 */
export function discordManifest(registry: Registry): Command[] {
  const shown = shownOperations(registry)
  const commands: Command[] = [
    {
      ...everywhere,
      type: ApplicationCommandType.ChatInput,
      name: 'crm',
      ...described({ en: words('en').crm, zh: words('zh').crm }),
      options: branches(registry, shown),
    },
    ...shown
      .filter((op) => op.short)
      .map((op) => ({
        ...everywhere,
        type: ApplicationCommandType.ChatInput as const,
        name: op.name,
        ...described(op.summary),
        options: optionsOf(op),
      })),
    ...registry.operations.flatMap((op) =>
      op.onMessage ? [{ ...everywhere, type: ApplicationCommandType.Message as const, name: op.onMessage.en }] : [],
    ),
  ]
  const faults = faultsOfCommands(commands)
  if (faults.length) throw new Error(`Discord would refuse these commands:\n  ${faults.join('\n  ')}`)
  return commands
}

const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
}

type Branch = APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption

function branches(registry: Registry, shown: Operation[]): Branch[] {
  const groupOf = (op: Operation) => pathOf(registry, op).group
  const groups = [...new Set(shown.map(groupOf))].filter((name) => name !== undefined)
  return [
    ...shown.filter((op) => !groupOf(op)).map((op) => subcommand(op, pathOf(registry, op).subcommand)),
    ...groups.map((name) =>
      group(
        registry,
        name,
        shown.filter((op) => groupOf(op) === name),
      ),
    ),
  ]
}

// A group's description is never seen while typing, but must be there: it lists what is in it.
function group(registry: Registry, name: string, operations: Operation[]): APIApplicationCommandSubcommandGroupOption {
  const listed = cut(operations.map((op) => op.name).join(', '), 100)
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    ...described({ en: listed, zh: listed }),
    options: operations.map((op) => subcommand(op, pathOf(registry, op).subcommand)),
  }
}

const subcommand = (op: Operation, name: string): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  ...described(op.summary),
  options: optionsOf(op),
})

// Where an empty command opens the form, Discord must not insist on an option.
const optionsOf = (op: Operation): (APIApplicationCommandStringOption | APIApplicationCommandAttachmentOption)[] => [
  ...optionFields(op).map((field) => optionOf(field, field.required && !op.formWhenEmpty)),
  ...(op.takesFile ? [{ type: ApplicationCommandOptionType.Attachment as const, name: FILE, ...described(op.takesFile) }] : []),
]

function optionOf(field: InputField, required: boolean): APIApplicationCommandStringOption {
  const base = {
    type: ApplicationCommandOptionType.String as const,
    name: optionName(field.name),
    ...described(field.hint ?? field.label),
    required,
  }
  if (field.widget === 'choice' && field.values && field.values.length <= 25)
    return { ...base, choices: field.values.map((value) => choiceOf(value, field.words?.[value])) }
  if (isLookup(field.widget)) return { ...base, autocomplete: true }
  return { ...base, max_length: Math.min(field.maxLength ?? 6000, 6000) }
}

const choiceOf = (value: string, named: Localized | undefined) => ({
  name: named?.en ?? value,
  ...(named && { name_localizations: { 'zh-CN': named.zh } }),
  value,
})

const described = (text: Localized) => ({ description: text.en, description_localizations: { 'zh-CN': text.zh } })
