import { COMMON_WORDS_A } from './common-words-a.ts'
import { COMMON_WORDS_M } from './common-words-m.ts'
import { GIVEN_NAMES_A } from './given-names-a.ts'
import { GIVEN_NAMES_K } from './given-names-k.ts'
import { RARER_WORDS_A } from './rarer-words-a.ts'
import { RARER_WORDS_M } from './rarer-words-m.ts'

const set = (...tables: string[]): ReadonlySet<string> => new Set(tables.join(' ').split(/\s+/).filter(Boolean))

const withoutMarks = (table: string): ReadonlySet<string> => set(table, table.replaceAll("'", ''))

const COMMON = set(COMMON_WORDS_A, COMMON_WORDS_M)
const RARER = set(RARER_WORDS_A, RARER_WORDS_M)
/** Given names that the tables lack. */
const MORE_NAMES = `
  pavel rajesh sunil hiroshi haruto minjun jihoon minho seoyeon klaus jurgen heike wolfgang uwe ulrich dieter matthias harper aria chidi ngozi thandi sipho aoife siobhan niamh saoirse oisin cormac
  fergus gareth rhys bronwyn petr tomasz wojciech piotr malgorzata zbigniew vaclav jiri milos dragan zoran goran vesna snezana dmitry evgeny aleksandr mikhail vadim gennady lyudmila natalya ksenia
  harpreet gurpreet manpreet jaspreet suresh ramesh mahesh ganesh dinesh mukesh vijay ajay sanjeev rakesh naveen arun karthik lakshmi swati shreya divya kavya ananya rohan rohit nikhil siddharth
  tariq bilal imran faisal salman zainab khadija nadia samir karim rashid jamal ayman wael hamza idris emeka obinna chinwe adaeze tunde segun bola femi kunle wanjiru kamau otieno achieng mbali
  xiaoming xiaoli jiahao yuxuan haoran zihan meiling jianguo guoqiang weiwei lihua xin yifan tatsuya kazuki daiki sakura hinata ayaka takahiro kenta naoki yusuke daisuke nguyen linh thuy minh
  thanh phuong budi siti agus dewi rizky putri somchai kittisak niran jorge luis ximena guadalupe itzel thiago joao gabriela mateus rafaela beatriz bruna caio leticia torsten jorn ragnhild sigrid
  oyvind kjell siv rune mats gunnar pekka jukka mikko tuomas riikka sanna anneli joost maarten sjoerd femke saskia wouter bram thijs femi pierre jacques francois mathieu guillaume celine aurelie
`
const GIVEN = set(GIVEN_NAMES_A, GIVEN_NAMES_K, MORE_NAMES)

/** Words of the trade and short forms that no dictionary of everyday words holds; a contraction counts without its apostrophe too. */
const TRADE = withoutMarks(`
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
  hq yo sup ugh argh yay woo hmm meh lol omg phew fax faxed faxing semi bi im'd ping'd wechat'd linkedin'd zoom'd slack'd voicemailed mid backup setup cleanup lineup pickup startup takeoff layout checkout payout payroll signoff buyin writeup mockup f2f vc ooo swatch swatches pto eta etd expo tradeshow todo prep prepped prepping pic pics inbound outbound swung popped revisit cutover switchover handover rollout datasheet datasheets biweekly
  dm'd dmed dming msgd msg'd lvmed vm'd vmed texted rebook rebooked rebooking retry retried retrying redial redialed redialled recapped biz intro'd cc'd bcc'd fwd fwd'd qbr qbrs bday xmas atm afaik imo lmk
  t&cs tcs nps usps ups fedex dhl gps pto kpi kpis okr okrs poa eob bom moq lbs kgs oz pcs qty est approx incl excl misc temp perm asst cust acct accts biz info infos
  should shouldn't wouldn't mustn't needn't haven't hadn't weren't aren't ain't y'all gonna wanna gotta kinda sorta lemme that's there's what's who's let's here's i'd we'd he'd she'd they'd you'd
  you're you'll you've we've they've i've ahold onboarded onboards upsold upselling rescheduling standup standups workshop workshops webinar wifi app apps website signup
  timeline roadmap churn discount discounts budget budgets shipment restock reorder reorders refund warehouse sample samples brochure catalog catalogue swag proforma proformas pro-forma inv invs autoreply autoreplies
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

/** Everyday words that are family names too, where they end a name: `tom baker`, but not `tom long overdue`. */
const SURNAMES = set(`
  abbott archer baker banks barber bell bishop black blunt bond booth bowman brewer bridges brook brooks brown bush butcher butler carpenter carter castle chambers chandler church clay cole
  collier cook cooper cox crane cross day dean drake draper dyer farmer field fields finch fisher fletcher flint flowers forest foster fowler fox freeman frost gardener gardner glover gold
  goldsmith grant gray green grey hall harper hawk hawkins hayes head heath hill holland holmes hood hope hunt hunter irons ivory judge king knight lake lamb lane law little lock long love
  marsh marshall mason miller mills monk moon moore moss north page palmer park parker parks parrish pearl perry piper pitt pool pope porter potter pound powers price proctor pruitt reed reeves
  rice rich rivers rose rush sadler sage sailor sawyer sharp shaw shepherd shields silver singer skinner slater smith snow sparrow spencer steel steele stern steward stone storm summers swan
  swift tanner taylor thatcher turner tyler underwood wade wagner walker wall ward warren waters watts weaver weeks wells west wheeler white wilder winter winters wise wolf wood woods wright young
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

/** Endings and beginnings that make one English word of another. */
const FORMS: [RegExp, string][] = [
  [/(?:'s|s'|s)$/, ''],
  [/ies$/, 'y'],
  [/es$/, ''],
  [/(.)\1(?:ed|ing|er|est|y|able)$/, '$1'],
  [/i(?:ed|er|est|ly|ness|able)$/, 'y'],
  [
    /(?:ed|ing|er|or|ar|est|ly|ment|ness|able|y|ish|al|ful|less|ous|ity|ship|ism|ist|ion|ation|ive|ic|en|ance|ence|ally|age|ward)$/,
    '',
  ],
  [/(?:ed|ing|er|est|able|y|al|ous|ity|ion|ation|ive|or|ism|ist|ic|ly|ence|ance|age)$/, 'e'],
  [/^(?:un|re|dis|in|im|over|under|out|non|pre|mis|sub|inter|super|up|down|fore|on|off|back|anti|multi)(?=.{3})/, ''],
]

const LONGEST_WORD = 24

/** A word of English, everyday or not: in lower case it is no unknown customer's name. */
export function isEnglish(word: string, depth = 2): boolean {
  if (isOrdinary(word) || RARER.has(word)) return true
  return (
    depth > 0 &&
    word.length <= LONGEST_WORD &&
    FORMS.some(([form, stem]) => form.test(word) && isEnglish(word.replace(form, stem), depth - 1))
  )
}
export const isSurnameWord = (word: string): boolean => SURNAMES.has(word)
export const isTrade = (word: string): boolean => TRADE.has(word)
export const isIndustry = (word: string): boolean => INDUSTRY.has(word)
export const isGivenName = (word: string): boolean => GIVEN.has(word)
