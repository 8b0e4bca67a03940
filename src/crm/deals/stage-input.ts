import { field } from '../../bot/fields.ts'
import type { Localized } from '../../bot/text.ts'
import { STAGES, type Stage } from './stages.ts'

const VALUES = STAGES.map(({ value }) => value) as [Stage, ...Stage[]]
const WORDS = Object.fromEntries(STAGES.map(({ value, label }) => [value, label])) as Record<Stage, Localized>

/** A stage as a menu. */
export const stageInput = () => field.choice({ en: 'Stage', zh: '阶段' }, VALUES, WORDS)
