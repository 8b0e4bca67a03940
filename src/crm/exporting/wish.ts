import type { Context } from '../../bot/context.ts'
import type { Sql } from '../../database/index.ts'
import type { Viewer } from '../visibility.ts'

export const KINDS = ['companies', 'contacts', 'deals', 'activities', 'tasks'] as const
export type Kind = (typeof KINDS)[number]
export const FORMATS = ['csv', 'jsonl', 'vcf', 'vcf3'] as const
export type Format = (typeof FORMATS)[number]

/** What is to be exported, and how. */
export interface Wish {
  kind: Kind
  format: Format
  /** Only what was changed on that day or since: an instant. */
  since?: Date
  /** In SQL, the ids to take: `SELECT …`. */
  only?: Sql
  /** With Excel's mark. */
  bom?: boolean
}

/** Who reads: what they do not see is not exported. */
export interface Reader extends Pick<Context, 'db' | 'now' | 'locale'>, Viewer {
  workspace: { id: string }
}

/** vCards are of companies and people alone. */
export const formatsOf = (kind: Kind): readonly Format[] =>
  kind === 'companies' || kind === 'contacts' ? FORMATS : FORMATS.filter((one) => one === 'csv' || one === 'jsonl')

export const TYPES: Readonly<Record<Format, { ending: string; type: string }>> = {
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
  jsonl: { ending: 'jsonl', type: 'application/jsonl; charset=utf-8' },
  vcf: { ending: 'vcf', type: 'text/vcard; charset=utf-8' },
  vcf3: { ending: 'vcf', type: 'text/vcard; charset=utf-8' },
}
