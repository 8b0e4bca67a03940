-- CreateTable
CREATE TABLE "backups" (
    "day" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "finishedAt" TIMESTAMPTZ(3),
    "file" TEXT,
    "bytes" BIGINT,
    "fault" TEXT,

    CONSTRAINT "backups_pkey" PRIMARY KEY ("day")
);


