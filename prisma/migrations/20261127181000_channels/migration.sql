-- A channel that is told of the team's day, because an admin or a manager wanted it so.
CREATE TABLE "channels" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "name" TEXT,
    "digestAt" TEXT,
    "digestZone" TEXT,
    "digestById" UUID,
    "digestSince" TIMESTAMPTZ(3),
    "digestDay" TEXT,
    "refusedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "channels_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "channels_workspaceId_platform_teamId_channel_key" ON "channels"("workspaceId", "platform", "teamId", "channel");

-- A message goes to a member, or into a channel.
ALTER TABLE "messages" ADD COLUMN "channelId" UUID;
