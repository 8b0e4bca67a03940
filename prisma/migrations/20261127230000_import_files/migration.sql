-- A file that was dropped in the chat or the browser: how far it is, what was said of it, and what came of it. Of an import in the terminal the state is absent.
ALTER TABLE "imports" ADD COLUMN "state" TEXT,
    ADD COLUMN "size" INTEGER,
    ADD COLUMN "options" JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN "found" JSONB,
    ADD COLUMN "done" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "claimedUntil" TIMESTAMPTZ(3);

-- What there is to do with them, over all workspaces: the scheduler's question.
CREATE INDEX "imports_waiting" ON "imports" ("claimedUntil") WHERE "state" IN ('reading', 'importing', 'undoing');

-- The file itself, piece by piece, until nobody needs it.
CREATE TABLE "import_pieces" (
    "workspaceId" UUID NOT NULL,
    "importId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_pieces_pkey" PRIMARY KEY ("workspaceId","importId","number")
);
