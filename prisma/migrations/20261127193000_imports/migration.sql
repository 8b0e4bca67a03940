-- CreateTable
CREATE TABLE "imports" (
    "workspaceId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "rows" INTEGER,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "imports_workspaceId_hash_idx" ON "imports"("workspaceId", "hash");

-- CreateIndex
CREATE INDEX "imports_workspaceId_startedAt_idx" ON "imports"("workspaceId", "startedAt" DESC);
