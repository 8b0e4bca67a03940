-- What was kept with a note goes where the note goes: to another customer, and out of others' sight where it is private.
ALTER TABLE "attachments" ADD COLUMN "activityId" UUID, ADD COLUMN "private" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "attachments_workspaceId_activityId_idx" ON "attachments" ("workspaceId", "activityId");
