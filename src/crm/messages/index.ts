import type { Room } from '../../bot/operation.ts'
import { adminUndelivered } from './admin-undelivered.ts'
import { giveUpOnTheLeft } from './left.ts'
import { tellAdmins, undeliveredNotice } from './tell-admins.ts'

export const messages: Room = {
  operations: [adminUndelivered],
  notices: [undeliveredNotice],
  jobs: [tellAdmins, giveUpOnTheLeft],
}
