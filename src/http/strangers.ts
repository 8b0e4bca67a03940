import type { NextFunction, Request, Response } from 'express'
import type { Reach } from '../bot/context.ts'

/**
 * Nothing is sent in but by a page of ours: the browser says from where a request comes (`Sec-Fetch-Site`, and `Origin` on every POST). A program that says
 * neither is no browser with somebody's cookie in it, and is refused as well.
 */
export function ownPagesOnly(reach: Reach) {
  const ours = new URL(reach.url).origin
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method === 'GET' || request.method === 'HEAD') return void next()
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const fromUs = origin !== undefined && (origin === ours || origin === `http://${host}` || origin === `https://${host}`)
    if (fromUs && (!site || site === 'same-origin')) return void next()
    response.status(403).type('text').send('only a page of this bot may send\n')
  }
}
