-- Activities and tasks that came from another program are known again by its ids.
ALTER TABLE "activities" ADD COLUMN "source" TEXT, ADD COLUMN "externalId" TEXT;
ALTER TABLE "tasks" ADD COLUMN "source" TEXT, ADD COLUMN "externalId" TEXT;

-- Few of them are: only those stand in these.
CREATE INDEX "activities_external" ON "activities"("workspaceId", "source", "externalId") WHERE ("externalId" IS NOT NULL);
CREATE INDEX "tasks_external" ON "tasks"("workspaceId", "source", "externalId") WHERE ("externalId" IS NOT NULL);
