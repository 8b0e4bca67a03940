import type { Address } from './address.ts'

/** What is asked of the server beyond where it listens. */
export interface Tuning {
  /** Wait for the disk before a change counts as kept. Off only for tests. */
  fsync: boolean
  /** Connections at most. */
  connections: number
}

export const USUAL: Tuning = { fsync: true, connections: 50 }

/** PostgreSQL's settings, written anew at every start. A few tens of megabytes: the bot runs on small machines. */
export function settingsFor(address: Address, tuning: Tuning): string {
  const listen: Record<string, string> =
    address.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: address.folder, unix_socket_permissions: '0700' }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const settings: Record<string, string | number | boolean> = {
    ...listen,
    port: address.port,
    max_connections: tuning.connections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: tuning.fsync,
    synchronous_commit: tuning.fsync,
    full_page_writes: tuning.fsync,
    shared_buffers: '64MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    random_page_cost: 1.1,
    jit: false,
    // Parallel plans need /dev/shm, of which a container has little.
    max_parallel_workers_per_gather: 0,
    max_parallel_maintenance_workers: 0,
    // The log file says what the server did, not what customers' names are.
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: false,
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
    .join('')
}
