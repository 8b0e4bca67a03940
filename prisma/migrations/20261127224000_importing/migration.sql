-- An import looks up a thousand addresses and numbers at a time. What waits in the list of a GIN index is read through for each of them: these four keep none.
ALTER INDEX "companies_emails_idx" SET (fastupdate = off);
ALTER INDEX "companies_phones_idx" SET (fastupdate = off);
ALTER INDEX "contacts_emails_idx" SET (fastupdate = off);
ALTER INDEX "contacts_phones_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('"companies_emails_idx"'), gin_clean_pending_list('"companies_phones_idx"'),
    gin_clean_pending_list('"contacts_emails_idx"'), gin_clean_pending_list('"contacts_phones_idx"');

-- The words of a thousand new names are written by one statement, not by a thousand.
CREATE FUNCTION add_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "name_words" ("workspaceId", "word", "kind", "length", "id")
        SELECT n."workspaceId", word, TG_ARGV[0], length(n."searchName"), n."id" FROM added n, unnest(n."nameTokens") AS word
        WHERE n."archivedAt" IS NULL ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

DROP TRIGGER "companies_name_words" ON "companies";
DROP TRIGGER "contacts_name_words" ON "contacts";
CREATE TRIGGER "companies_name_words" AFTER DELETE OR UPDATE OF "workspaceId", "id", "nameTokens", "searchName", "archivedAt" ON "companies"
    FOR EACH ROW EXECUTE FUNCTION keep_name_words('company');
CREATE TRIGGER "contacts_name_words" AFTER DELETE OR UPDATE OF "workspaceId", "id", "nameTokens", "searchName", "archivedAt" ON "contacts"
    FOR EACH ROW EXECUTE FUNCTION keep_name_words('contact');
CREATE TRIGGER "companies_new_name_words" AFTER INSERT ON "companies" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_name_words('company');
CREATE TRIGGER "contacts_new_name_words" AFTER INSERT ON "contacts" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_name_words('contact');
