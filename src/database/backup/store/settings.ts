/** A bucket of an S3-compatible store: AWS S3, MinIO, Cloudflare R2, Backblaze B2, Ceph. */
export interface StoreSettings {
  bucket: string
  /** In front of every name; empty, or ending with a slash. */
  prefix: string
  /** Undefined: AWS's own, by the region. */
  endpoint?: string
  region: string
  /** Undefined: found where AWS's programs find one (environment, profile, the role of the machine). */
  key?: { id: string; secret: string }
  /** The bucket stands in the path of the address, not in the name of the host. */
  pathStyle: boolean
}

const ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])(?:\/(.*))?$/

export const isAddress = (text: string): boolean => text.startsWith('s3://')

/** What `s3://bucket/prefix` names; undefined when it is no such address. */
export function readAddress(text: string): { bucket: string; rest: string } | undefined {
  const [, bucket, rest = ''] = ADDRESS.exec(text) ?? []
  return bucket === undefined ? undefined : { bucket, rest }
}

/** A prefix as it stands in front of names: no slash before it, one behind it. */
export const asPrefix = (text: string): string => text.replace(/^\/+|\/+$/g, '').replace(/.$/, '$&/')
