-- One deployment for many teams: what each let the bot in with, encrypted; and teams that put it out again, which are sent nothing.
CREATE TABLE "grants" (
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "teamName" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "renewingUntil" TIMESTAMPTZ(3),
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grants_pkey" PRIMARY KEY ("platform","teamId")
);

-- CreateIndex
CREATE INDEX "grants_platform_expiresAt_idx" ON "grants"("platform", "expiresAt");

-- A link into an installation that was used: none works twice.
CREATE TABLE "used_states" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_states_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "used_states_expiresAt_idx" ON "used_states"("expiresAt");

ALTER TABLE "installations" ADD COLUMN "leftAt" TIMESTAMPTZ(3);
-- Few have left: what is asked of each message before it is claimed looks here.
CREATE INDEX "installations_left" ON "installations"("platform", "teamId") WHERE "leftAt" IS NOT NULL;
