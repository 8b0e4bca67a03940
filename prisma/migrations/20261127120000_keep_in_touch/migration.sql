-- How often somebody is to be in touch with a customer, in days; none: nobody asked for it.
ALTER TABLE "companies" ADD COLUMN "keepDays" INTEGER;
ALTER TABLE "contacts" ADD COLUMN "keepDays" INTEGER;

-- The customers that an owner keeps in touch with: few among many.
CREATE INDEX "companies_kept" ON "companies"("workspaceId", "ownerId") WHERE "keepDays" IS NOT NULL AND "archivedAt" IS NULL;
CREATE INDEX "contacts_kept" ON "contacts"("workspaceId", "ownerId") WHERE "keepDays" IS NOT NULL AND "archivedAt" IS NULL;
