-- Words inside notes: what `find` looks for.
CREATE INDEX "activities_note_trgm" ON "activities" USING GIN ("note" gin_trgm_ops);

-- A pending list would have to be read through by every single lookup until the next vacuum; names are written seldom and looked up with every line.
ALTER INDEX "companies_nameTokens_idx" SET (fastupdate = off);
ALTER INDEX "contacts_nameTokens_idx" SET (fastupdate = off);
ALTER INDEX "companies_search_name_trgm" SET (fastupdate = off);
ALTER INDEX "contacts_search_name_trgm" SET (fastupdate = off);
