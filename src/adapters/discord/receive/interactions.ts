import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import type { Registry } from '../../../bot/registry.ts'
import type { Ask, Request, SentFile, SuggestRequest } from '../../../bot/request.ts'
import { FILE, fieldNamed, messageOperation, operationOf } from '../commands/names.ts'
import { readField } from '../render/modal.ts'
import { channelOf } from './channel.ts'
import { filesOf } from './files.ts'
import { placeOf, profileOf, standingOf } from './person.ts'

/** The interactions that are answered with a message or a modal. */
export type Asking =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction

export const isAsking = (interaction: BaseInteraction): interaction is Asking =>
  interaction.isChatInputCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isButton() ||
  interaction.isStringSelectMenu() ||
  interaction.isModalSubmit()

/** An interaction as the house's request. */
export const requestOf = (registry: Registry, interaction: Asking): Request => ({
  id: interaction.id,
  ask: askOf(registry, interaction),
  files: filesIn(interaction),
  ...who(interaction),
})

function filesIn(interaction: Asking): SentFile[] {
  if (interaction.isMessageContextMenuCommand()) {
    const { attachments, url } = interaction.targetMessage
    return filesOf(attachments.values(), url)
  }
  const file = interaction.isChatInputCommand() && interaction.options.getAttachment(FILE)
  return file ? filesOf([file]) : []
}

/** What is being typed, and into which field of which operation. */
export function suggestRequestOf(registry: Registry, interaction: AutocompleteInteraction): SuggestRequest | undefined {
  const { options } = interaction
  const op = operationOf(registry, interaction.commandName, options.getSubcommandGroup(false), options.getSubcommand(false))
  const focused = options.getFocused(true)
  return op && { ...who(interaction), operation: op.name, field: fieldNamed(op, focused.name), typed: String(focused.value) }
}

function who(interaction: BaseInteraction): Pick<Request, 'place' | 'standing' | 'locale' | 'profile' | 'channel'> {
  const { client, user, guildId, locale, member } = interaction
  const displayName = member instanceof GuildMember ? member.displayName : (member?.nick ?? undefined)
  return {
    place: { ...placeOf(interaction, user.id), message: pressedIn(interaction) },
    standing: standingOf(interaction),
    locale,
    profile: () => profileOf(client, user, { displayName, guildId, locale }),
    channel: channelOf(client, guildId ?? ''),
  }
}

const pressedIn = (interaction: BaseInteraction): string | undefined =>
  interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message?.id : undefined

function askOf(registry: Registry, interaction: Asking): Ask {
  if (interaction.isChatInputCommand()) return options(registry, interaction)
  if (interaction.isMessageContextMenuCommand()) return onMessage(registry, interaction)
  if (interaction.isButton()) return { kind: 'press', token: interaction.customId }
  if (interaction.isStringSelectMenu()) return { kind: 'press', token: interaction.values[0] ?? '' }
  return { kind: 'submit', token: interaction.customId, values: valuesOf(interaction) }
}

// A command we no longer have stays in people's menus for a while: its name goes on as typed, and the house says it does not know it.
function options(registry: Registry, interaction: ChatInputCommandInteraction): Ask {
  const { options: given, commandName } = interaction
  const [group, subcommand] = [given.getSubcommandGroup(false), given.getSubcommand(false)]
  const op = operationOf(registry, commandName, group, subcommand)
  if (!op) return { kind: 'line', text: [group, subcommand ?? commandName].filter(Boolean).join(' ') }
  const typed = leaves(given.data).filter(({ type }) => type !== ApplicationCommandOptionType.Attachment)
  const named = typed.map(({ name, value }) => [fieldNamed(op, name), String(value ?? '')])
  return { kind: 'options', operation: op.name, values: Object.fromEntries(named) }
}

interface Leaf {
  name: string
  type: ApplicationCommandOptionType
  value?: string | number | boolean
  options?: readonly Leaf[]
}

const leaves = (given: readonly Leaf[]): Leaf[] =>
  given.flatMap((one) => (one.options ? leaves(one.options) : 'value' in one && one.value !== undefined ? [one] : []))

function onMessage(registry: Registry, interaction: MessageContextMenuCommandInteraction): Ask {
  const { targetMessage, commandName } = interaction
  return {
    kind: 'message',
    operation: messageOperation(registry, commandName)?.name ?? commandName,
    text: targetMessage.content || targetMessage.embeds.map((embed) => embed.description ?? embed.title ?? '').join('\n'),
    url: targetMessage.url,
    author: targetMessage.author.displayName,
  }
}

function valuesOf(interaction: ModalSubmitInteraction): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [id, sent] of interaction.fields.fields) {
    const { value, values: chosen } = sent as { value?: string; values?: readonly string[] }
    const [name, meant] = readField(id, value ?? chosen?.[0] ?? '')
    values[name] = meant
  }
  return values
}
