const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/**
 * What Slack sends as mrkdwn, as the person typed it: links as they were written, broadcasts as words, entities as characters. A mention stays
 * `<@U…>`, without the name behind it: operations read it. https://docs.slack.dev/messaging/formatting-message-text
 */
export const plainOf = (text: string): string =>
  text.replaceAll(/<([^<>]*)>|&(?:amp|lt|gt);/g, (whole, inside: string | undefined) =>
    inside === undefined ? ENTITIES[whole]! : characters(meant(inside)),
  )

const characters = (text: string) => text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!)

function meant(inside: string): string {
  const [target = '', name] = inside.split('|') as [string, string | undefined]
  if (/^@[UW]/.test(target)) return `<${target}>`
  if (target.startsWith('#')) return name ? `#${name}` : `<${target}>`
  if (target.startsWith('!')) return name ?? `@${target.slice(1).split('^')[0]}`
  const bare = target.replace(/^(mailto|tel):/, '')
  if (!name || sameAddress(name, bare)) return name ?? bare
  return `${name} (${bare})`
}

const sameAddress = (name: string, target: string) =>
  target.replace(/^https?:\/\//, '').replace(/\/$/, '') === name.replace(/^https?:\/\//, '').replace(/\/$/, '')

/** The line without the mention of the bot itself. */
export const withoutMention = (text: string, botUser: string): string =>
  text
    .replaceAll(`<@${botUser}>`, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
