import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { collectDefaultMetrics, Registry as Metrics } from 'prom-client'
import type { Log } from '../bot/house.ts'

/** How long a request that is under way may still take when the server stops. */
const GRACE = 3_000

export interface HttpServer {
  app: Express
  metrics: Metrics
  /** Names something that must be up before the bot counts as ready. */
  ready: (name: string, check: () => boolean | Promise<boolean>) => void
  /** Listens, and returns the address. Throws with what to do when the port is taken. */
  start: () => Promise<string>
  stop: () => Promise<void>
}

/** `/healthz` (the process lives), `/readyz` (all that was named is up), `/metrics` (Prometheus); adapters mount the rest. */
export function httpServer({ host, port, log }: { host: string; port: number; log: Log }): HttpServer {
  const app = express()
  const metrics = new Metrics()
  const checks = new Map<string, () => boolean | Promise<boolean>>()
  collectDefaultMetrics({ register: metrics })
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    next()
  })
  app.get('/healthz', (_request, response) => void response.type('text').send('ok\n'))
  app.get('/readyz', async (_request, response) => {
    const states = await Promise.all([...checks].map(async ([name, check]) => [name, await check()] as const))
    const ok = states.every(([, up]) => up)
    response
      .status(ok ? 200 : 503)
      .type('text')
      .send(`${states.map(([name, up]) => `${name}: ${up ? 'up' : 'down'}`).join('\n')}\n`)
  })
  app.get('/metrics', async (_request, response) => void response.type(metrics.contentType).send(await metrics.metrics()))

  const server = createServer(app)
  return {
    app,
    metrics,
    ready: (name, check) => void checks.set(name, check),
    start: () => listen(server, host, port, log),
    stop: () => close(server),
  }
}

function listen(server: Server, host: string, port: number, log: Log): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new Error(
              `Port ${port} on ${host} is taken by another program. Set PORT to a free one, for example PORT=${port + 1}.`,
              { cause: error },
            )
          : error,
      )
    })
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo
      const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host
      log.info({ host, port: actual }, 'listening')
      resolve(`http://${name}:${actual}`)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE).unref()
  })
}
