import { isIP } from 'node:net'
import type { NextFunction, Request, Response } from 'express'

/**
 * Only the page itself may ask. Another site's page is refused by what the browser says of where the request comes from; a name that was
 * made to point at this machine (DNS rebinding) by the Host header, which must be an address or localhost.
 */
export function refuseStrangers(request: Request, response: Response, next: NextFunction): void {
  const host = request.headers.host ?? ''
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const own =
    (name === 'localhost' || isIP(name) !== 0) &&
    (!site || site === 'same-origin' || site === 'none') &&
    (!origin || origin === `http://${host}`)
  if (own) next()
  else response.status(403).json({ error: 'only the playground’s own page may ask' })
}
