import { customerIndex, type Moment, understand } from '../../understanding/index.ts'

/** Whether a line plainly tells of a contact that took place, whoever it was with: it says when, or how it went. */
export function tellsOfContact(line: string, moment: Moment): boolean {
  const { facts } = understand(line, { now: moment.now, zone: moment.zone, customers: customerIndex([]) })
  return facts.kind !== 'note' && Boolean(facts.occurredAt ?? facts.outcome)
}
