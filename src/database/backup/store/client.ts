import type { S3Client } from '@aws-sdk/client-s3'
import { storeFault } from './faults.ts'
import type { StoreSettings } from './settings.ts'

type Sdk = typeof import('@aws-sdk/client-s3')

/** The client of AWS, as every S3-compatible store understands it. Its errors are in words of ours. */
export interface Client {
  sdk: Sdk
  send: S3Client['send']
  /** By how much the clock of this machine is off, as far as the store's answers told, in milliseconds; to a second or so. */
  skew: () => number
  close: () => void
}

/** A try that fails in passing (a busy store, a connection that was cut) is made so often, a little later each time. */
const TRIES = 5

/** It takes a third of a second to load: only those who use it wait for it. */
export async function clientOf(settings: StoreSettings): Promise<Client> {
  // It would tell whoever types a command that a later version of it needs a later Node.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const sdk = await import('@aws-sdk/client-s3')
  const { endpoint, region, key, pathStyle } = settings
  const client = new sdk.S3Client({
    region,
    endpoint,
    forcePathStyle: pathStyle,
    ...(key && { credentials: { accessKeyId: key.id, secretAccessKey: key.secret } }),
    maxAttempts: TRIES,
    // The newer ones that AWS has made its default are refused by many others. What we send is bytes in memory, whose SHA-256 is in the signature: the store checks that.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000 },
  })
  const send = (async (...asked: Parameters<S3Client['send']>) => {
    try {
      return await client.send(...asked)
    } catch (error) {
      throw storeFault(error, settings)
    }
  }) as S3Client['send']
  return { sdk, send, skew: () => client.config.systemClockOffset, close: () => client.destroy() }
}
