import { startEmbedded } from '../../src/database/embedded/start.ts'
import { messageOf } from '../../src/database/errors.ts'
import { quiet } from '../support/quiet.ts'

// A bot as a process of its own, for tests that kill it: says what became of its database, and stops in order on SIGTERM.
const [dataDir = ''] = process.argv.slice(2)

try {
  const server = await startEmbedded({ dataDir, log: quiet })
  const staying = setInterval(() => undefined, 1000)
  process.on('SIGTERM', async () => {
    await server.stop()
    clearInterval(staying)
    process.stdout.write('stopped\n')
  })
  process.stdout.write(`up ${server.pid()} ${server.takenOver ? 'taken over' : 'started'}\n`)
} catch (error) {
  process.stdout.write(`refused ${messageOf(error)}\n`)
}
