import { codeOf, messageOf } from '../../errors.ts'
import { BackupError, type BackupFault } from '../faults.ts'
import type { StoreSettings } from './settings.ts'

type Advice = readonly [fault: BackupFault, says: string, next: string]

const KEY: Advice = ['refused', 'does not know the key', 'Check BACKUP_S3_KEY and BACKUP_S3_ENDPOINT.']
const OLD: Advice = ['refused', 'says that the key has run out', 'Set BACKUP_S3_KEY and BACKUP_S3_SECRET to one that is good.']
const NONE: Advice = ['refused', 'was not asked, as there is no key', 'Set BACKUP_S3_KEY and BACKUP_S3_SECRET.']
const DENIED: Advice = [
  'refused',
  'lets the key not do that',
  'Give it the right to list the bucket, and to put, get and delete what is in it (docs/backup.md has the policy).',
]
const REGION: Advice = ['bucket', 'has that bucket in another region', 'Set BACKUP_S3_REGION to the one of the bucket.']
const CLOCK: Advice = ['clock', 'says that the clock of this machine is wrong', 'Set it, best by NTP.']
const FULL: Advice = ['full', 'has no room left', 'Free some there, or raise the quota.']

/** By the code that S3 gives, or its imitators. */
const ANSWERS: Readonly<Record<string, Advice>> = {
  InvalidAccessKeyId: KEY,
  UnrecognizedClientException: KEY,
  SignatureDoesNotMatch: ['refused', 'says that the secret does not fit the key', 'Check BACKUP_S3_SECRET.'],
  ExpiredToken: OLD,
  InvalidToken: OLD,
  CredentialsProviderError: NONE,
  AccessDenied: DENIED,
  Forbidden: DENIED,
  403: DENIED,
  AllAccessDisabled: DENIED,
  NoSuchBucket: ['bucket', 'has no such bucket', 'Make it, or check BACKUP_S3.'],
  NoSuchKey: ['unreadable', 'has nothing under that name', 'What there is, lists: rapport backups'],
  PermanentRedirect: REGION,
  AuthorizationHeaderMalformed: REGION,
  301: REGION,
  RequestTimeTooSkewed: CLOCK,
  RequestExpired: CLOCK,
  QuotaExceeded: FULL,
  XMinioStorageFull: FULL,
  507: FULL,
}

const AWAY =
  /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_)|ENOTFOUND$|UND_ERR)|^(Timeout|RequestTimeout|SlowDown|InternalError|ServiceUnavailable|NetworkingError)/

interface Answer {
  name?: string
  Code?: string
  $metadata?: { httpStatusCode?: number }
}

/** What the store, or the way to it, said, in words for whoever runs the bot; anything else is left as it is. */
export function storeFault(error: unknown, { bucket, endpoint, region }: StoreSettings): unknown {
  if (error instanceof BackupError || !(error instanceof Error) || error.name === 'AbortError') return error
  const { name = '', Code = name, $metadata } = error as Answer
  const status = $metadata?.httpStatusCode
  const host = endpoint ?? `AWS, ${region}`
  const known = ANSWERS[Code] ?? ANSWERS[name] ?? ANSWERS[String(status)]
  const because = `${messageOf(error)}`
  if (known) {
    const [fault, says, next] = known
    return new BackupError(
      fault,
      `The store of the backups, the bucket ${bucket} at ${host}, ${says} (${because}). ${next}`,
      error,
    )
  }
  if (AWAY.test(codeOf(error) ?? '') || AWAY.test(Code) || (status ?? 0) >= 500 || /socket hang up|aborted/.test(because))
    return new BackupError(
      'away',
      `The store of the backups at ${host} does not answer, or not in full (${because}). Check BACKUP_S3_ENDPOINT, and that this machine reaches it.`,
      error,
    )
  return new BackupError('failed', `The store of the backups at ${host} answered what was not expected (${because}).`, error)
}
