import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { collectDefaultMetrics, Registry as Metrics } from 'prom-client'
import type { Log } from '../bot/house.ts'

/** How long a request that is under way may still take when the server stops, in milliseconds. */
const GRACE = 3_000
/** How often a stopping server lets go of connections that have nothing to do, in milliseconds. */
const SWEEP = 50
/** A part that has not said within this time that it is up counts as down, in milliseconds. */
const PATIENCE = 2_000

type Check = () => boolean | Promise<boolean>

export interface HttpServer {
  app: Express
  metrics: Metrics
  /** Names something that must be up before the bot counts as ready. A check that throws, or takes over two seconds, is down. */
  ready: (name: string, check: Check) => void
  /** Listens, and returns the address. Throws with what to do when the port is taken. */
  start: () => Promise<string>
  /** Takes no more connections, and waits for the requests under way. */
  stop: () => Promise<void>
}

/** `/healthz` (the process lives), `/readyz` (all that was named is up), `/metrics` (Prometheus); adapters mount the rest. */
export function httpServer({ host, port, log }: { host: string; port: number; log: Log }): HttpServer {
  const app = express()
  const metrics = new Metrics()
  const checks = new Map<string, Check>()
  collectDefaultMetrics({ register: metrics })
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    next()
  })
  app.get('/healthz', (_request, response) => void response.type('text').send('ok\n'))
  app.get('/readyz', async (_request, response) => {
    const states = await Promise.all([...checks].map(async ([name, check]) => [name, await isUp(name, check, log)] as const))
    response
      .status(states.every(([, up]) => up) ? 200 : 503)
      .type('text')
      .send(`${states.map(([name, up]) => `${name}: ${up ? 'up' : 'down'}`).join('\n')}\n`)
  })
  app.get('/metrics', async (_request, response) => void response.type(metrics.contentType).send(await metrics.metrics()))

  const server = createServer((request, response) => answer(app, request, response, log))
  return {
    app,
    metrics,
    ready: (name, check) => void checks.set(name, check),
    start: () => listen(server, host, port, log),
    stop: () => close(server),
  }
}

async function isUp(name: string, check: Check, log: Log): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE)
  })
  try {
    return await Promise.race([check(), late])
  } catch (error) {
    log.warn({ part: name, error }, 'not ready')
    return false
  } finally {
    clearTimeout(timer)
  }
}

// Express's own last words show the stack and write to the console: these do neither.
function answer(app: Express, request: IncomingMessage, response: ServerResponse, log: Log): void {
  const handle = app as unknown as (from: IncomingMessage, to: ServerResponse, last: (error?: unknown) => void) => void
  handle(request, response, (error) => {
    const isTheirs = isClientFault(error)
    if (error && !isTheirs) log.error({ method: request.method, path: request.url?.split('?')[0], error }, 'http request failed')
    if (response.headersSent) return void response.destroy()
    response.writeHead(isTheirs ? 400 : error ? 500 : 404, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end(isTheirs ? 'bad request\n' : error ? 'something went wrong\n' : 'not found\n')
  })
}

/** An address that cannot be decoded, a body that cannot be read: nothing for our log. */
function isClientFault(error: unknown): boolean {
  const status = (error as { status?: unknown } | undefined)?.status
  return typeof status === 'number' && status >= 400 && status < 500
}

function listen(server: Server, host: string, port: number, log: Log): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo
      const everywhere = host === '0.0.0.0' || host === '::'
      const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
      log.info({ host, port: actual }, 'listening')
      resolve(`http://${name}:${actual}`)
    })
  })
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const free = port < 65_535 ? port + 1 : port - 1
  const advice: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Set PORT to a free one, for example PORT=${free}.`,
    EACCES: `Port ${port} needs rights this account does not have. Set PORT to one above 1023, for example PORT=3000.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one it has, for example HOST=127.0.0.1.`,
    ENOTFOUND: `The name ${host} is not known. Set HOST to an address of this machine, for example HOST=127.0.0.1.`,
  }
  const known = advice[error.code ?? '']
  return known ? new Error(known, { cause: error }) : error
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE)
    // A client keeps its connection when its request is answered, and would hold the server open with it.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP)
    server.close(() => {
      clearTimeout(force)
      clearInterval(sweep)
      resolve()
    })
  })
}
