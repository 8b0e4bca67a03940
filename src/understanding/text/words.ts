import { COMMON_WORDS_A } from './common-words-a.ts'
import { COMMON_WORDS_M } from './common-words-m.ts'
import { GIVEN_NAMES_A } from './given-names-a.ts'
import { GIVEN_NAMES_K } from './given-names-k.ts'

const set = (...tables: string[]): ReadonlySet<string> => new Set(tables.join(' ').split(/\s+/).filter(Boolean))

const COMMON = set(COMMON_WORDS_A, COMMON_WORDS_M)
const GIVEN = set(GIVEN_NAMES_A, GIVEN_NAMES_K)

/** Words of the trade and short forms that no dictionary of everyday words holds. */
const TRADE = set(`
  vm lvm vmail voicemail voicemails na n/a nan noans fu f/u fup cb callback appt appts mtg mtgs mtng poc rfp rfq sow msa nda po pos roi sla sku crm erp api sso saas ceo cfo cto coo cmo cio vp
  svp evp hr it ops dm dms im sms whatsapp whatsapped whatsapp'd wechat linkedin slack teams zoom zoomed webex skype facetime hangout meet gmeet telegram signal
  email emailed emails emailing e-mail mailed texted texting pinged ping pinging rang ringing phoned phoning dialed dialled dialing demo demos demo'd demoed demoing
  onboarding onsite on-site offsite followup follow-up followups follow-ups recap pricing renewal renewals upsell webinar webinars prospect lead leads poc pilot kickoff
  asap eod cob eow eom eoq eoy q1 q2 q3 q4 tmrw tmr tomorrow yday fyi btw re w/ w/o wrt abt ref attn msg msgs pls plz thx ty ok okay okayed kk lol yep nope hey hi
  gatekeeper receptionist voicemail reschedule rescheduled rescheduling resched reskd postponed cancelled canceled cancel cxl cxld no-show no-showed noshow no-shows ghosted
  mins min hrs hr wk wks mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec am pm est pst cst gmt utc
  k mm usd eur gbp cny rmb chf jpy aud cad bucks quid grand checkin check-in invoicing checklist signup preso deck decks slides pdf docs doc specs spec reps rep exec execs
  admin reception assistant secretary someone nobody everyone anyone mgr manager dept team guys folks she's he's it's they're we're i'm i'll we'll he'll she'll they'll
  him her them us me you his hers their theirs our ours my mine your yours who whom whose didn't doesn't don't won't wasn't isn't can't couldn't hasn't haven't hung
  demod whatsappd dmd invoice invoices proposal proposals contract contracts quote quotes estimate agreement paperwork pricelist price prices meeting meetings call calls visit visits lunch dinner
  breakfast coffee drinks today tonight yesterday reminder reminders agenda minutes feedback questions question answer answers report reports update updates intro introduction training workshop trial
  license licence licenses seats users order orders delivery payment payments tickets ticket details info information terms draft mockup mockups presentation link links login account accounts
  timeline roadmap churn discount discounts budget budgets shipment restock reorder reorders refund warehouse sample samples brochure catalog catalogue swag
`)

/** Words that end or make part of a company's name. */
const INDUSTRY = set(`
  airlines airline airways aviation aerospace bank banking banks capital partners partner ventures holdings holding group groups labs lab laboratories systems system software solutions
  solution technologies technology tech digital media studios studio consulting consultants consultancy logistics freight shipping transport trucking insurance assurance foods food
  beverages beverage brewing coffee bakery bistro restaurant restaurants hotel hotels resorts resort motors automotive auto energy power solar electric electrical electronics
  oil gas petroleum mining minerals steel metals metal chemicals chemical pharma pharmaceuticals pharmaceutical biotech bio health healthcare medical clinic hospital dental
  optics optik design designs interiors architects architecture construction builders building properties property realty estates estate industries industrial industry
  manufacturing machinery tools traders trading trade imports exports supply supplies wholesale retail stores store outfitters apparel fashion textiles furniture furnishings
  university college school academy institute foundation trust council association society services service security analytics data cloud networks network telecom communications
  robotics dynamics mechanics engineering instruments gardens garden farms farm organics dairy seafood fisheries marine shipyard travel tours cruises sports fitness gym
  music records publishing press books paper print printing packaging plastics glass ceramics paints tiles legal law advisors advisory accounting finance financial credit
  payments wealth mutual brothers bros sons international global worldwide enterprises enterprise works workshop hardware games gaming entertainment pictures films
  cosmetics beauty jewelry jewellers watches opticians vets pets surf sciences science scientific genetics diagnostics therapeutics orthopedics semiconductors semi
`)

const ENDINGS: [RegExp, string][] = [
  [/(?:'s|s'|s)$/, ''],
  [/ies$/, 'y'],
  [/es$/, ''],
  [/(.)\1ed$/, '$1'],
  [/ied$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/(.)\1ing$/, '$1'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/er$/, ''],
  [/er$/, 'e'],
  [/est$/, ''],
  [/ly$/, ''],
  [/n't$/, ''],
  [/'(?:ll|re|ve|d|m)$/, ''],
  [/ment$/, ''],
  [/ness$/, ''],
  [/able$/, ''],
  [/[oa]r$/, ''],
]

/** An everyday or trade word in any of its common forms. */
export function isOrdinary(word: string): boolean {
  if (/^\d/.test(word) || word.length < 2 || TRADE.has(word) || COMMON.has(word)) return true
  return ENDINGS.some(([ending, stem]) => ending.test(word) && COMMON.has(word.replace(ending, stem)))
}
/** A word that names nobody: of the language, of the trade, or a given name, as anybody may type it. */
export function isOrdinaryWord(typed: string): boolean {
  const word = typed.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return isOrdinary(word) || isGivenName(word)
}
export const isTrade = (word: string): boolean => TRADE.has(word)
export const isIndustry = (word: string): boolean => INDUSTRY.has(word)
export const isGivenName = (word: string): boolean => GIVEN.has(word)
