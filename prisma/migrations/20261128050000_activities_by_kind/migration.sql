-- “not called this month”: who was reached in one way since some day, read off the index alone.
CREATE INDEX "activities_by_kind" ON "activities" ("workspaceId", "kind", "occurredAt") INCLUDE ("contactId", "companyId", "memberId", "private") WHERE "archivedAt" IS NULL;
