import type { Express, Request, Response } from 'express'
import type { Grant, Grants } from '../../../bot/grants.ts'
import type { Log } from '../../../bot/house.ts'
import { type Locale, localeOf } from '../../../bot/text.ts'
import type { HostedConfig } from '../config.ts'
import { codeOf } from '../failures.ts'
import { type OAuth, OrganizationInstall, REDIRECT_PATH } from './oauth.ts'
import { type InstallPage, pageOf } from './page.ts'
import { browserIn, cookieFor, newBrowser, type States } from './state.ts'
import { say } from './words.ts'

export const INSTALL_PATH = '/slack/install'

interface Parts {
  config: HostedConfig
  oauth: OAuth
  states: States
  grants: Grants
  /** Called when a team has let the bot in, and by whom. */
  installed: (grant: Grant, by: string) => Promise<void>
  log: Log
}

type Said = Omit<InstallPage, 'locale'> & { status?: number }

/** Where a team lets the bot in: `GET /slack/install`, which leads to Slack's consent, and `GET /slack/oauth_redirect`, to which that leads back. */
export function showInstall(app: Express, { config, oauth, states, grants, installed, log }: Parts): void {
  app.get(INSTALL_PATH, (request, response) => {
    const words = say(localeIn(request))
    const browser = browserIn(request.headers.cookie) || newBrowser()
    response.set('Set-Cookie', cookieFor(browser, config.publicUrl))
    const link = { label: words.add, to: oauth.consentUrl(states.make(browser)) }
    show(request, response, { title: words.title, lines: [words.what, words.howItGoes], link })
  })

  app.get(REDIRECT_PATH, async (request, response) => {
    const words = say(localeIn(request))
    const again = { label: words.again, to: INSTALL_PATH }
    const { code, state, error } = request.query
    response.set('Set-Cookie', cookieFor('', config.publicUrl))
    try {
      const known = states.read(String(state ?? ''), browserIn(request.headers.cookie))
      if (!known || !(await grants.useOnce(known.id, known.expiresAt)))
        return show(request, response, { status: 400, title: words.stale, lines: [words.staleWhy], link: again })
      if (error !== undefined || typeof code !== 'string') {
        log.info({ error: String(error).slice(0, 100) }, 'somebody did not let the bot into their Slack team')
        return show(request, response, { title: words.denied, lines: [words.deniedWhy], link: again })
      }
      const { grant, by } = await oauth.grantFor(code)
      await grants.keep(grant)
      log.info({ team: grant.team, by }, 'installed in a Slack team')
      await installed(grant, by)
      const link = {
        label: words.openSlack,
        to: `https://slack.com/app_redirect?${new URLSearchParams({ team: grant.team, channel: grant.facts.botUser ?? '' })}`,
      }
      show(request, response, { title: words.done(grant.teamName), lines: [words.doneHow], link })
    } catch (fault) {
      show(request, response, { ...refused(fault, localeIn(request), log), link: again })
    }
  })
}

function refused(fault: unknown, locale: Locale, log: Log): Said {
  const words = say(locale)
  if (fault instanceof OrganizationInstall) {
    log.info({}, 'an installation for a whole Slack organization was refused')
    return { status: 400, title: words.organization, lines: [words.organizationWhy] }
  }
  log.error({ error: fault }, 'an installation in Slack failed')
  const code = codeOf(fault)
  return { status: 502, title: words.failed, lines: [code ? words.failedWhy(code) : words.away] }
}

const localeIn = (request: Request): Locale => localeOf(request.acceptsLanguages('en', 'zh') || 'en')

function show(request: Request, response: Response, { status = 200, ...page }: Said): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(pageOf({ locale: localeIn(request), ...page }))
}
