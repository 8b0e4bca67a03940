import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SealedAnswer } from '../../../src/bot/house.ts'
import { cardOf, type Person, rapport, said } from '../../support/rapport.ts'

/** What people do, in words; each names one of two customers. */
const DOINGS = [
  (customer: string, n: number) => `edit ${customer} city=Town ${n}`,
  (customer: string, n: number) => `edit ${customer} industry=Trade ${n}`,
  (customer: string, n: number) => `edit ${customer} name=${customer} city=Place ${n} country=Land ${n}`,
  (customer: string, n: number) => `remind ${customer} tomorrow 10am job ${n}`,
  (customer: string, n: number) => `log called ${customer}, item ${n}, call back Thursday 10am`,
  (customer: string, n: number) => `add contact Person${n} Tester at ${customer}`,
  (_: string, n: number) => `add company Fresh${n} Works`,
  () => 'done 1',
  () => 'snooze 1 2 days',
]
const doing = fc.record({
  who: fc.constantFrom('Ana' as const, 'Bo' as const),
  what: fc.nat(DOINGS.length - 1),
  customer: fc.constantFrom('Acme', 'Globex'),
})

/** Every fact that people entered, as it stands: what time and ids alone make is left out. */
async function facts(house: Awaited<ReturnType<typeof rapport>>): Promise<string> {
  const { pool } = house.database
  const { rows } = await pool.query(`
    SELECT 'company' AS k, id::text, jsonb_build_array(name, city, industry, country, "archivedAt" IS NULL) AS v FROM companies
    UNION ALL SELECT 'contact', id::text, jsonb_build_array(name, "companyId", "archivedAt" IS NULL) FROM contacts
    UNION ALL SELECT 'activity', id::text, jsonb_build_array(note, "companyId", "archivedAt" IS NULL) FROM activities
    UNION ALL SELECT 'task', id::text, jsonb_build_array(what, "ownerId", "dueLocal", "remindAt", "doneAt", "archivedAt" IS NULL) FROM tasks
    ORDER BY 1, 2`)
  return JSON.stringify(rows)
}
const live = (all: string) => (JSON.parse(all) as { v: unknown[] }[]).filter(({ v }) => v.at(-1) === true)

const IN_THE_WAY = /I cannot take that back: .*(changed .* again|something else was entered for|is not there any more)/

it('whatever two people do, taking each thing back in any order restores it exactly, or names what stands in the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 2, maxLength: 7 }), fc.infiniteStream(fc.nat()), async (doings, chance) => {
      const house = await rapport()
      const people: Record<'Ana' | 'Bo', Person> = { Ana: house.person('Ana'), Bo: house.person('Bo') }
      await people.Ana.say('add company Acme')
      await people.Ana.say('add company Globex')
      await people.Bo.say('help')
      const start = await facts(house)
      const done: { who: Person; answer: SealedAnswer }[] = []
      for (const [n, { who, what, customer }] of doings.entries()) {
        house.clock.pass({ minutes: 1 })
        const before = await facts(house)
        const answer = await people[who].say(DOINGS[what]!(customer, n))
        if ((await facts(house)) !== before) done.push({ who: people[who], answer })
      }
      const left = [...done]
      let stuck = 0
      while (left.length && stuck < 3 * done.length) {
        house.clock.pass({ minutes: 1 })
        const at = chance.next().value % left.length
        const { who, answer } = left[at]!
        const before = await facts(house)
        const undone = await who.press(cardOf(answer), 'Undo')
        const after = await facts(house)
        if (after === before) {
          expect(said(undone)).toMatch(IN_THE_WAY)
          expect(said(undone)).toContain('Nothing was changed')
          stuck++
          continue
        }
        expect(said(undone)).toContain('Taken back')
        // Doing it again and taking it back once more changes nothing in the end.
        if (chance.next().value % 2) {
          expect(live(await facts(house))).not.toEqual(live(before))
          const redone = await who.press(cardOf(undone), 'Redo')
          expect(await facts(house)).toBe(before)
          await who.press(cardOf(redone), 'Undo')
          expect(live(await facts(house))).toEqual(live(after))
        }
        left.splice(at, 1)
      }
      // What is left is taken back the newest first: then nothing stands in its way.
      for (const { who, answer } of left.toReversed())
        expect(said(await who.press(cardOf(answer), 'Undo'))).toContain('Taken back')
      expect(live(await facts(house))).toEqual(live(start))
      expect(house.faults).toEqual([])
    }),
    { numRuns: Number(process.env.UNDO_RUNS ?? 6) },
  )
}, 240_000)
