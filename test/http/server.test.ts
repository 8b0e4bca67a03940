import { get } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type HttpServer, httpServer } from '../../src/http/server.ts'
import { silent } from '../support/playground/house.ts'

const running: HttpServer[] = []
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())))

function server(port = 0): HttpServer {
  const made = httpServer({ host: '127.0.0.1', port, log: silent })
  running.push(made)
  return made
}

test('says that the process lives', async () => {
  const response = await fetch(`${await server().start()}/healthz`)
  expect([response.status, await response.text()]).toEqual([200, 'ok\n'])
})

test('is ready only when every part that was named is up', async () => {
  let up = false
  const http = server()
  http.ready('database', async () => true)
  http.ready('slack', () => up)
  const url = await http.start()
  const before = await fetch(`${url}/readyz`)
  expect([before.status, await before.text()]).toEqual([503, 'database: up\nslack: down\n'])
  up = true
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('counts a check that throws, and one that never answers, as down', async () => {
  const http = server()
  http.ready('broken', () => Promise.reject(new Error('no route to host')))
  http.ready('hangs', () => new Promise<boolean>(() => undefined))
  const response = await fetch(`${await http.start()}/readyz`)
  expect([response.status, await response.text()]).toEqual([503, 'broken: down\nhangs: down\n'])
})

test('gives Prometheus the numbers of the process', async () => {
  const response = await fetch(`${await server().start()}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  expect(await response.text()).toContain('process_cpu_seconds_total')
})

test('lets no page be framed, sniffed or given inline script', async () => {
  const { headers } = await fetch(`${await server().start()}/healthz`)
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.has('x-powered-by')).toBe(false)
})

test('a page that is not there and a fault answer plainly, the fault without its stack', async () => {
  const http = server()
  http.app.get('/fault', () => {
    throw new Error('secret of the house')
  })
  const url = await http.start()
  expect((await fetch(`${url}/nowhere`)).status).toBe(404)
  const fault = await fetch(`${url}/fault`)
  expect([fault.status, await fault.text()]).toEqual([500, 'something went wrong\n'])
})

test('an address that cannot be read is the asker’s fault, and nothing for the log', async () => {
  const logged: object[] = []
  const http = httpServer({ host: '127.0.0.1', port: 0, log: { ...silent, error: (facts) => void logged.push(facts) } })
  running.push(http)
  http.app.get('/page/:name', (_request, response) => void response.send('here'))
  expect((await fetch(`${await http.start()}/page/%ff`)).status).toBe(400)
  expect(logged).toEqual([])
})

test('says what to do when the port is taken', async () => {
  const { port } = new URL(await server().start())
  await expect(server(Number(port)).start()).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Set PORT to a free one`,
  )
})

test('waits for the request under way when it stops', async () => {
  const http = server()
  let release: () => void = () => undefined
  const arrived = new Promise<void>((there) => {
    http.app.get('/slow', (_request, response) => {
      release = () => void response.send('done')
      there()
    })
  })
  const url = await http.start()
  const answer = new Promise<string>((resolve, reject) => {
    get(`${url}/slow`, (response) => response.setEncoding('utf8').on('data', resolve)).on('error', reject)
  })
  await arrived
  const stopped = http.stop()
  release()
  expect(await answer).toBe('done')
  const answered = performance.now()
  await stopped
  expect(performance.now() - answered).toBeLessThan(1_000)
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
})
