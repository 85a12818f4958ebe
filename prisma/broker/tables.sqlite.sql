-- Derived by `npm run schemas` from schema.prisma. Do not edit.
CREATE TABLE "DesktopGroups" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "Name" TEXT NOT NULL,
  "PublishedName" TEXT NOT NULL,
  "UUID" TEXT NOT NULL,
  "DesktopKind" INTEGER NULL,
  "DeliveryType" INTEGER NULL,
  "SessionSupport" INTEGER NULL,
  "IsRemotePC" BOOLEAN NULL,
  "Enabled" BOOLEAN NULL,
  "InMaintenanceMode" BOOLEAN NULL,
  "ShutdownDesktopsAfterUse" BOOLEAN NULL,
  "TimeZoneId" TEXT NULL
);
-- next
CREATE TABLE "Workers" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "UUID" TEXT NOT NULL,
  "HostedMachineId" TEXT NULL,
  "InMaintenanceMode" BOOLEAN NULL,
  "CatalogUid" INTEGER NULL,
  "HypervisorConnectionUid" INTEGER NULL
);
-- next
CREATE TABLE "Desktops" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "WorkerUid" INTEGER NOT NULL,
  "DesktopGroupUid" INTEGER NULL,
  "PublishedName" TEXT NULL,
  "Description" TEXT NULL
);
-- next
CREATE INDEX "Desktops_WorkerUid" ON "Desktops" ("WorkerUid");
-- next
CREATE TABLE "Catalogs" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "UUID" TEXT NOT NULL,
  "DisplayName" TEXT NULL,
  "AllocationType" INTEGER NULL,
  "ProvisioningType" INTEGER NULL,
  "PhysicalMachines" BOOLEAN NULL,
  "ProvisioningSchemeId" TEXT NULL,
  "HypervisorConnectionUid" INTEGER NULL
);
-- next
CREATE TABLE "HypervisorConnections" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "DisplayName" TEXT NULL,
  "HypervisorConnectionId" TEXT NULL
);
-- next
CREATE TABLE "WorkerNames" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "SAMName" TEXT NULL,
  "DNSName" TEXT NULL
);
-- next
CREATE TABLE "WorkerDiags" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "HostedMachineName" TEXT NULL,
  "HostingServerName" TEXT NULL,
  "LastHostingUpdateTime" DATETIME NULL,
  "LastPowerStateUpdateTime" DATETIME NULL,
  "LastDeregistrationReason" INTEGER NULL,
  "LastErrorTime" DATETIME NULL,
  "LastErrorReason" INTEGER NULL,
  "LastErrorMessage" TEXT NULL,
  "LastConnectionTime" DATETIME NULL,
  "LastConnectionUserUid" INTEGER NULL,
  "LastConnectionFailureReason" INTEGER NULL
);
-- next
CREATE TABLE "WorkerRegistrations" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "RegistrationKey" TEXT NULL,
  "ResolvedName" TEXT NULL,
  "SPN" TEXT NULL,
  "IPAddress" TEXT NULL,
  "AgentVersion" TEXT NULL,
  "FunctionalLevel" INTEGER NULL,
  "ConfigVersion" INTEGER NULL,
  "OSType" TEXT NULL,
  "OSVersion" TEXT NULL,
  "LastContactTime" DATETIME NULL,
  "RegistrationExpiryTime" DATETIME NULL,
  "RegistrationTime" DATETIME NULL
);
-- next
CREATE TABLE "Sessions" (
  "WorkerUid" INTEGER NOT NULL,
  "TrustedUserUid" INTEGER NULL,
  "LogOnTime" DATETIME NULL,
  "SessionStartTime" DATETIME NOT NULL,
  "Protocol" TEXT NULL
);
-- next
CREATE INDEX "Sessions_WorkerUid_SessionStartTime" ON "Sessions" ("WorkerUid", "SessionStartTime");
-- next
CREATE INDEX "Sessions_WorkerUid" ON "Sessions" ("WorkerUid");
-- next
CREATE TABLE "ConnectionLog" (
  "WorkerUid" INTEGER NOT NULL,
  "BrokeringTime" DATETIME NOT NULL,
  "BrokeringUserUid" INTEGER NULL,
  "EstablishmentTime" DATETIME NULL,
  "EndTime" DATETIME NULL,
  "ConnectionFailureReason" INTEGER NULL,
  "Disconnected" BOOLEAN NULL
);
-- next
CREATE INDEX "ConnectionLog_WorkerUid_BrokeringTime" ON "ConnectionLog" ("WorkerUid", "BrokeringTime");
-- next
CREATE INDEX "ConnectionLog_BrokeringTime" ON "ConnectionLog" ("BrokeringTime");
-- next
CREATE TABLE "AccountNames" (
  "Uid" INTEGER NOT NULL PRIMARY KEY,
  "SAMName" TEXT NULL,
  "UPN" TEXT NULL,
  "CN" TEXT NULL
);
