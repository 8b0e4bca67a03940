-- AlterTable
ALTER TABLE "identities" ADD COLUMN     "usedIn" TEXT;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "about" UUID,
ADD COLUMN     "bundle" UUID,
ADD COLUMN     "heldUntil" TIMESTAMPTZ(3),
ADD COLUMN     "refreshAt" TIMESTAMPTZ(3),
ADD COLUMN     "refreshTries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shown" JSONB,
ADD COLUMN     "undelivered" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false;

-- What was given up before is told apart from what nobody needed any more.
UPDATE "messages" SET "undelivered" = true
WHERE "gaveUpAt" IS NOT NULL AND "fault" NOT IN ('nothing was left to say', 'the member is no longer active');

-- A reminder that is owed already names its task, so that it is made true when the task changes.
UPDATE "messages" SET "about" = ("input"->>'task')::uuid WHERE "kind" IN ('reminder', 'handedover');

-- DropIndex
DROP INDEX "messages_due";

-- DropIndex
DROP INDEX "messages_workspaceId_memberId_sendAt_idx";

-- CreateIndex
CREATE INDEX "messages_workspaceId_memberId_sentAt_idx" ON "messages"("workspaceId", "memberId", "sentAt");

-- CreateIndex
CREATE INDEX "messages_due" ON "messages"("urgent" DESC, "sendAt", "id") WHERE ("sentAt" IS NULL AND "gaveUpAt" IS NULL);

-- CreateIndex
CREATE INDEX "messages_about" ON "messages"("workspaceId", "about") WHERE ("about" IS NOT NULL);

-- CreateIndex
CREATE INDEX "messages_bundled" ON "messages"("workspaceId", "bundle") WHERE ("bundle" IS NOT NULL);

-- CreateIndex
CREATE INDEX "messages_refresh" ON "messages"("refreshAt") WHERE ("refreshAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "messages_undelivered" ON "messages"("workspaceId", "gaveUpAt") WHERE ("undelivered");
