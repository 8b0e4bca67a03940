import type { Room } from '../../bot/operation.ts'
import { duplicates } from './list.ts'
import { lookForDuplicates } from './look.ts'
import { merge } from './merge.ts'
import { notSame } from './not-same.ts'
import { showBoth } from './show-both.ts'

export const duplicatesRoom: Room = { operations: [duplicates, merge, notSame, showBoth], jobs: [lookForDuplicates] }
