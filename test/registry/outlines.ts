import { ComponentType } from 'discord.js'
import type { renderCard as discordCard } from '../../src/adapters/discord/render/message.ts'
import type { modalOf } from '../../src/adapters/discord/render/modal.ts'

type Json = Record<string, unknown>

/** A Slack message or view as a few lines to read: who compares two of them sees what people see. */
export function slackOutline({ title, blocks }: { title?: unknown; blocks: readonly unknown[] }): string {
  const head = title ? [`(form) ${words(title)}`] : []
  return [...head, ...(blocks as Json[]).flatMap(slackBlock)].join('\n')
}

function slackBlock(block: Json): string[] {
  switch (block.type) {
    case 'header':
      return [`# ${words(block.text)}`]
    case 'input':
      return [`${words(block.label)}: ${slackInput(block.element as Json)}`]
    case 'actions':
      return [(block.elements as Json[]).map(slackElement).join(' ')]
    case 'context':
      return (block.elements as Json[]).map((one) => `· ${words(one)}`)
    default: {
      const fields = ((block.fields ?? []) as Json[]).map((one) => words(one).replace('\n', ': '))
      const beside = block.accessory ? [slackElement(block.accessory as Json)] : []
      return [...(block.text ? [words(block.text)] : []), ...fields, ...beside]
    }
  }
}

const slackElement = (one: Json): string =>
  one.options ? (one.options as Json[]).map((option) => `<${words(option.text)}>`).join(' ') : `[${words(one.text)}]`

const slackInput = ({ type, initial_value, initial_option, options }: Json): string =>
  `${String(initial_value ?? words((initial_option as Json)?.text) ?? '')} (${type}${options ? ` of ${(options as Json[]).length}` : ''})`.trim()

const words = (text: unknown): string => String((text as Json | undefined)?.text ?? '')

/** A Discord message as a few lines to read. */
export function discordOutline({ embeds, components }: ReturnType<typeof discordCard>): string {
  const [embed] = embeds
  const rows = components.map((row) =>
    (row.components as unknown as Json[])
      .map((one) =>
        one.options ? (one.options as Json[]).map((option) => `<${option.label}>`).join(' ') : `[${String(one.label)}]`,
      )
      .join(' '),
  )
  return [
    ...(embed?.title ? [`# ${embed.title}`] : []),
    ...(embed?.description ? [embed.description] : []),
    ...(embed?.fields ?? []).map(({ name, value }) => `${name}: ${value}`),
    ...(embed?.footer ? [`· ${embed.footer.text}`] : []),
    ...rows,
  ].join('\n')
}

/** A Discord modal as a few lines to read. */
export const modalOutline = ({ title, components }: ReturnType<typeof modalOf>): string =>
  [
    `(form) ${title}`,
    ...components.map((one) => {
      if (one.type !== ComponentType.Label) return 'content' in one ? String(one.content) : ''
      const { value, options } = one.component as { value?: string; options?: { label: string; default?: boolean }[] }
      const chosen = options?.find((option) => option.default)?.label
      return `${one.label}: ${value ?? chosen ?? ''} (${ComponentType[one.component.type]}${options ? ` of ${options.length}` : ''})`
    }),
  ].join('\n')
