import { normalizeName } from '../../understanding/index.ts'
import { changeCompany, companiesNamed, companyById, type Reader, type Writer } from '../companies/companies.ts'
import type { Run } from './importing.ts'
import type { Entry } from './read.ts'

/** Deeper than any group of companies is. */
const DEEPEST = 50

/** Links companies to the parents that their rows name, now that all rows are taken, in whatever order they stood. */
export async function linkParents(writer: Writer, entries: Entry[], run: Run): Promise<void> {
  for (const entry of entries) {
    const fault = await linkParent(writer, entry, run)
    if (fault) run.faults.push({ line: entry.line, what: fault })
  }
}

async function linkParent(writer: Writer, { values }: Entry, run: Run): Promise<string | undefined> {
  const child = values.company && run.companies.get(normalizeName(values.company))
  const parentName = values.parent
  if (!child || !parentName) return undefined
  const inFile = run.companies.get(normalizeName(parentName))
  const [parent, other] = inFile ? [inFile] : await companiesNamed(writer, parentName)
  if (!parent) return `its parent company “${parentName}” is unknown: add a line for it; the rest of the line was taken`
  if (other) return `there are two companies named ${parentName}: it has no parent until one gets another name`
  if (await isAbove(writer, child.id, parent.id))
    return `“${parentName}” cannot be its parent: it is below it, or the company itself`
  const standing = await companyById(writer, child.id)
  if (!standing || standing.parentId === parent.id) return undefined
  await changeCompany(writer, standing, { parentId: parent.id })
  if (child.fate === 'unchanged') child.fate = 'updated'
  return undefined
}

/** Whether a company is `of` itself, or its parent, or its parent's parent … */
async function isAbove(reader: Reader, company: string, of: string): Promise<boolean> {
  let at: string | null = of
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at === company) return true
    at = (await companyById(reader, at))?.parentId ?? null
  }
  return false
}
