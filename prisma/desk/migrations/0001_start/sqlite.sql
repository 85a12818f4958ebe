CREATE TABLE "Account" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "siteId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameKey" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "passwordHash" TEXT NOT NULL,
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  "disabledAt" DATETIME NULL,
  "createdAt" DATETIME NOT NULL,
  "lastSignInAt" DATETIME NULL
);
-- next
CREATE UNIQUE INDEX "Account_siteId_nameKey" ON "Account" ("siteId", "nameKey");
-- next
CREATE TABLE "SignIn" (
  "tokenHash" TEXT NOT NULL PRIMARY KEY,
  "siteId" TEXT NOT NULL,
  "accountId" TEXT NOT NULL REFERENCES "Account" ("id"),
  "createdAt" DATETIME NOT NULL,
  "lastSeenAt" DATETIME NOT NULL,
  "expiresAt" DATETIME NOT NULL,
  "endedAt" DATETIME NULL,
  "userAgent" TEXT NULL
);
-- next
CREATE INDEX "SignIn_accountId" ON "SignIn" ("accountId");
-- next
CREATE TABLE "ApiToken" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "siteId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameKey" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "createdBy" TEXT NOT NULL,
  "lastUsedAt" DATETIME NULL,
  "revokedAt" DATETIME NULL
);
-- next
CREATE UNIQUE INDEX "ApiToken_tokenHash" ON "ApiToken" ("tokenHash");
-- next
CREATE UNIQUE INDEX "ApiToken_siteId_nameKey" ON "ApiToken" ("siteId", "nameKey");
-- next
CREATE TABLE "AuditEntry" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "siteId" TEXT NOT NULL,
  "at" DATETIME NOT NULL,
  "actor" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "detail" TEXT NOT NULL
);
-- next
CREATE INDEX "AuditEntry_siteId_at" ON "AuditEntry" ("siteId", "at");
-- next
CREATE TABLE "Sample" (
  "siteId" TEXT NOT NULL,
  "at" DATETIME NOT NULL,
  "groupKey" TEXT NOT NULL,
  "counts" TEXT NOT NULL,
  PRIMARY KEY ("siteId", "at", "groupKey")
);
-- next
CREATE TABLE "Fact" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
);
