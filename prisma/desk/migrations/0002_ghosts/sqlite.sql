CREATE TABLE "Incident" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "siteId" TEXT NOT NULL,
  "subjectKind" TEXT NOT NULL,
  "subjectKey" TEXT NOT NULL,
  "class" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "confidence" TEXT NOT NULL,
  "confirmedBy" TEXT NOT NULL,
  "since" DATETIME NOT NULL,
  "graceMs" BIGINT NOT NULL,
  "firstSeenAt" DATETIME NOT NULL,
  "lastSeenAt" DATETIME NOT NULL,
  "suspectedAt" DATETIME NOT NULL,
  "confirmedAt" DATETIME NULL,
  "firstActionAt" DATETIME NULL,
  "clearedAt" DATETIME NULL,
  "outcome" TEXT NULL,
  "returns" INTEGER NOT NULL,
  "resting" TEXT NULL,
  "takenBy" TEXT NULL,
  "takenAt" DATETIME NULL,
  "dismissedBy" TEXT NULL,
  "dismissedReason" TEXT NULL,
  "dismissedAt" DATETIME NULL,
  "next" TEXT NULL,
  "evidence" TEXT NOT NULL,
  "hurt" TEXT NOT NULL,
  "user" TEXT NULL,
  "userKey" TEXT NULL,
  "userSource" TEXT NOT NULL,
  "userFullName" TEXT NULL,
  "machine" TEXT NULL,
  "machineKey" TEXT NULL,
  "deliveryGroup" TEXT NULL,
  "deliveryGroupKey" TEXT NULL,
  "sessionSupport" TEXT NULL
);
-- next
CREATE INDEX "Incident_siteId_state" ON "Incident" ("siteId", "state");
-- next
CREATE INDEX "Incident_siteId_subjectKey" ON "Incident" ("siteId", "subjectKey");
-- next
CREATE INDEX "Incident_siteId_clearedAt" ON "Incident" ("siteId", "clearedAt");
-- next
CREATE TABLE "IncidentEntry" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "siteId" TEXT NOT NULL,
  "incidentId" TEXT NOT NULL REFERENCES "Incident" ("id"),
  "at" DATETIME NOT NULL,
  "event" TEXT NOT NULL,
  "actor" TEXT NULL,
  "detail" TEXT NULL
);
-- next
CREATE INDEX "IncidentEntry_incidentId" ON "IncidentEntry" ("incidentId");
-- next
CREATE TABLE "Setting" (
  "siteId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "changedAt" DATETIME NOT NULL,
  "changedBy" TEXT NOT NULL,
  PRIMARY KEY ("siteId", "name")
);
