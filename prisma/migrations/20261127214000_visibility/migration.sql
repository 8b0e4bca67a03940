-- Who sees whose records: all | team | own.
ALTER TABLE "workspaces" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'all';

-- What only its author sees.
ALTER TABLE "activities" ADD COLUMN "private" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "tasks" ADD COLUMN "private" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "teams" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "memberIds" UUID[],
    "managerIds" UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "teams_pkey" PRIMARY KEY ("workspaceId","id")
);
