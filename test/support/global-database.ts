import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded/start.ts'
import { DatabaseError, type DatabaseFault } from '../../src/database/errors.ts'
import { migrate } from '../../src/database/index.ts'
import { quiet } from './quiet.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one server of this run: how to connect; its database is the template of every test file's own. */
    server: { host: string; port: number; user: string; password: string; database: string }
  }
}

/** Starts one server for the whole run, with all migrations in its database, which every test file gets a copy of. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX))
  let server: EmbeddedServer | undefined
  const tearDown = async () => {
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    server = await startEmbedded({ dataDir, log: quiet, tuning: { fsync: false, connections: 200 } })
    await migrate({ connection: server.connection, log: quiet })
    project.provide('server', server.connection)
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}

const PREFIX = 'rapport-tests-'

/** A folder as young as this may be that of a run which is about to lock it, in milliseconds. */
const YOUNG = 60_000

/** Removes what a run left that was killed; a folder in use belongs to a run that goes on. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const dataDir = join(tmpdir(), name)
    if (!name.startsWith(PREFIX) || (await stat(dataDir)).mtimeMs > Date.now() - YOUNG) continue
    const fault = await startEmbedded({ dataDir, log: quiet }).then((server) => server.stop(), faultOf)
    if (fault !== 'in use') await rm(dataDir, { recursive: true, force: true })
  }
}

function faultOf(error: unknown): DatabaseFault {
  if (error instanceof DatabaseError) return error.fault
  throw error
}
