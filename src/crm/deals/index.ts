import type { Room } from '../../bot/operation.ts'
import { addDeal } from './add-deal.ts'
import { loseDeal, winDeal } from './close-deal.ts'
import { editDeal } from './edit-deal.ts'
import { dealsList } from './list.ts'
import { showDeal } from './show-deal.ts'

export const deals: Room = { operations: [dealsList, addDeal, showDeal, editDeal, winDeal, loseDeal] }
