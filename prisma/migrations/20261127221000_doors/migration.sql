-- CreateTable
CREATE TABLE "doors" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "leadsTo" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "keyHash" TEXT,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "doors_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "doors_secretHash_key" ON "doors"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "doors_keyHash_key" ON "doors"("keyHash");

-- CreateIndex
CREATE INDEX "doors_workspaceId_memberId_idx" ON "doors"("workspaceId", "memberId");
