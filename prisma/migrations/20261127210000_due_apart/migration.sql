-- The index over what is due to everybody serves the question that asks for it, and no other: see the schema.
DROP INDEX "messages_due";
CREATE INDEX "messages_due" ON "messages"("urgent" DESC, "sendAt", "id") WHERE ("sentAt" IS NULL AND "gaveUpAt" IS NULL AND attempts >= 0);
