-- Whose a name is stands beside its words, in their index: where thousands carry a name and one sees few of them, each is passed over without a look at its row.
ALTER TABLE "name_words" ADD COLUMN "ownerId" UUID;
UPDATE "name_words" n SET "ownerId" = x."ownerId" FROM "companies" x
    WHERE n."kind" = 'company' AND x."workspaceId" = n."workspaceId" AND x."id" = n."id" AND x."ownerId" IS NOT NULL;
UPDATE "name_words" n SET "ownerId" = x."ownerId" FROM "contacts" x
    WHERE n."kind" = 'contact' AND x."workspaceId" = n."workspaceId" AND x."id" = n."id" AND x."ownerId" IS NOT NULL;
CREATE UNIQUE INDEX "name_words_owned" ON "name_words" ("workspaceId", "word", "kind", "length", "id") INCLUDE ("ownerId");
ALTER TABLE "name_words" DROP CONSTRAINT "name_words_pkey";
ALTER TABLE "name_words" ADD CONSTRAINT "name_words_pkey" PRIMARY KEY USING INDEX "name_words_owned";

CREATE OR REPLACE FUNCTION keep_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM "name_words" WHERE "workspaceId" = OLD."workspaceId" AND "word" = ANY (OLD."nameTokens")
            AND "kind" = TG_ARGV[0] AND "length" = length(OLD."searchName") AND "id" = OLD."id";
    END IF;
    IF TG_OP <> 'DELETE' AND NEW."archivedAt" IS NULL THEN
        INSERT INTO "name_words" ("workspaceId", "word", "kind", "length", "id", "ownerId")
            SELECT NEW."workspaceId", word, TG_ARGV[0], length(NEW."searchName"), NEW."id", NEW."ownerId" FROM unnest(NEW."nameTokens") AS word
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION add_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "name_words" ("workspaceId", "word", "kind", "length", "id", "ownerId")
        SELECT n."workspaceId", word, TG_ARGV[0], length(n."searchName"), n."id", n."ownerId" FROM added n, unnest(n."nameTokens") AS word
        WHERE n."archivedAt" IS NULL ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION keep_name_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "name_words" SET "ownerId" = NEW."ownerId" WHERE "workspaceId" = NEW."workspaceId" AND "word" = ANY (NEW."nameTokens")
        AND "kind" = TG_ARGV[0] AND "length" = length(NEW."searchName") AND "id" = NEW."id";
    RETURN NULL;
END $$;

CREATE TRIGGER "companies_name_owner" AFTER UPDATE OF "ownerId" ON "companies"
    FOR EACH ROW WHEN (OLD."ownerId" IS DISTINCT FROM NEW."ownerId") EXECUTE FUNCTION keep_name_owner('company');
CREATE TRIGGER "contacts_name_owner" AFTER UPDATE OF "ownerId" ON "contacts"
    FOR EACH ROW WHEN (OLD."ownerId" IS DISTINCT FROM NEW."ownerId") EXECUTE FUNCTION keep_name_owner('contact');
