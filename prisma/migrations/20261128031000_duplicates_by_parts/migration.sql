-- A mistyped word of a company's name is found by what it begins or ends with, by the letters whatever the server's language.
CREATE INDEX "name_words_fore" ON "name_words" ("workspaceId", "word" text_pattern_ops) INCLUDE ("id") WHERE "kind" = 'company';
CREATE INDEX "name_words_back" ON "name_words" ("workspaceId", reverse("word") text_pattern_ops) INCLUDE ("word", "id") WHERE "kind" = 'company';

-- Records that lead to another: hardly any, where a workspace merges at all.
CREATE INDEX "companies_merged" ON "companies" ("workspaceId", "id") WHERE "mergedIntoId" IS NOT NULL;

-- A person who is written at a company at the moment in which that is merged is led on, once the reference's own check has waited for the merge: by
-- the statement, not by the row. Of a workspace that merged nothing it asks one index.
DROP TRIGGER "contacts_follow_merges" ON "contacts";
CREATE FUNCTION follow_merged_companies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM "companies" c WHERE c."mergedIntoId" IS NOT NULL AND c."workspaceId" IN (SELECT DISTINCT a."workspaceId" FROM added a)) THEN
        UPDATE "contacts" x SET "companyId" = merged_company(x."workspaceId", x."companyId")
            FROM added a JOIN "companies" c ON c."workspaceId" = a."workspaceId" AND c."id" = a."companyId"
            WHERE c."mergedIntoId" IS NOT NULL AND x."workspaceId" = a."workspaceId" AND x."id" = a."id";
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "contacts_follow_merges" AFTER INSERT ON "contacts"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION follow_merged_companies();
