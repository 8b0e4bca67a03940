import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer, Entry } from '../../../src/adapters/playground/wire.ts'
import { DeliveryError } from '../../../src/bot/errors.ts'
import { type Playground, startPlayground, temporaryFolder } from '../../support/playground/playground.ts'

let playground: Playground
let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await temporaryFolder())
  playground = await startPlayground({ dataDir: folder })
})
afterEach(async () => {
  await playground.stop()
  await remove()
})

const card = (line: string) => ({ kind: 'card' as const, lines: [line] })
const ana = { platform: 'playground', team: 'playground', user: 'ana' } as const
const deliver = (line: string, id = line) => playground.adapter.courier.deliver(ana, card(line), id)
const restart = async () => {
  await playground.stop()
  playground = await startPlayground({ dataDir: folder })
}

/** Follows somebody's messages; `next` waits for so many. */
async function follow(user: string) {
  const stop = new AbortController()
  const response = await fetch(`${playground.url}/playground/api/events?user=${user}`, { signal: stop.signal })
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (count: number): Promise<Entry[]> => {
    while (text.split('\n\n').length <= count) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`the stream ended with ${JSON.stringify(text)}`)
      text += value
    }
    const parts = text.split('\n\n')
    text = parts.slice(count).join('\n\n')
    return parts.slice(0, count).map((part) => JSON.parse(part.replace(/^data: /, '')) as Entry)
  }
  return { next, ended: () => reader.read().then(({ done }) => done), stop: () => stop.abort() }
}
const lines = (entries: Entry[]) => entries.map((one) => one.card.lines?.[0])

test('who is erased leaves the messages on disk, older states too, and what an open page shows', async () => {
  await deliver('call Zorvath')
  await playground.adapter.courier.update(
    { platform: 'playground', team: 'playground', channel: 'ana', message: 'call Zorvath' },
    card('Zorvath was called'),
  )
  await deliver('call Homer', 'other')
  const mine = await follow('ana')
  await mine.next(2)
  await playground.adapter.forget?.((one) => (one.lines?.[0]?.includes('Zorvath') ? { ...one, lines: ['(erased)'] } : one))
  expect(lines(await mine.next(1))).toEqual(['(erased)'])
  mine.stop()
  const kept = await readFile(path.join(folder, 'playground', 'ana.jsonl'), 'utf8')
  expect(kept).not.toContain('Zorvath was called')
  expect(kept).toContain('call Homer')
  await restart()
  const again = await follow('ana')
  expect(lines(await again.next(2))).toEqual(['(erased)', 'call Homer'])
  again.stop()
})

test('a message into a channel reaches everybody, once, and says where it was said', async () => {
  const [mine, other] = [await follow('ana'), await follow('bo')]
  const into = { platform: 'playground', team: 'playground', channel: '#sales' } as const
  for (const id of ['day', 'day', 'next']) await playground.adapter.courier.announce(into, card(id), id)
  for (const one of [mine, other])
    expect(await one.next(2)).toMatchObject([
      { id: 'day', channel: '#sales' },
      { id: 'next', channel: '#sales' },
    ])
  mine.stop()
  other.stop()
})

test('a message reaches the open page of its person, and no other', async () => {
  const [mine, other] = [await follow('ana'), await follow('bo')]
  const receipt = await deliver('Call Wei', 'm1')
  expect(receipt).toEqual({ platform: 'playground', team: 'playground', channel: 'ana', message: 'm1' })
  expect(await mine.next(1)).toEqual([{ id: 'm1', card: card('Call Wei'), version: 1 }])
  await playground.adapter.courier.deliver({ ...ana, user: 'bo' }, card('For Bo'), 'm2')
  expect(lines(await other.next(1))).toEqual(['For Bo'])
  mine.stop()
  other.stop()
})

test('a message that comes while nobody looks waits, over a restart as well', async () => {
  await deliver('one')
  await deliver('two')
  await restart()
  await deliver('three')
  const page = await follow('ana')
  expect(lines(await page.next(3))).toEqual(['one', 'two', 'three'])
  page.stop()
})

test('the same id again shows once, over a restart as well', async () => {
  await deliver('Call Wei', 'm1')
  await deliver('Call Wei', 'm1')
  await restart()
  await deliver('Call Wei', 'm1')
  await deliver('the next')
  const page = await follow('ana')
  expect(lines(await page.next(2))).toEqual(['Call Wei', 'the next'])
  page.stop()
})

test('an update comes as the next version, to a page that opens later too', async () => {
  const page = await follow('ana')
  const receipt = await deliver('Call Wei', 'm1')
  await playground.adapter.courier.update(receipt, card('Done'))
  expect((await page.next(2)).map((one) => one.version)).toEqual([1, 2])
  await restart()
  const later = await follow('ana')
  expect(await later.next(1)).toEqual([{ id: 'm1', card: card('Done'), version: 2 }])
  page.stop()
  later.stop()
})

test('a line that a crash cut short is dropped, and does not swallow the next', async () => {
  await deliver('whole')
  await playground.stop()
  await appendFile(path.join(folder, 'playground', 'ana.jsonl'), '\n{"id":"torn","card":{"ki')
  playground = await startPlayground({ dataDir: folder })
  await deliver('after')
  await restart()
  const page = await follow('ana')
  expect(lines(await page.next(2))).toEqual(['whole', 'after'])
  page.stop()
})

test('keeps the newest two hundred, on disk as well', async () => {
  for (let n = 1; n <= 205; n++) await deliver(`message ${n}`)
  await restart()
  const page = await follow('ana')
  expect(lines(await page.next(200)).at(0)).toBe('message 6')
  const kept = await readFile(path.join(folder, 'playground', 'ana.jsonl'), 'utf8')
  expect(kept.trim().split('\n')).toHaveLength(200)
  page.stop()
})

test('a person who is not there is a permanent fault, a folder that cannot be written a passing one', async () => {
  const { courier } = playground.adapter
  await expect(courier.deliver({ ...ana, user: '../eve' }, card('x'), 'm1')).rejects.toMatchObject({ permanent: true })
  await rm(path.join(folder, 'playground'), { recursive: true })
  await writeFile(path.join(folder, 'playground'), 'not a folder')
  const failed = await deliver('x', 'm2').catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(DeliveryError)
  expect(failed).toMatchObject({ permanent: false })
})

test('what Ana shares comes to Bo, with her name and without buttons', async () => {
  const bo = await follow('bo')
  const ask = async (asked: object) => {
    const response = await playground.post('ask', { user: 'ana', locale: 'en', id: crypto.randomUUID(), ask: asked })
    return (await response.json()) as Answer
  }
  const shown = await ask({ kind: 'say', text: 'last Acme' })
  if (shown.kind !== 'card' || !shown.card.share) expect.fail('a card with a share button')
  const shared = await ask({ kind: 'press', token: shown.card.share.token, share: true })
  expect(shared).toMatchObject({ kind: 'card', replaces: false })
  const [entry] = await bo.next(1)
  expect(entry).toMatchObject({ from: 'Ana', card: { title: 'Acme' } })
  expect([entry?.card.buttons, entry?.card.share]).toEqual([undefined, undefined])
  bo.stop()
})

test('stopping ends the streams and refuses what comes after', async () => {
  const page = await follow('ana')
  await playground.adapter.stop()
  expect(await page.ended()).toBe(true)
  expect((await playground.post('ask', {})).status).toBe(503)
  expect((await fetch(`${playground.url}/readyz`)).status).toBe(503)
})
