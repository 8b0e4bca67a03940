import type { Request, Response } from 'express'

/** The cookie of a visit. With HTTPS its name is one that no other site on this domain can set (RFC 6265bis, 4.1.3.2). */
const nameFor = (secure: boolean) => (secure ? '__Host-rapport' : 'rapport_door')

// The press that opens the door comes from a page of ours, and so does every step from there: never another site's link, so `strict` fits.
const kept = (secure: boolean) => ({ httpOnly: true, sameSite: 'strict', secure, path: '/' }) as const

export function keyKept(response: Response, secure: boolean, { key, seconds }: { key: string; seconds: number }): void {
  response.cookie(nameFor(secure), key, { ...kept(secure), maxAge: seconds * 1000 })
}

export const keyTaken = (response: Response, secure: boolean) => void response.clearCookie(nameFor(secure), kept(secure))

/** The key that the browser holds. */
export function keyIn(request: Request, secure: boolean): string | undefined {
  const name = `${nameFor(secure)}=`
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(name))
  return found?.slice(name.length) || undefined
}
