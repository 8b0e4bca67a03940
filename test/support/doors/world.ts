import { contextFor } from '../../../src/bot/context.ts'
import type { House } from '../../../src/bot/house.ts'
import type { MemberPage, Parts } from '../../../src/bot/page.ts'
import { doorFor } from '../../../src/crm/doors/doors.ts'
import { showDoors } from '../../../src/http/doors.ts'
import { httpServer } from '../../../src/http/server.ts'
import type { TestHouse } from '../rapport.ts'

/** The pages for members of a house over HTTP, asked as a browser asks: what was logged is kept. */
export async function doorsOver(
  house: TestHouse,
  pages: readonly MemberPage[] = house.bot.registry.memberPages,
  more: Partial<House> = {},
) {
  const logged: unknown[] = []
  const keep = (facts: object, what: string) => void logged.push([facts, what])
  const log = { debug: keep, info: keep, warn: keep, error: keep }
  const http = httpServer({ host: '127.0.0.1', port: 0, log })
  const asked: House = { ...house.house, ...more, log }
  showDoors(http.app, pages, asked)
  const url = await http.start()

  /** A link for a member, as an operation asks for one. */
  const linkFor = (user: string, page: Pick<MemberPage, 'path'>, parts: Parts = {}) =>
    house.house.transaction(async (db) => {
      const place = { platform: 'playground', team: 'acme-sales', user, kind: 'direct' } as const
      const caller = await house.house.identify({ place, profile: async () => ({ name: user, timeZone: 'Europe/Berlin' }) })
      const context = contextFor(
        db,
        caller,
        'test',
        { id: crypto.randomUUID(), place },
        { now: house.clock.now(), reach: asked.reach },
      )
      return doorFor(context, page, parts)
    })

  const browser = () => browserAt(url)
  /** A browser that came in by a link, and where it is. */
  const entered = async (link: string) => {
    const one = browser()
    return { ...one, at: await one.open(link) }
  }
  return { url, http, logged, linkFor, browser, entered }
}

/** As a browser: keeps cookies, says where a POST comes from, follows nothing. */
export function browserAt(url: string) {
  let cookie = ''
  const keep = (response: Response) => {
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0]!
    return response
  }
  const get = async (to: string, headers: Record<string, string> = {}) =>
    keep(await fetch(url + to, { redirect: 'manual', headers: { cookie, ...headers } }))
  const post = async (to: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    keep(
      await fetch(url + to, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: url, ...headers },
        body: new URLSearchParams(form),
      }),
    )
  const upload = async (to: string, name: string, body: Uint8Array<ArrayBuffer>, form: Record<string, string> = {}) =>
    fetch(url + to, {
      method: 'POST',
      headers: {
        cookie,
        origin: url,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        'x-form': new URLSearchParams(form).toString(),
      },
      body,
    })
  const knock = (link: string) => post('/door', { secret: link.split('#')[1] ?? '' })
  /** Opens a link; where it leads. */
  const open = async (link: string) => {
    const response = await knock(link)
    if (response.status !== 303) throw new Error(`not opened: ${response.status} ${await response.text()}`)
    return response.headers.get('location')!
  }
  return { get, post, upload, knock, open, cookie: () => cookie }
}
