import type { Transaction } from './transaction.ts'

/**
 * The GIN indexes by parts and words of names, addresses and places. They keep no list of what waits, which each look would read through; so
 * a row pays for each of its hundred parts by itself. An import and its undo look by none of them.
 */
const INDEXES = ['name_tokens', 'search_name_trgm', 'reach', 'words'].flatMap((what) => [`companies_${what}`, `contacts_${what}`])

const eachIndex = (work: string) => `DO $$ DECLARE one TEXT; BEGIN
  FOR one IN SELECT c.oid::regclass::text FROM pg_class c
    WHERE c.oid IN (${INDEXES.map((name) => `to_regclass('${name}')`).join(', ')}) AND pg_has_role(c.relowner, 'USAGE') ORDER BY 1
  LOOP ${work} END LOOP; END $$`
const GATHER = eachIndex(`EXECUTE format('ALTER INDEX %s SET (fastupdate = on, gin_pending_list_limit = 262144)', one);`)
const PUT_IN = eachIndex(`PERFORM gin_clean_pending_list(one::regclass);
  EXECUTE format('ALTER INDEX %s SET (fastupdate = off)', one); EXECUTE format('ALTER INDEX %s RESET (gin_pending_list_limit)', one);`)

/**
 * Does what writes hundreds of companies and people, the beginning of its transaction: what goes into their large indexes is gathered, and put in at
 * the end, sorted, in a fraction of the time. Nobody else sees the setting, as it is undone before the commit, and with a rollback goes by itself; what such a
 * transaction leaves waiting is put in by the next one, or by autovacuum. Two of them follow each other. A user of the database who does
 * not own the indexes goes on without.
 */
export async function gathered<T>(db: Transaction, work: () => Promise<T>): Promise<T> {
  await db.$executeRawUnsafe(GATHER)
  const done = await work()
  await db.$executeRawUnsafe(PUT_IN)
  return done
}
