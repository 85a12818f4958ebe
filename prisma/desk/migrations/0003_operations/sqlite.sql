CREATE TABLE "Operation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "siteId" TEXT NOT NULL,
  "verb" TEXT NOT NULL,
  "targetKind" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "machineKey" TEXT NULL,
  "machine" TEXT NULL,
  "params" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "ticket" TEXT NULL,
  "requestKey" TEXT NOT NULL,
  "previewId" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "message" TEXT NULL,
  "askedAt" DATETIME NOT NULL,
  "acceptedAt" DATETIME NULL,
  "settledAt" DATETIME NULL,
  "endsAt" DATETIME NULL,
  "stoppedBy" TEXT NULL,
  "evidence" TEXT NOT NULL
);
-- next
CREATE UNIQUE INDEX "Operation_siteId_previewId" ON "Operation" ("siteId", "previewId");
-- next
CREATE UNIQUE INDEX "Operation_siteId_actor_requestKey" ON "Operation" ("siteId", "actor", "requestKey");
-- next
CREATE INDEX "Operation_siteId_askedAt" ON "Operation" ("siteId", "askedAt");
-- next
CREATE INDEX "Operation_siteId_state" ON "Operation" ("siteId", "state");
-- next
CREATE TABLE "OperationPart" (
  "operationId" TEXT NOT NULL REFERENCES "Operation" ("id"),
  "number" INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "machineKey" TEXT NULL,
  "state" TEXT NOT NULL,
  "message" TEXT NULL,
  "before" TEXT NULL,
  "sentAt" DATETIME NULL,
  "acceptedAt" DATETIME NULL,
  "settledAt" DATETIME NULL,
  "lookUntil" DATETIME NULL,
  PRIMARY KEY ("operationId", "number")
);
-- next
CREATE TABLE "OperationGhost" (
  "operationId" TEXT NOT NULL REFERENCES "Operation" ("id"),
  "incidentId" TEXT NOT NULL,
  "siteId" TEXT NOT NULL,
  "verb" TEXT NOT NULL,
  "class" TEXT NOT NULL,
  "outcome" TEXT NULL,
  PRIMARY KEY ("operationId", "incidentId")
);
-- next
CREATE INDEX "OperationGhost_siteId_verb_class" ON "OperationGhost" ("siteId", "verb", "class");
-- next
CREATE TABLE "OperationLock" (
  "siteId" TEXT NOT NULL,
  "resource" TEXT NOT NULL,
  "machineKey" TEXT NULL,
  "operationId" TEXT NOT NULL,
  PRIMARY KEY ("siteId", "resource")
);
-- next
CREATE INDEX "OperationLock_siteId_machineKey" ON "OperationLock" ("siteId", "machineKey");
-- next
CREATE INDEX "OperationLock_operationId" ON "OperationLock" ("operationId");
-- next
ALTER TABLE "AuditEntry" ADD COLUMN "mac" TEXT NULL;
-- next
CREATE INDEX "AuditEntry_siteId_id" ON "AuditEntry" ("siteId", "id");
-- next
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'The audit is only added to.');
END;
-- next
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'The audit is only added to.');
END;
