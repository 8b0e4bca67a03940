import { benchBackup } from './backup.ts'
import { benchDelivery } from './delivery.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchExporting } from './exporting.ts'
import { benchFinding } from './finding.ts'
import { benchImporting } from './importing.ts'
import { benchSlack } from './slack.ts'
import { benchUnderstanding } from './understanding.ts'

/** Measurements, not tests: each is a ratio to the bare thing, taken in the same run on the same machine. */
const all = {
  understanding: benchUnderstanding,
  slack: benchSlack,
  delivery: benchDelivery,
  backup: benchBackup,
  importing: benchImporting,
  duplicates: benchDuplicates,
  finding: () => benchFinding(),
  exporting: benchExporting,
}
const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(all)) if (asked.length === 0 || asked.includes(name)) await bench()
process.exit(0)
