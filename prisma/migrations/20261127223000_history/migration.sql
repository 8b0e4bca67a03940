-- Where a change came from, which customer it is about, and what an undo took back.
ALTER TABLE "changes"
    ADD COLUMN "source" TEXT,
    ADD COLUMN "teamId" TEXT,
    ADD COLUMN "channel" TEXT,
    ADD COLUMN "companyId" UUID,
    ADD COLUMN "contactId" UUID,
    ADD COLUMN "fromCompanyId" UUID,
    ADD COLUMN "fromContactId" UUID,
    ADD COLUMN "undoes" UUID;

-- What stands in the rows already tells whom each is about.
UPDATE "changes" c SET
    "source" = CASE WHEN c."requestId" LIKE 'import:%' OR c."requestId" LIKE 'undo:import:%' THEN 'import' END,
    "companyId" = CASE WHEN c.noun = 'company' THEN c."entityId" ELSE (coalesce(c.after, c.before)->>'companyId')::uuid END,
    "contactId" = CASE WHEN c.noun = 'contact' THEN c."entityId" ELSE (coalesce(c.after, c.before)->>'contactId')::uuid END,
    "fromCompanyId" = CASE WHEN c.noun <> 'company' AND c.before->>'companyId' <> coalesce(c.after->>'companyId', '') THEN (c.before->>'companyId')::uuid END,
    "fromContactId" = CASE WHEN c.noun <> 'contact' AND c.before->>'contactId' <> coalesce(c.after->>'contactId', '') THEN (c.before->>'contactId')::uuid END
WHERE c.noun IN ('company', 'contact', 'activity', 'task');

DROP INDEX "changes_workspaceId_memberId_at_idx";
DROP INDEX "changes_workspaceId_requestId_idx";

-- The last change of an import of many thousands is found without reading them.
CREATE INDEX "changes_workspaceId_requestId_id_idx" ON "changes"("workspaceId", "requestId", "id");

-- An import stands in a table of its own: its changes would stand before everything else that somebody did.
CREATE INDEX "changes_by_member" ON "changes"("workspaceId", "memberId", "id" DESC) WHERE ("source" IS DISTINCT FROM 'import');
CREATE INDEX "changes_of_company" ON "changes"("workspaceId", "companyId", "id" DESC) WHERE ("companyId" IS NOT NULL);
CREATE INDEX "changes_of_contact" ON "changes"("workspaceId", "contactId", "id" DESC) WHERE ("contactId" IS NOT NULL);
CREATE INDEX "changes_left_company" ON "changes"("workspaceId", "fromCompanyId", "id" DESC) WHERE ("fromCompanyId" IS NOT NULL);
CREATE INDEX "changes_left_contact" ON "changes"("workspaceId", "fromContactId", "id" DESC) WHERE ("fromContactId" IS NOT NULL);

-- The list of what they can take back that a member was last shown.
CREATE TABLE "shown_changes" (
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "requestIds" TEXT[],
    "shownAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shown_changes_pkey" PRIMARY KEY ("workspaceId","memberId")
);
