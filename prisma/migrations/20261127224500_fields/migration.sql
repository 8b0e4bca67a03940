-- What more is said of companies and people, fields that an admin defines, how people stand to each other, and files and links on a record.
-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "labels" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "lifecycleStage" TEXT,
ADD COLUMN     "leadSource" TEXT,
ADD COLUMN     "consent" TEXT,
ADD COLUMN     "consentAt" TIMESTAMPTZ(3),
ADD COLUMN     "consentHow" TEXT,
ADD COLUMN     "doNotContact" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "doNotContactSince" TIMESTAMPTZ(3),
ADD COLUMN     "doNotContactWhy" TEXT,
ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "address" TEXT,
ADD COLUMN     "city" TEXT,
ADD COLUMN     "country" TEXT,
ADD COLUMN     "website" TEXT,
ADD COLUMN     "birthday" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "labels" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "lifecycleStage" TEXT,
ADD COLUMN     "leadSource" TEXT,
ADD COLUMN     "consent" TEXT,
ADD COLUMN     "consentAt" TIMESTAMPTZ(3),
ADD COLUMN     "consentHow" TEXT,
ADD COLUMN     "doNotContact" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "doNotContactSince" TIMESTAMPTZ(3),
ADD COLUMN     "doNotContactWhy" TEXT,
ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "custom_fields" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "options" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT false,
    "byDefault" TEXT,
    "help" TEXT,
    "position" INTEGER NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "custom_values" (
    "workspaceId" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "fieldId" UUID NOT NULL,
    "text" TEXT,
    "number" DECIMAL(65,30),
    "date" DATE,

    CONSTRAINT "custom_values_pkey" PRIMARY KEY ("workspaceId","recordId","fieldId")
);

-- CreateTable
CREATE TABLE "relations" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "relations_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "companies_tags" ON "companies" USING GIN ("workspaceId" uuid_ops, "tags");

-- CreateIndex
CREATE INDEX "contacts_tags" ON "contacts" USING GIN ("workspaceId" uuid_ops, "tags");

-- Whose birthday a day is: few of many have one entered.
CREATE INDEX "contacts_birthdays" ON "contacts" ("workspaceId", right("birthday", 5)) WHERE "birthday" IS NOT NULL AND "archivedAt" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_key" ON "custom_fields"("workspaceId", "noun", "key") WHERE ("archivedAt" IS NULL);

-- CreateIndex
CREATE INDEX "custom_values_workspaceId_fieldId_text_idx" ON "custom_values"("workspaceId", "fieldId", "text");

-- CreateIndex
CREATE INDEX "custom_values_workspaceId_fieldId_number_idx" ON "custom_values"("workspaceId", "fieldId", "number");

-- CreateIndex
CREATE INDEX "custom_values_workspaceId_fieldId_date_idx" ON "custom_values"("workspaceId", "fieldId", "date");

-- CreateIndex
CREATE INDEX "relations_workspaceId_fromId_idx" ON "relations"("workspaceId", "fromId");

-- CreateIndex
CREATE INDEX "relations_workspaceId_toId_idx" ON "relations"("workspaceId", "toId");

-- CreateIndex
CREATE INDEX "attachments_workspaceId_recordId_createdAt_idx" ON "attachments"("workspaceId", "recordId", "createdAt" DESC);

-- Kept by the database itself, so that no road a value can take (a form, an import, an undo, a merge) can forget it. The noun is the trigger's argument.
-- A value is money when it is an object, a date when its field says so; anything else is told by its kind in JSON.
CREATE FUNCTION keep_custom_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM "custom_values" WHERE "workspaceId" = OLD."workspaceId" AND "recordId" = OLD."id";
    END IF;
    IF TG_OP <> 'DELETE' THEN
        IF NEW."archivedAt" IS NULL THEN
            INSERT INTO "custom_values" ("workspaceId", "noun", "recordId", "fieldId", "text", "number", "date")
                SELECT NEW."workspaceId", TG_ARGV[0], NEW."id", f."id",
                    CASE WHEN f."type" = 'money' THEN v.value ->> 'currency' WHEN f."type" = 'yesno' THEN CASE v.value WHEN 'true' THEN 'yes' ELSE 'no' END
                        WHEN f."type" NOT IN ('number', 'date') THEN lower(left(v.value #>> '{}', 200)) END,
                    CASE WHEN f."type" = 'money' THEN (v.value ->> 'amount')::numeric WHEN f."type" = 'number' THEN (v.value #>> '{}')::numeric END,
                    CASE WHEN f."type" = 'date' THEN (v.value #>> '{}')::date END
                FROM jsonb_each(NEW."custom") AS v JOIN "custom_fields" f ON f."workspaceId" = NEW."workspaceId" AND f."id"::text = v.key;
        END IF;
    END IF;
    RETURN NULL;
END $$;

-- Most records have no such value, and most changes touch none: they cost nothing.
CREATE TRIGGER "companies_custom_insert" AFTER INSERT ON "companies" FOR EACH ROW WHEN (NEW."custom" <> '{}') EXECUTE FUNCTION keep_custom_values('company');
CREATE TRIGGER "companies_custom_update" AFTER UPDATE OF "workspaceId", "id", "custom", "archivedAt" ON "companies" FOR EACH ROW
    WHEN ((OLD."custom" <> '{}' OR NEW."custom" <> '{}') AND (OLD."custom", OLD."archivedAt", OLD."workspaceId") IS DISTINCT FROM (NEW."custom", NEW."archivedAt", NEW."workspaceId"))
    EXECUTE FUNCTION keep_custom_values('company');
CREATE TRIGGER "companies_custom_delete" AFTER DELETE ON "companies" FOR EACH ROW WHEN (OLD."custom" <> '{}') EXECUTE FUNCTION keep_custom_values('company');
CREATE TRIGGER "contacts_custom_insert" AFTER INSERT ON "contacts" FOR EACH ROW WHEN (NEW."custom" <> '{}') EXECUTE FUNCTION keep_custom_values('contact');
CREATE TRIGGER "contacts_custom_update" AFTER UPDATE OF "workspaceId", "id", "custom", "archivedAt" ON "contacts" FOR EACH ROW
    WHEN ((OLD."custom" <> '{}' OR NEW."custom" <> '{}') AND (OLD."custom", OLD."archivedAt", OLD."workspaceId") IS DISTINCT FROM (NEW."custom", NEW."archivedAt", NEW."workspaceId"))
    EXECUTE FUNCTION keep_custom_values('contact');
CREATE TRIGGER "contacts_custom_delete" AFTER DELETE ON "contacts" FOR EACH ROW WHEN (OLD."custom" <> '{}') EXECUTE FUNCTION keep_custom_values('contact');
