-- A row pays for each of its hundred parts by itself where a GIN index keeps no list of what waits: half of what an import cost the database. A list of 64 kB, the
-- least there is, is read through by a look in some tenths of a millisecond, and is put in sorted, dozens of rows at once. Names by their words (name_tokens), which each
-- line asks for, and addresses and numbers, which an import asks for, keep none.
ALTER INDEX "companies_search_name_trgm" SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX "companies_reach" SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX "companies_words" SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX "contacts_search_name_trgm" SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX "contacts_reach" SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX "contacts_words" SET (fastupdate = on, gin_pending_list_limit = 64);
-- These kept 4 MB, read through by each look.
ALTER INDEX "companies_domains_idx" SET (gin_pending_list_limit = 64);
ALTER INDEX "companies_tags" SET (gin_pending_list_limit = 64);
ALTER INDEX "contacts_tags" SET (gin_pending_list_limit = 64);
ALTER INDEX "deals_search_name_trgm" SET (gin_pending_list_limit = 64);
ALTER INDEX "deals_name_tokens" SET (gin_pending_list_limit = 64);
ALTER INDEX "deals_tags" SET (gin_pending_list_limit = 64);
