-- AlterTable
ALTER TABLE "members" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "digestDay" TEXT;

-- CreateIndex
CREATE INDEX "messages_owed" ON "messages"("workspaceId", "memberId", "createdAt", "id") WHERE ("sentAt" IS NULL AND "gaveUpAt" IS NULL);
