import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DatabaseError, migrate, verifyBackup } from '../../../src/database/index.ts'
import { type CreatedDatabase, emptyDatabase } from '../../support/database.ts'
import { quiet } from '../../support/quiet.ts'
import { commandLine, fileIn } from './command.ts'
import { everything, fill, on } from './filled.ts'

const { folder, rapport } = await commandLine()

async function withDatabases(count: number, work: (...databases: CreatedDatabase[]) => Promise<void>): Promise<void> {
  const databases = await Promise.all(Array.from({ length: count }, emptyDatabase))
  try {
    await work(...databases)
  } finally {
    for (const one of databases) await one.drop()
  }
}

const migrated = (url: string) => migrate({ connection: { connectionString: url }, log: quiet })

test('every row of every table comes back as it was, encrypted or not, with all that belongs to the tables', async () => {
  await withDatabases(3, async (acme, fresh, other) => {
    await migrated(acme.url)
    const tables = await fill(acme.url)
    const before = await everything(acme.url)
    expect(Object.values(before).every((rows) => rows.length > 20)).toBe(true)

    const plain = await rapport({ DATABASE_URL: acme.url }, 'backup')
    expect(plain.out).toContain('not encrypted\n  2026-11-27 13:01, 22 workspaces, 22 members, 22 companies')
    const file = fileIn(plain)
    expect(path.dirname(file)).toBe(path.join(folder, 'data', 'backups'))
    expect(await rapport({ DATABASE_URL: fresh.url }, 'restore', file)).toMatchObject({ err: '', code: undefined })
    expect(await everything(fresh.url)).toEqual(before)

    const locked = fileIn(await rapport({ DATABASE_URL: acme.url, BACKUP_PASSPHRASE: 'correct horse' }, 'backup', '--to', folder))
    expect(path.dirname(locked)).toBe(folder)
    expect((await readFile(locked)).includes('Acme')).toBe(false)
    const secret = { DATABASE_URL: other.url, BACKUP_PASSPHRASE: 'correct horse' }
    expect(await rapport(secret, 'restore', locked)).toMatchObject({ err: '', code: undefined })
    expect(await everything(other.url)).toEqual(before)

    const header = (await readFile(file, 'latin1')).split('\n\n')[0]!
    for (const table of tables) expect(header).toContain(`{"name":"${table}","rows":22,`)
  })
})

test('what is written while the backup is taken stays out of it, or is in it, as a whole', async () => {
  await withDatabases(2, async (acme, fresh) => {
    await migrated(acme.url)
    await fill(acme.url, 1, 5)
    let on_ = true
    let written = 1000
    const writing = on(acme.url, async (client) => {
      await client.query('SET session_replication_role = replica')
      while (on_) {
        const id = `00000000-0000-4000-9000-${String(written++).padStart(12, '0')}`
        await client.query('BEGIN')
        // In the order of the alphabet, and against it: a reader without a snapshot would see one of a pair.
        await client.query(`INSERT INTO workspaces (id, name, "timeZone", locale) VALUES ($1, 'Pair', 'UTC', 'en')`, [id])
        await client.query(
          `INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale) VALUES ($1, $1, 'Pair', 'rep', 'UTC', 'en')`,
          [id],
        )
        await client.query(
          `INSERT INTO companies ("workspaceId", id, name, "searchName", "updatedAt") VALUES ($1, $1, 'Pair', 'pair', now())`,
          [id],
        )
        await client.query('COMMIT')
      }
    })
    const said = await rapport({ DATABASE_URL: acme.url }, 'backup')
    on_ = false
    await writing
    await rapport({ DATABASE_URL: fresh.url }, 'restore', fileIn(said))
    await on(fresh.url, async (client) => {
      const { rows } = await client.query<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM workspaces) AS w, (SELECT count(*)::int FROM members) AS m, (SELECT count(*)::int FROM companies) AS c`,
      )
      const { w = 0, m, c } = rows[0]!
      expect([m, c]).toEqual([w, w])
      expect(w).toBeLessThan(5 + written - 1000)
    })
  })
})

test('a file that was cut or changed, and another passphrase, are told apart, and touch nothing', async () => {
  await withDatabases(2, async (acme, fresh) => {
    await migrated(acme.url)
    await fill(acme.url, 1, 5)
    const secret = { BACKUP_PASSPHRASE: 'correct horse' }
    for (const environment of [{}, secret]) {
      const file = fileIn(await rapport({ DATABASE_URL: acme.url, ...environment }, 'backup'))
      const whole = await readFile(file)
      const spoilt = path.join(folder, 'spoilt.backup')
      const restored = async (bytes: Buffer) => {
        await writeFile(spoilt, bytes)
        return (await rapport({ DATABASE_URL: fresh.url, ...environment }, 'restore', spoilt)).err
      }
      expect(await restored(whole.subarray(0, -1))).toContain('is not whole: its end is missing')
      expect(await restored(whole.subarray(0, 300))).toContain('is not whole: it ends within its header')
      expect(await restored(Buffer.from('PK'))).toContain('is no backup of Rapport')
      for (const at of [200, Math.floor(whole.length / 2)]) {
        const flipped = Buffer.from(whole)
        flipped[at]! ^= 1
        expect(await restored(flipped)).toMatch(/was changed/)
      }
      expect((await rapport({ DATABASE_URL: fresh.url }, 'verify', path.join(folder, 'none.backup'))).err).toContain(
        'cannot be read',
      )
    }
    const locked = fileIn(await rapport({ DATABASE_URL: acme.url, ...secret }, 'backup'))
    expect((await rapport({ DATABASE_URL: fresh.url }, 'restore', locked)).err).toContain('is encrypted. Set BACKUP_PASSPHRASE')
    expect((await rapport({ DATABASE_URL: fresh.url, BACKUP_PASSPHRASE: 'correct house' }, 'restore', locked)).err).toContain(
      'does not open',
    )
    await on(fresh.url, async (client) => {
      expect((await client.query("SELECT to_regclass('workspaces') AS none")).rows).toEqual([{ none: null }])
    })
  })
})

test('where no PostgreSQL can be run for a trial, a backup is read to its end, and that is said', async () => {
  await withDatabases(1, async (acme) => {
    await migrated(acme.url)
    await fill(acme.url, 1, 11)
    const file = fileIn(await rapport({ DATABASE_URL: acme.url }, 'backup'))
    const start = async () => {
      throw new DatabaseError('unsupported', 'There is no embedded PostgreSQL here.')
    }
    const { header, restored } = await verifyBackup({ file, log: quiet, start })
    expect([header.workspaces, restored]).toEqual([11, 'There is no embedded PostgreSQL here.'])
  })
})
