-- CreateTable
CREATE TABLE "calendars" (
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendars_pkey" PRIMARY KEY ("workspaceId","memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendars_secretHash_key" ON "calendars"("secretHash");

-- AddForeignKey
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "members"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
