-- By which version of the rules a name's search columns were made. Zero: before there were versions, so once all are made anew.
-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "nameRules" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "nameRules" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "companies_workspaceId_nameRules_idx" ON "companies"("workspaceId", "nameRules");

-- CreateIndex
CREATE INDEX "contacts_workspaceId_nameRules_idx" ON "contacts"("workspaceId", "nameRules");
