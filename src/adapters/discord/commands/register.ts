import { type REST, Routes } from 'discord.js'
import type { Command } from './manifest.ts'

type Json = Record<string, unknown>

/** Whether the commands that stand at Discord are these. Order of commands, defaults and what Discord adds do not count. */
export const sameCommands = (standing: readonly unknown[], wanted: readonly Command[]): boolean =>
  JSON.stringify(normal(standing)) === JSON.stringify(normal(wanted))

const normal = (commands: readonly unknown[]) =>
  commands
    .map((one) => normalCommand(one as Json))
    .sort((a, b) => `${a.type} ${a.name}`.localeCompare(`${b.type} ${b.name}`, 'en'))

const normalCommand = (command: Json): Json => ({
  ...normalNode(command),
  type: command.type ?? 1,
  contexts: sorted(command.contexts),
  integration_types: sorted(command.integration_types),
  default_member_permissions: command.default_member_permissions ?? null,
})

const normalNode = (node: Json): Json => ({
  type: node.type,
  name: node.name,
  name_localizations: normalTexts(node.name_localizations),
  description: node.description || '',
  description_localizations: normalTexts(node.description_localizations),
  required: node.required === true,
  autocomplete: node.autocomplete === true,
  max_length: node.max_length ?? null,
  min_length: node.min_length ?? null,
  value: node.value ?? null,
  choices: list(node.choices).map(normalNode),
  options: list(node.options).map(normalNode),
})

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [])
const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : null)
const normalTexts = (texts: unknown) =>
  Object.entries((texts ?? {}) as Json)
    .filter(([, text]) => typeof text === 'string')
    .sort(([a], [b]) => a.localeCompare(b, 'en'))

/** The global commands that stand at Discord for this application. */
export const standingCommands = async (rest: REST, applicationId: string): Promise<unknown[]> => {
  const found = await rest.get(Routes.applicationCommands(applicationId), {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })
  return Array.isArray(found) ? found : []
}

/** Registers the commands when they differ from what stands; says whether it did. Throws what Discord's REST throws. */
export async function registerCommands(rest: REST, applicationId: string, wanted: readonly Command[]): Promise<boolean> {
  if (sameCommands(await standingCommands(rest, applicationId), wanted)) return false
  await rest.put(Routes.applicationCommands(applicationId), { body: wanted })
  return true
}
