-- A task that is overdue for so many days is told of to its owner's manager, once for each time that was agreed on.
ALTER TABLE "workspaces" ADD COLUMN "escalateDays" INTEGER;

ALTER TABLE "members" ADD COLUMN "managerId" UUID;

ALTER TABLE "tasks" ADD COLUMN "escalatedFor" TEXT;
