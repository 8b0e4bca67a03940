-- Fuzzy names: see the indexes by gin_trgm_ops below.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installations" (
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "accessRoles" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installations_pkey" PRIMARY KEY ("platform","teamId")
);

-- CreateTable
CREATE TABLE "members" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "morningAt" TEXT NOT NULL DEFAULT '09:00',
    "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "quietFrom" TEXT,
    "quietUntil" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "tourStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "identities" (
    "workspaceId" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "directChannel" TEXT,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("platform","teamId","userId")
);

-- CreateTable
CREATE TABLE "link_codes" (
    "code" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "link_codes_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "companies" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "nameTokens" TEXT[],
    "aliases" TEXT[],
    "domains" TEXT[],
    "emails" TEXT[],
    "phones" TEXT[],
    "industry" TEXT,
    "country" TEXT,
    "city" TEXT,
    "address" TEXT,
    "employees" INTEGER,
    "revenue" DECIMAL(20,2),
    "founded" INTEGER,
    "parentId" UUID,
    "ownerId" UUID,
    "source" TEXT,
    "externalId" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "companies_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "companyId" UUID,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "nameTokens" TEXT[],
    "title" TEXT,
    "emails" TEXT[],
    "phones" TEXT[],
    "ownerId" UUID,
    "source" TEXT,
    "externalId" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "activities" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "companyId" UUID,
    "contactId" UUID,
    "otherContactIds" UUID[],
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT,
    "outcome" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "dayOnly" BOOLEAN NOT NULL DEFAULT false,
    "zone" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "durationMinutes" INTEGER,
    "amount" DECIMAL(20,2),
    "currency" TEXT,
    "sourceUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "activities_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "companyId" UUID,
    "contactId" UUID,
    "activityId" UUID,
    "ownerId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "dueLocal" TEXT,
    "zone" TEXT NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "recurrence" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "changes" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requestId" TEXT NOT NULL,
    "memberId" UUID,
    "operation" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "changes_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "answered_requests" (
    "workspaceId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "reply" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_requests_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "parked_inputs" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parked_inputs_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "sendAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedUntil" TIMESTAMPTZ(3),
    "claimedBy" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "gaveUpAt" TIMESTAMPTZ(3),
    "fault" TEXT,
    "receipt" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "installations_workspaceId_idx" ON "installations"("workspaceId");

-- CreateIndex
CREATE INDEX "identities_workspaceId_memberId_lastSeenAt_idx" ON "identities"("workspaceId", "memberId", "lastSeenAt");

-- CreateIndex
CREATE INDEX "link_codes_workspaceId_memberId_idx" ON "link_codes"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "companies_workspaceId_searchName_idx" ON "companies"("workspaceId", "searchName");

-- CreateIndex
CREATE INDEX "companies_workspaceId_ownerId_idx" ON "companies"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "companies_search_name_trgm" ON "companies" USING GIN ("searchName" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "companies_nameTokens_idx" ON "companies" USING GIN ("nameTokens");

-- CreateIndex
CREATE INDEX "companies_domains_idx" ON "companies" USING GIN ("domains");

-- CreateIndex
CREATE INDEX "companies_emails_idx" ON "companies" USING GIN ("emails");

-- CreateIndex
CREATE INDEX "companies_phones_idx" ON "companies" USING GIN ("phones");

-- CreateIndex
CREATE INDEX "contacts_workspaceId_companyId_idx" ON "contacts"("workspaceId", "companyId");

-- CreateIndex
CREATE INDEX "contacts_workspaceId_searchName_idx" ON "contacts"("workspaceId", "searchName");

-- CreateIndex
CREATE INDEX "contacts_search_name_trgm" ON "contacts" USING GIN ("searchName" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "contacts_nameTokens_idx" ON "contacts" USING GIN ("nameTokens");

-- CreateIndex
CREATE INDEX "contacts_emails_idx" ON "contacts" USING GIN ("emails");

-- CreateIndex
CREATE INDEX "contacts_phones_idx" ON "contacts" USING GIN ("phones");

-- CreateIndex
CREATE INDEX "activities_workspaceId_companyId_occurredAt_idx" ON "activities"("workspaceId", "companyId", "occurredAt" DESC);

-- CreateIndex
CREATE INDEX "activities_workspaceId_contactId_occurredAt_idx" ON "activities"("workspaceId", "contactId", "occurredAt" DESC);

-- CreateIndex
CREATE INDEX "activities_workspaceId_memberId_occurredAt_idx" ON "activities"("workspaceId", "memberId", "occurredAt" DESC);

-- CreateIndex
CREATE INDEX "tasks_workspaceId_ownerId_doneAt_remindAt_idx" ON "tasks"("workspaceId", "ownerId", "doneAt", "remindAt");

-- CreateIndex
CREATE INDEX "tasks_workspaceId_companyId_doneAt_idx" ON "tasks"("workspaceId", "companyId", "doneAt");

-- CreateIndex
CREATE INDEX "tasks_workspaceId_contactId_doneAt_idx" ON "tasks"("workspaceId", "contactId", "doneAt");

-- CreateIndex
CREATE INDEX "tasks_workspaceId_activityId_idx" ON "tasks"("workspaceId", "activityId");

-- CreateIndex
CREATE INDEX "tasks_due" ON "tasks"("remindAt") WHERE ("remindedAt" IS NULL AND "doneAt" IS NULL AND "archivedAt" IS NULL);

-- CreateIndex
CREATE INDEX "changes_workspaceId_memberId_at_idx" ON "changes"("workspaceId", "memberId", "at" DESC);

-- CreateIndex
CREATE INDEX "changes_workspaceId_entityId_at_idx" ON "changes"("workspaceId", "entityId", "at" DESC);

-- CreateIndex
CREATE INDEX "changes_workspaceId_requestId_idx" ON "changes"("workspaceId", "requestId");

-- CreateIndex
CREATE INDEX "answered_requests_at_idx" ON "answered_requests"("at");

-- CreateIndex
CREATE INDEX "parked_inputs_createdAt_idx" ON "parked_inputs"("createdAt");

-- CreateIndex
CREATE INDEX "messages_workspaceId_memberId_sendAt_idx" ON "messages"("workspaceId", "memberId", "sendAt");

-- CreateIndex
CREATE INDEX "messages_due" ON "messages"("sendAt") WHERE ("sentAt" IS NULL AND "gaveUpAt" IS NULL);

-- AddForeignKey
ALTER TABLE "installations" ADD CONSTRAINT "installations_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "members"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspaceId_companyId_fkey" FOREIGN KEY ("workspaceId", "companyId") REFERENCES "companies"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspaceId_companyId_fkey" FOREIGN KEY ("workspaceId", "companyId") REFERENCES "companies"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "contacts"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspaceId_companyId_fkey" FOREIGN KEY ("workspaceId", "companyId") REFERENCES "companies"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "contacts"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspaceId_activityId_fkey" FOREIGN KEY ("workspaceId", "activityId") REFERENCES "activities"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


