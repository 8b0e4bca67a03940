-- CreateIndex
CREATE INDEX "companies_external" ON "companies"("workspaceId", "source", "externalId") WHERE ("externalId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "contacts_external" ON "contacts"("workspaceId", "source", "externalId") WHERE ("externalId" IS NOT NULL);
