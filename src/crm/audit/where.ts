import type { Context } from '../../bot/context.ts'
import type { Entry } from './entries.ts'
import { say } from './history-words.ts'
import { filesOf } from './imports.ts'

const PLATFORMS: Readonly<Record<string, string>> = { slack: 'Slack', discord: 'Discord', playground: 'Playground' }

/** Says of a change where it was asked for. */
export type SayWhere = (entry: Entry) => string

/** What channels and files are called that stand in these entries; a channel that the bot was never told the name of is one all the same. */
export async function whereOf(context: Context, entries: readonly Entry[]): Promise<SayWhere> {
  const { db, workspace, locale } = context
  const words = say(locale)
  const ids = [...new Set(entries.flatMap((one) => one.channel ?? []))]
  const channels = ids.length
    ? await db.channel.findMany({
        where: { workspaceId: workspace.id, channel: { in: ids } },
        select: { platform: true, teamId: true, channel: true, name: true },
      })
    : []
  const names = new Map(channels.map((one) => [`${one.platform} ${one.teamId} ${one.channel}`, one.name]))
  const imports = [...new Set(entries.flatMap((one) => (one.source === 'import' ? [one.requestId] : [])))]
  const files = await filesOf(context, imports)
  return ({ source, teamId, channel, requestId }) => {
    if (!source) return ''
    if (source === 'import') return words.import(files.get(requestId) ?? '')
    if (source === 'terminal') return words.terminal
    if (source === 'job') return words.job
    const platform = PLATFORMS[source] ?? source
    if (!channel) return words.direct(platform)
    return words.inChannel(platform, names.get(`${source} ${teamId} ${channel}`) ?? words.aChannel)
  }
}
