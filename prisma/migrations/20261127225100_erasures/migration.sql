-- CreateTable
CREATE TABLE "erasures" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "memberId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "erasures_workspaceId_noun_recordId_key" ON "erasures"("workspaceId", "noun", "recordId");

-- CreateIndex
CREATE INDEX "erasures_due" ON "erasures"("askedAt") WHERE ("doneAt" IS NULL);
