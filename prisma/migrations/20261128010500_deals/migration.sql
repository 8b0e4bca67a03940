-- What may be sold to a customer: deals, with fields of their own as companies and people have them.
-- CreateTable
CREATE TABLE "deals" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "nameTokens" TEXT[],
    "nameRules" INTEGER NOT NULL DEFAULT 0,
    "companyId" UUID,
    "contactId" UUID,
    "ownerId" UUID,
    "stage" TEXT NOT NULL,
    "amount" DECIMAL(20,2),
    "currency" CHAR(3),
    "expectedCloseDate" DATE,
    "closedOn" DATE,
    "lostReason" TEXT,
    "product" TEXT,
    "leadSource" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "custom" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT,
    "externalId" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "deals_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "deals_workspaceId_companyId_idx" ON "deals"("workspaceId", "companyId");

-- CreateIndex
CREATE INDEX "deals_workspaceId_contactId_idx" ON "deals"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "deals_workspaceId_nameRules_idx" ON "deals"("workspaceId", "nameRules");

-- CreateIndex
CREATE INDEX "deals_workspaceId_ownerId_stage_idx" ON "deals"("workspaceId", "ownerId", "stage");

-- CreateIndex
CREATE INDEX "deals_workspaceId_closedOn_idx" ON "deals"("workspaceId", "closedOn");

-- CreateIndex
CREATE INDEX "deals_external" ON "deals"("workspaceId", "source", "externalId") WHERE ("externalId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "deals_search_name_trgm" ON "deals" USING GIN ("workspaceId" uuid_ops, "searchName" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "deals_name_tokens" ON "deals" USING GIN ("workspaceId" uuid_ops, "nameTokens");

-- CreateIndex
CREATE INDEX "deals_tags" ON "deals" USING GIN ("workspaceId" uuid_ops, "tags");

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspaceId_companyId_fkey" FOREIGN KEY ("workspaceId", "companyId") REFERENCES "companies"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deals" ADD CONSTRAINT "deals_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "contacts"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values of custom fields, as those of companies and people.
CREATE TRIGGER "deals_custom_insert" AFTER INSERT ON "deals" FOR EACH ROW WHEN (NEW."custom" <> '{}') EXECUTE FUNCTION keep_custom_values('deal');
CREATE TRIGGER "deals_custom_update" AFTER UPDATE OF "workspaceId", "id", "custom", "archivedAt" ON "deals" FOR EACH ROW
    WHEN ((OLD."custom" <> '{}' OR NEW."custom" <> '{}') AND (OLD."custom", OLD."archivedAt", OLD."workspaceId") IS DISTINCT FROM (NEW."custom", NEW."archivedAt", NEW."workspaceId"))
    EXECUTE FUNCTION keep_custom_values('deal');
CREATE TRIGGER "deals_custom_delete" AFTER DELETE ON "deals" FOR EACH ROW WHEN (OLD."custom" <> '{}') EXECUTE FUNCTION keep_custom_values('deal');

-- A deal of a customer that is being merged into another is led on, as activities and tasks are.
CREATE TRIGGER "deals_follow_merges" BEFORE INSERT ON "deals" FOR EACH ROW EXECUTE FUNCTION follow_merges();
CREATE TRIGGER "deals_follow_merges_later" BEFORE UPDATE OF "companyId", "contactId" ON "deals" FOR EACH ROW
    WHEN (current_setting('rapport.merging', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION follow_merges();
