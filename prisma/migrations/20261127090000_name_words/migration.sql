-- The words of all names that can be found, shortest name first: of a first name that thousands carry, thirty are read, not thousands.
CREATE TABLE "name_words" (
    "workspaceId" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "name_words_pkey" PRIMARY KEY ("workspaceId","word","kind","length","id")
);

-- Kept by the database itself, so that no road a name can take (a form, an import, an undo) can forget it. The kind is the trigger's argument.
CREATE FUNCTION keep_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM "name_words" WHERE "workspaceId" = OLD."workspaceId" AND "word" = ANY (OLD."nameTokens")
            AND "kind" = TG_ARGV[0] AND "length" = length(OLD."searchName") AND "id" = OLD."id";
    END IF;
    IF TG_OP <> 'DELETE' AND NEW."archivedAt" IS NULL THEN
        INSERT INTO "name_words" ("workspaceId", "word", "kind", "length", "id")
            SELECT NEW."workspaceId", word, TG_ARGV[0], length(NEW."searchName"), NEW."id" FROM unnest(NEW."nameTokens") AS word
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "companies_name_words" AFTER INSERT OR DELETE OR UPDATE OF "workspaceId", "id", "nameTokens", "searchName", "archivedAt" ON "companies"
    FOR EACH ROW EXECUTE FUNCTION keep_name_words('company');
CREATE TRIGGER "contacts_name_words" AFTER INSERT OR DELETE OR UPDATE OF "workspaceId", "id", "nameTokens", "searchName", "archivedAt" ON "contacts"
    FOR EACH ROW EXECUTE FUNCTION keep_name_words('contact');

INSERT INTO "name_words" ("workspaceId", "word", "kind", "length", "id")
    SELECT "workspaceId", unnest("nameTokens"), 'company', length("searchName"), "id" FROM "companies" WHERE "archivedAt" IS NULL
    UNION SELECT "workspaceId", unnest("nameTokens"), 'contact', length("searchName"), "id" FROM "contacts" WHERE "archivedAt" IS NULL;
