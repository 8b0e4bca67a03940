import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../src/bot/context.ts'
import { readLine } from '../../src/bot/registry.ts'
import { allCatalogues, LOCALES } from '../../src/bot/text.ts'
import { manifests } from '../../src/cli/manifests.ts'
import { rapportRegistry } from '../../src/rooms.ts'
import { checkCommands } from '../support/discord/check-commands.ts'
import { cardOf, rapport, textOf } from '../support/rapport.ts'
import { checkManifest } from '../support/slack/check-manifest.ts'

const registry = rapportRegistry()

describe.each(registry.operations.map((op) => [op.name, op] as const))('%s', (_name, op) => {
  test('says what it does in both languages, who may, and gives examples that its own schema reads', () => {
    for (const locale of LOCALES) expect(op.summary[locale].length).toBeGreaterThanOrEqual(2)
    expect(['anyone', ...ROLES]).toContain(op.allow)
    if (!op.hidden) expect(op.examples.length).toBeGreaterThan(0)
    for (const example of op.examples) {
      const found = registry.match(example)
      expect(found?.operation.name).toBe(op.name)
      expect(op.input.partial().safeParse(readLine(op, found?.rest ?? '')).success).toBe(true)
    }
  })
})

test('every text is there in both languages, and the Chinese one is Chinese', () => {
  const catalogues = allCatalogues()
  expect(catalogues.length).toBeGreaterThan(10)
  for (const { en, zh } of catalogues) {
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted())
    for (const [key, text] of Object.entries(zh)) {
      const english = en[key]
      // A name, a symbol or an example is the same in both; a sentence is not.
      if (
        typeof text === 'string' &&
        typeof english === 'string' &&
        /[a-z]{3,} [a-z]{3,}/.test(english) &&
        !english.startsWith('settings ')
      )
        expect(text, key).toMatch(/\p{Script=Han}/u)
    }
  }
})

test('the help has a page for every operation, in both languages', async () => {
  const house = await rapport()
  const ana = house.person('Ana')
  await ana.say('help')
  for (const language of ['en', 'zh']) {
    await ana.say(`settings language ${language}`)
    const shown = registry.operations.filter((one) => !one.hidden)
    for (const op of shown) expect(textOf(cardOf(await ana.say(`help ${op.name}`))), op.name).toContain(op.examples[0])
  }
  expect(house.faults).toEqual([])
})

test('the manifests are within the platforms’ limits, and committed as they would be generated now', () => {
  const made = manifests()
  checkManifest(JSON.parse(made['slack.json'] ?? ''))
  checkManifest(JSON.parse(made['slack-http.json'] ?? ''))
  checkCommands(commandsOf(JSON.parse(made['discord.json'] ?? '')))
  for (const [name, content] of Object.entries(made))
    expect(readFileSync(new URL(`../../manifests/${name}`, import.meta.url), 'utf8')).toBe(content)
})

const commandsOf = (manifest: unknown) =>
  Array.isArray(manifest) ? manifest : ((manifest as { commands?: Record<string, unknown>[] }).commands ?? [])
