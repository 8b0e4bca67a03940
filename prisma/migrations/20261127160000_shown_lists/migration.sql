-- CreateTable
CREATE TABLE "shown_lists" (
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "taskIds" UUID[],
    "digestDay" TEXT,
    "shownAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shown_lists_pkey" PRIMARY KEY ("workspaceId","memberId")
);


