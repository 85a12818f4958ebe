CREATE INDEX "Operation_siteId_settledAt_askedAt" ON "Operation" ("siteId", "settledAt", "askedAt");
-- next
CREATE INDEX "Operation_siteId_endsAt" ON "Operation" ("siteId", "endsAt");
