import type { Room } from '../../bot/operation.ts'
import { addDetail } from './add-detail.ts'
import { consent, noContact } from './consent.ts'
import { edit } from './edit.ts'
import { keep } from './keep.ts'
import { remakeNames } from './remake-names.ts'
import { show } from './show.ts'
import { tag, untag } from './tag.ts'

export const customers: Room = {
  operations: [show, edit, tag, untag, consent, noContact, keep, addDetail],
  jobs: [remakeNames],
}
