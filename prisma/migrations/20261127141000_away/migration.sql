-- A member who is away: from when, until when, and who is reminded in their place.
ALTER TABLE "members" ADD COLUMN "awayFrom" TIMESTAMPTZ(3), ADD COLUMN "awayUntil" TIMESTAMPTZ(3), ADD COLUMN "awayToId" UUID;

CREATE INDEX "members_away" ON "members"("awayUntil") WHERE ("awayUntil" IS NOT NULL);
