-- Whoever asks for a record that was merged into another is led there.
ALTER TABLE "companies" ADD COLUMN "mergedIntoId" UUID;
ALTER TABLE "contacts" ADD COLUMN "mergedIntoId" UUID;
ALTER TABLE "contacts" ADD COLUMN "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "duplicate_pairs" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,

    CONSTRAINT "duplicate_pairs_pkey" PRIMARY KEY ("workspaceId","kind","oneId","otherId")
);

-- CreateTable
CREATE TABLE "duplicate_marks" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "recordId" UUID NOT NULL,

    CONSTRAINT "duplicate_marks_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "distinctions" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "facts" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "distinctions_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "duplicate_pairs_workspaceId_score_oneId_otherId_idx" ON "duplicate_pairs"("workspaceId", "score" DESC, "oneId", "otherId");

-- CreateIndex
CREATE INDEX "duplicate_pairs_workspaceId_otherId_idx" ON "duplicate_pairs"("workspaceId", "otherId");

-- CreateIndex
CREATE INDEX "distinctions_workspaceId_oneId_otherId_idx" ON "distinctions"("workspaceId", "oneId", "otherId");

-- What is new, or changed in what it is compared by, is marked by the database itself, so that no road (a form, an import, an undo) can forget it.
-- By the statement, not by the row: an import writes hundreds with one. A mark is only ever added: nobody waits for whoever works them off.
CREATE FUNCTION mark_new_duplicates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "duplicate_marks" ("workspaceId", "kind", "recordId")
        SELECT "workspaceId", TG_ARGV[0], "id" FROM added WHERE "archivedAt" IS NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION mark_changed_companies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "duplicate_marks" ("workspaceId", "kind", "recordId")
        SELECT n."workspaceId", 'company', n."id" FROM changed n JOIN stood o ON o."workspaceId" = n."workspaceId" AND o."id" = n."id"
        WHERE (n."searchName", n."aliases", n."domains", n."emails", n."phones", n."city", n."country", n."parentId", n."source", n."externalId", n."archivedAt")
            IS DISTINCT FROM (o."searchName", o."aliases", o."domains", o."emails", o."phones", o."city", o."country", o."parentId", o."source", o."externalId", o."archivedAt");
    RETURN NULL;
END $$;

CREATE FUNCTION mark_changed_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "duplicate_marks" ("workspaceId", "kind", "recordId")
        SELECT n."workspaceId", 'contact', n."id" FROM changed n JOIN stood o ON o."workspaceId" = n."workspaceId" AND o."id" = n."id"
        WHERE (n."searchName", n."aliases", n."companyId", n."emails", n."phones", n."source", n."externalId", n."archivedAt")
            IS DISTINCT FROM (o."searchName", o."aliases", o."companyId", o."emails", o."phones", o."source", o."externalId", o."archivedAt");
    RETURN NULL;
END $$;

CREATE TRIGGER "companies_duplicates_new" AFTER INSERT ON "companies"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_new_duplicates('company');
CREATE TRIGGER "contacts_duplicates_new" AFTER INSERT ON "contacts"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_new_duplicates('contact');
CREATE TRIGGER "companies_duplicates_changed" AFTER UPDATE ON "companies"
    REFERENCING OLD TABLE AS stood NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_companies();
CREATE TRIGGER "contacts_duplicates_changed" AFTER UPDATE ON "contacts"
    REFERENCING OLD TABLE AS stood NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_contacts();

INSERT INTO "duplicate_marks" ("workspaceId", "kind", "recordId")
    SELECT "workspaceId", 'company', "id" FROM "companies" WHERE "archivedAt" IS NULL
    UNION ALL SELECT "workspaceId", 'contact', "id" FROM "contacts" WHERE "archivedAt" IS NULL;

-- What is written for a record at the moment in which it is merged goes where all of it went. The lock waits for a merge under way, as the
-- reference's own check would a moment later; it is the same lock, taken once.
CREATE FUNCTION merged_company(workspace UUID, company UUID) RETURNS UUID LANGUAGE plpgsql AS $$
DECLARE into_id UUID;
BEGIN
    FOR depth IN 1..50 LOOP
        SELECT "mergedIntoId" INTO into_id FROM "companies" WHERE "workspaceId" = workspace AND "id" = company FOR KEY SHARE;
        EXIT WHEN into_id IS NULL;
        company := into_id;
    END LOOP;
    RETURN company;
END $$;

CREATE FUNCTION merged_contact(workspace UUID, contact UUID) RETURNS UUID LANGUAGE plpgsql AS $$
DECLARE into_id UUID;
BEGIN
    FOR depth IN 1..50 LOOP
        SELECT "mergedIntoId" INTO into_id FROM "contacts" WHERE "workspaceId" = workspace AND "id" = contact FOR KEY SHARE;
        EXIT WHEN into_id IS NULL;
        contact := into_id;
    END LOOP;
    RETURN contact;
END $$;

CREATE FUNCTION follow_merges() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."companyId" IS NOT NULL THEN NEW."companyId" := merged_company(NEW."workspaceId", NEW."companyId"); END IF;
    IF NEW."contactId" IS NOT NULL THEN NEW."contactId" := merged_contact(NEW."workspaceId", NEW."contactId"); END IF;
    -- Nested, because a task has no such column.
    IF TG_TABLE_NAME = 'activities' THEN
        IF NEW."otherContactIds" <> '{}' THEN
            NEW."otherContactIds" := ARRAY(SELECT f.id FROM (SELECT DISTINCT ON (m.id) m.id, o.at
                FROM unnest(NEW."otherContactIds") WITH ORDINALITY o(id, at), merged_contact(NEW."workspaceId", o.id) m(id)
                WHERE m.id IS DISTINCT FROM NEW."contactId" ORDER BY m.id, o.at) f ORDER BY f.at);
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION follow_merged_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."companyId" IS NOT NULL THEN NEW."companyId" := merged_company(NEW."workspaceId", NEW."companyId"); END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "activities_follow_merges" BEFORE INSERT ON "activities" FOR EACH ROW EXECUTE FUNCTION follow_merges();
CREATE TRIGGER "tasks_follow_merges" BEFORE INSERT ON "tasks" FOR EACH ROW EXECUTE FUNCTION follow_merges();
CREATE TRIGGER "contacts_follow_merges" BEFORE INSERT ON "contacts" FOR EACH ROW EXECUTE FUNCTION follow_merged_company();
-- A merge itself moves rows by the set and says so; whatever else gives a row another customer is led on like a new one.
CREATE TRIGGER "activities_follow_merges_later" BEFORE UPDATE OF "companyId", "contactId", "otherContactIds" ON "activities" FOR EACH ROW
    WHEN (current_setting('rapport.merging', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION follow_merges();
CREATE TRIGGER "tasks_follow_merges_later" BEFORE UPDATE OF "companyId", "contactId" ON "tasks" FOR EACH ROW
    WHEN (current_setting('rapport.merging', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION follow_merges();
CREATE TRIGGER "contacts_follow_merges_later" BEFORE UPDATE OF "companyId" ON "contacts" FOR EACH ROW
    WHEN (current_setting('rapport.merging', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION follow_merged_company();
