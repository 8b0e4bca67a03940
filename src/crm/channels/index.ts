import type { Room } from '../../bot/operation.ts'
import { channelRefused, tellRefused } from './refused.ts'
import { teamDigest, teamDigests } from './team-digest.ts'

export const channels: Room = {
  operations: [],
  notices: [teamDigest, channelRefused],
  jobs: [teamDigests, tellRefused],
}
