-- Words of notes: English by their stems, Chinese by each two characters that stand together (and each alone, for what is one character long).
CREATE FUNCTION note_words(note TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN note ~ '[々〇㐀-鿿豈-﫿𠀀-𲎯]' THEN
        to_tsvector('english', regexp_replace(left(note, 100000), '[々〇㐀-鿿豈-﫿𠀀-𲎯]+', ' ', 'g')) || coalesce((
            SELECT array_to_tsvector(array_agg(DISTINCT substr(run[1], at, 2)))
            FROM regexp_matches(left(note, 100000), '[々〇㐀-鿿豈-﫿𠀀-𲎯]+', 'g') AS run, generate_series(1, length(run[1])) AS at), ''::tsvector)
    ELSE to_tsvector('english', left(note, 100000)) END
$$;

-- The index that it takes the place of is three times as large, finds no single Chinese character, and would be made anew by the next statement.
DROP INDEX "activities_note_trgm";
ALTER TABLE "activities" ADD COLUMN "words" TSVECTOR GENERATED ALWAYS AS (note_words("note")) STORED;
-- A long pending list would be read through by each search.
CREATE INDEX "activities_words" ON "activities" USING GIN ("workspaceId" uuid_ops, "words") WITH (gin_pending_list_limit = 256);
-- A word that stands in every other note is found by walking from the newest.
CREATE INDEX "activities_newest" ON "activities" ("workspaceId", "occurredAt" DESC, "id" DESC);

-- Addresses and numbers by a part: letters in lower case, digits alone.
CREATE FUNCTION reach_text(emails TEXT[], phones TEXT[]) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(array_to_string(emails, ' ')) || ' ' || coalesce((SELECT string_agg(regexp_replace(phone, '\D', '', 'g'), ' ') FROM unnest(phones) AS phone), '')
$$;
CREATE INDEX "companies_reach" ON "companies" USING GIN ("workspaceId" uuid_ops, reach_text("emails", "phones") gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "contacts_reach" ON "contacts" USING GIN ("workspaceId" uuid_ops, reach_text("emails", "phones") gin_trgm_ops) WITH (fastupdate = off);

CREATE INDEX "contacts_workspaceId_ownerId_idx" ON "contacts" ("workspaceId", "ownerId");

-- When somebody was in touch with a customer last: what is asked of all of them at once, and sorted by. A note is no contact, and what is private tells nobody.
CREATE TABLE "last_contacts" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "last_contacts_pkey" PRIMARY KEY ("workspaceId","kind","id")
);
CREATE INDEX "last_contacts_workspaceId_kind_at_idx" ON "last_contacts" ("workspaceId", "kind", "at");

CREATE FUNCTION last_contact_of(workspace UUID, which TEXT, customer UUID) RETURNS TIMESTAMPTZ LANGUAGE sql STABLE AS $$
    SELECT greatest(
        (SELECT a."occurredAt" FROM "activities" a WHERE a."workspaceId" = workspace AND which = 'contact' AND a."contactId" = customer
            AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private" ORDER BY a."occurredAt" DESC LIMIT 1),
        (SELECT a."occurredAt" FROM "activities" a WHERE a."workspaceId" = workspace AND which = 'company' AND a."companyId" = customer
            AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private" ORDER BY a."occurredAt" DESC LIMIT 1),
        (SELECT max(a."occurredAt") FROM "activities" a WHERE a."workspaceId" = workspace AND a."otherContactIds" <> '{}'
            AND a."otherContactIds" && CASE which WHEN 'contact' THEN ARRAY[customer]
                ELSE ARRAY(SELECT p."id" FROM "contacts" p WHERE p."workspaceId" = workspace AND p."companyId" = customer) END
            AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private"))
$$;

-- Looks again at customers of whom something was changed or taken away. They are locked first: what another adds in the meantime is seen.
CREATE FUNCTION look_again(workspaces UUID[], kinds TEXT[], customers UUID[]) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "last_contacts" l JOIN unnest(workspaces, kinds, customers) AS c(workspace, kind, id)
        ON l."workspaceId" = c.workspace AND l."kind" = c.kind AND l."id" = c.id ORDER BY l."workspaceId", l."kind", l."id" FOR UPDATE OF l;
    DELETE FROM "last_contacts" l USING unnest(workspaces, kinds, customers) AS c(workspace, kind, id)
        WHERE l."workspaceId" = c.workspace AND l."kind" = c.kind AND l."id" = c.id AND last_contact_of(c.workspace, c.kind, c.id) IS NULL;
    INSERT INTO "last_contacts" ("workspaceId", "kind", "id", "at")
        SELECT workspace, kind, id, at FROM (SELECT DISTINCT * FROM unnest(workspaces, kinds, customers) AS c(workspace, kind, id)) c,
            LATERAL (SELECT last_contact_of(c.workspace, c.kind, c.id) AS at) found WHERE at IS NOT NULL ORDER BY workspace, kind, id
        ON CONFLICT ("workspaceId", "kind", "id") DO UPDATE SET "at" = EXCLUDED."at" WHERE "last_contacts"."at" <> EXCLUDED."at";
END $$;

-- Kept by the database itself, a statement at a time and in one order, so that two who log with the same customers do not wait for each other in a circle.
CREATE FUNCTION add_last_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "last_contacts" ("workspaceId", "kind", "id", "at")
        SELECT "workspaceId", kind, id, max("occurredAt") FROM (
            SELECT a."workspaceId", 'company' AS kind, a."companyId" AS id, a."occurredAt" FROM added a
                WHERE a."companyId" IS NOT NULL AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private"
            UNION ALL SELECT a."workspaceId", 'contact', a."contactId", a."occurredAt" FROM added a
                WHERE a."contactId" IS NOT NULL AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private"
            UNION ALL SELECT a."workspaceId", o.kind, o.id, a."occurredAt" FROM added a, LATERAL (
                SELECT 'contact' AS kind, other AS id FROM unnest(a."otherContactIds") AS other
                UNION ALL SELECT 'company', p."companyId" FROM "contacts" p
                    WHERE p."workspaceId" = a."workspaceId" AND p."id" = ANY (a."otherContactIds") AND p."companyId" IS NOT NULL) o
                WHERE a."otherContactIds" <> '{}' AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private") told
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT ("workspaceId", "kind", "id") DO UPDATE SET "at" = EXCLUDED."at" WHERE "last_contacts"."at" < EXCLUDED."at";
    RETURN NULL;
END $$;
CREATE TRIGGER "activities_last_contact_added" AFTER INSERT ON "activities" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_last_contacts();

CREATE FUNCTION change_last_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    workspaces UUID[]; kinds TEXT[]; customers UUID[];
BEGIN
    -- One road for both: which rows moved is told by what they were and what they are.
    IF TG_OP = 'UPDATE' THEN
        SELECT array_agg("workspaceId"), array_agg(kind), array_agg(id) INTO workspaces, kinds, customers FROM (
            SELECT DISTINCT r."workspaceId", c.kind, c.id FROM was w JOIN became b ON b."workspaceId" = w."workspaceId" AND b."id" = w."id"
                CROSS JOIN LATERAL (VALUES (w."workspaceId", w."companyId", w."contactId", w."otherContactIds"), (b."workspaceId", b."companyId", b."contactId", b."otherContactIds"))
                    AS r("workspaceId", "companyId", "contactId", "otherContactIds")
                CROSS JOIN LATERAL (SELECT 'company' AS kind, r."companyId" AS id UNION SELECT 'contact', r."contactId" UNION SELECT 'contact', unnest(r."otherContactIds")
                    UNION SELECT 'company', p."companyId" FROM "contacts" p WHERE p."workspaceId" = r."workspaceId" AND p."id" = ANY (r."otherContactIds")) c
            WHERE c.id IS NOT NULL AND (w."companyId", w."contactId", w."otherContactIds", w."kind" = 'note', w."occurredAt", w."archivedAt" IS NULL, w."private")
                IS DISTINCT FROM (b."companyId", b."contactId", b."otherContactIds", b."kind" = 'note', b."occurredAt", b."archivedAt" IS NULL, b."private")) moved;
    ELSE
        SELECT array_agg("workspaceId"), array_agg(kind), array_agg(id) INTO workspaces, kinds, customers FROM (
            SELECT DISTINCT r."workspaceId", c.kind, c.id FROM was r
                CROSS JOIN LATERAL (SELECT 'company' AS kind, r."companyId" AS id UNION SELECT 'contact', r."contactId" UNION SELECT 'contact', unnest(r."otherContactIds")
                    UNION SELECT 'company', p."companyId" FROM "contacts" p WHERE p."workspaceId" = r."workspaceId" AND p."id" = ANY (r."otherContactIds")) c
            WHERE c.id IS NOT NULL) moved;
    END IF;
    IF customers IS NOT NULL THEN
        PERFORM look_again(workspaces, kinds, customers);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "activities_last_contact_changed" AFTER UPDATE ON "activities" REFERENCING OLD TABLE AS was NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION change_last_contacts();
CREATE TRIGGER "activities_last_contact_gone" AFTER DELETE ON "activities" REFERENCING OLD TABLE AS was
    FOR EACH STATEMENT EXECUTE FUNCTION change_last_contacts();

-- Whoever goes to another company takes along where they were one of several.
CREATE FUNCTION move_last_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM "activities" a WHERE a."workspaceId" = NEW."workspaceId" AND a."otherContactIds" <> '{}' AND a."otherContactIds" && ARRAY[NEW."id"]) THEN
        PERFORM look_again(array_agg(NEW."workspaceId"), array_agg('company'), array_agg(id)) FROM unnest(ARRAY[OLD."companyId", NEW."companyId"]) AS id WHERE id IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "contacts_last_contact" AFTER UPDATE OF "companyId" ON "contacts" FOR EACH ROW
    WHEN (OLD."companyId" IS DISTINCT FROM NEW."companyId") EXECUTE FUNCTION move_last_contacts();

INSERT INTO "last_contacts" ("workspaceId", "kind", "id", "at")
    SELECT "workspaceId", kind, id, max("occurredAt") FROM (
        SELECT a."workspaceId", c.kind, c.id, a."occurredAt" FROM "activities" a
            CROSS JOIN LATERAL (SELECT 'company' AS kind, a."companyId" AS id UNION ALL SELECT 'contact', a."contactId" UNION ALL SELECT 'contact', unnest(a."otherContactIds")) c
            WHERE c.id IS NOT NULL AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private"
        UNION ALL SELECT a."workspaceId", 'company', p."companyId", a."occurredAt" FROM "activities" a
            JOIN "contacts" p ON p."workspaceId" = a."workspaceId" AND p."id" = ANY (a."otherContactIds") AND p."companyId" IS NOT NULL
            WHERE a."otherContactIds" <> '{}' AND a."kind" <> 'note' AND a."archivedAt" IS NULL AND NOT a."private") told
    GROUP BY 1, 2, 3;

-- Filters that were given a name, by somebody for themselves or for everybody.
CREATE TABLE "segments" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "segments_pkey" PRIMARY KEY ("workspaceId","id")
);

-- Who is in a segment that is kept in touch with, as of the last look.
CREATE TABLE "segment_members" (
    "workspaceId" UUID NOT NULL,
    "cadenceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "segment_members_pkey" PRIMARY KEY ("workspaceId","kind","id","cadenceId")
);
CREATE INDEX "segment_members_workspaceId_cadenceId_idx" ON "segment_members" ("workspaceId", "cadenceId");
