import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { playgroundAdapter } from '../../../src/adapters/playground/index.ts'
import { createBot } from '../../../src/bot/dispatch.ts'
import type { Adapter, Bot } from '../../../src/bot/house.ts'
import { httpServer } from '../../../src/http/server.ts'
import { fakeHouse, silent } from './house.ts'
import { testRegistry } from './registry.ts'

export interface Playground {
  url: string
  port: number
  dataDir: string
  adapter: Adapter
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  stop: () => Promise<void>
}

/** A folder that is gone when `remove` is called. */
export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-playground-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The playground over the test operations, on a port of its own. */
export async function startPlayground(more: { dataDir: string; port?: number; bot?: Bot }): Promise<Playground> {
  const { dataDir, port = 0, bot = createBot(testRegistry(), fakeHouse()) } = more
  const http = httpServer({ host: '127.0.0.1', port, log: silent })
  const adapter = playgroundAdapter({ bot, app: http.app, log: silent, dataDir, timeZone: 'Europe/Berlin' })
  http.ready('playground', adapter.ready)
  await adapter.start()
  const url = await http.start()
  return {
    url,
    port: Number(new URL(url).port),
    dataDir,
    adapter,
    post: (path, body, headers = {}) =>
      fetch(`${url}/playground/api/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop: async () => {
      await adapter.stop()
      await http.stop()
    },
  }
}
