-- Derived by `npm run schemas` from schema.prisma. Do not edit.
CREATE TABLE "Session" (
  "SessionKey" TEXT NOT NULL PRIMARY KEY,
  "StartDate" DATETIME NULL,
  "LogOnDuration" INTEGER NULL,
  "EndDate" DATETIME NULL,
  "ExitCode" INTEGER NULL,
  "FailureDate" DATETIME NULL,
  "ConnectionState" INTEGER NOT NULL,
  "ConnectionStateChangeDate" DATETIME NOT NULL,
  "LifecycleState" INTEGER NOT NULL,
  "CurrentConnectionId" BIGINT NULL,
  "UserId" BIGINT NULL,
  "MachineId" TEXT NULL,
  "SessionType" INTEGER NULL,
  "IsAnonymous" BOOLEAN NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL,
  "FailureId" INTEGER NULL,
  "SessionIdleTime" DATETIME NULL
);
-- next
CREATE INDEX "Session_ModifiedDate" ON "Session" ("ModifiedDate");
-- next
CREATE INDEX "Session_EndDate_SessionKey" ON "Session" ("EndDate", "SessionKey");
-- next
CREATE INDEX "Session_UserId" ON "Session" ("UserId");
-- next
CREATE INDEX "Session_MachineId" ON "Session" ("MachineId");
-- next
CREATE TABLE "Connection" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "ClientName" TEXT NULL,
  "ClientAddress" TEXT NULL,
  "ClientVersion" TEXT NULL,
  "ClientPlatform" TEXT NULL,
  "ConnectedViaHostName" TEXT NULL,
  "ConnectedViaIPAddress" TEXT NULL,
  "LaunchedViaHostName" TEXT NULL,
  "LaunchedViaIPAddress" TEXT NULL,
  "IsReconnect" BOOLEAN NOT NULL,
  "IsSecureIca" BOOLEAN NULL,
  "Protocol" TEXT NULL,
  "LogOnStartDate" DATETIME NULL,
  "LogOnEndDate" DATETIME NULL,
  "BrokeringDate" DATETIME NULL,
  "BrokeringDuration" BIGINT NULL,
  "DisconnectDate" DATETIME NULL,
  "DisconnectCode" BIGINT NULL,
  "VMStartStartDate" DATETIME NULL,
  "VMStartEndDate" DATETIME NULL,
  "ClientSessionValidateDate" DATETIME NULL,
  "ServerSessionValidateDate" DATETIME NULL,
  "EstablishmentDate" DATETIME NULL,
  "HdxStartDate" DATETIME NULL,
  "HdxEndDate" DATETIME NULL,
  "AuthenticationDuration" INTEGER NULL,
  "GpoStartDate" DATETIME NULL,
  "GpoEndDate" DATETIME NULL,
  "LogOnScriptsStartDate" DATETIME NULL,
  "LogOnScriptsEndDate" DATETIME NULL,
  "ProfileLoadStartDate" DATETIME NULL,
  "ProfileLoadEndDate" DATETIME NULL,
  "InteractiveStartDate" DATETIME NULL,
  "InteractiveEndDate" DATETIME NULL,
  "SessionKey" TEXT NOT NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "Connection_ModifiedDate" ON "Connection" ("ModifiedDate");
-- next
CREATE INDEX "Connection_SessionKey" ON "Connection" ("SessionKey");
-- next
CREATE TABLE "User" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "Sid" TEXT NOT NULL,
  "Upn" TEXT NOT NULL,
  "UserName" TEXT NOT NULL,
  "FullName" TEXT NULL,
  "Domain" TEXT NOT NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "User_ModifiedDate" ON "User" ("ModifiedDate");
-- next
CREATE TABLE "Machine" (
  "Id" TEXT NOT NULL PRIMARY KEY,
  "Sid" TEXT NULL,
  "Name" TEXT NULL,
  "DnsName" TEXT NULL,
  "LifecycleState" INTEGER NOT NULL,
  "IPAddress" TEXT NULL,
  "HostedMachineId" TEXT NULL,
  "HostingServerName" TEXT NULL,
  "HostedMachineName" TEXT NULL,
  "IsAssigned" BOOLEAN NULL,
  "IsInMaintenanceMode" BOOLEAN NULL,
  "IsPendingUpdate" BOOLEAN NULL,
  "AgentVersion" TEXT NULL,
  "AssociatedUserFullNames" TEXT NULL,
  "AssociatedUserNames" TEXT NULL,
  "AssociatedUserUPNs" TEXT NULL,
  "CurrentRegistrationState" INTEGER NULL,
  "RegistrationStateChangeDate" DATETIME NULL,
  "LastDeregisteredCode" INTEGER NULL,
  "LastDeregisteredDate" DATETIME NULL,
  "CurrentPowerState" INTEGER NULL,
  "CurrentSessionCount" INTEGER NULL,
  "ControllerDnsName" TEXT NULL,
  "PoweredOnDate" DATETIME NULL,
  "PowerStateChangeDate" DATETIME NULL,
  "FunctionalLevel" INTEGER NULL,
  "FailureDate" DATETIME NULL,
  "WindowsConnectionSetting" INTEGER NULL,
  "IsPreparing" BOOLEAN NULL,
  "FaultState" INTEGER NULL,
  "OSType" TEXT NULL,
  "CurrentLoadIndexId" BIGINT NULL,
  "CatalogId" TEXT NULL,
  "DesktopGroupId" TEXT NULL,
  "HypervisorId" TEXT NULL,
  "Hash" TEXT NULL,
  "MachineRole" INTEGER NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "Machine_ModifiedDate" ON "Machine" ("ModifiedDate");
-- next
CREATE INDEX "Machine_DesktopGroupId" ON "Machine" ("DesktopGroupId");
-- next
CREATE TABLE "DesktopGroup" (
  "Id" TEXT NOT NULL PRIMARY KEY,
  "Name" TEXT NOT NULL,
  "IsRemotePC" BOOLEAN NULL,
  "DesktopKind" INTEGER NULL,
  "LifecycleState" INTEGER NOT NULL,
  "SessionSupport" INTEGER NULL,
  "DeliveryType" INTEGER NULL,
  "IsInMaintenanceMode" BOOLEAN NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "DesktopGroup_ModifiedDate" ON "DesktopGroup" ("ModifiedDate");
-- next
CREATE TABLE "Catalog" (
  "Id" TEXT NOT NULL PRIMARY KEY,
  "Name" TEXT NOT NULL,
  "LifecycleState" INTEGER NOT NULL,
  "ProvisioningType" INTEGER NULL,
  "PersistentUserChanges" INTEGER NULL,
  "IsMachinePhysical" BOOLEAN NULL,
  "AllocationType" INTEGER NULL,
  "SessionSupport" INTEGER NULL,
  "ProvisioningSchemeId" TEXT NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "Catalog_ModifiedDate" ON "Catalog" ("ModifiedDate");
-- next
CREATE TABLE "Hypervisor" (
  "Id" TEXT NOT NULL PRIMARY KEY,
  "Name" TEXT NOT NULL,
  "LifecycleState" INTEGER NOT NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "Hypervisor_ModifiedDate" ON "Hypervisor" ("ModifiedDate");
-- next
CREATE TABLE "Application" (
  "Id" TEXT NOT NULL PRIMARY KEY,
  "Name" TEXT NOT NULL,
  "PublishedName" TEXT NULL,
  "ApplicationType" INTEGER NULL,
  "Enabled" BOOLEAN NULL,
  "AdminFolder" TEXT NULL,
  "LifecycleState" INTEGER NOT NULL,
  "Path" TEXT NULL,
  "BrowserName" TEXT NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "Application_ModifiedDate" ON "Application" ("ModifiedDate");
-- next
CREATE TABLE "ApplicationInstance" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "ApplicationId" TEXT NOT NULL,
  "SessionKey" TEXT NOT NULL,
  "StartDate" DATETIME NULL,
  "EndDate" DATETIME NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "ApplicationInstance_EndDate_Id" ON "ApplicationInstance" ("EndDate", "Id");
-- next
CREATE INDEX "ApplicationInstance_ModifiedDate" ON "ApplicationInstance" ("ModifiedDate");
-- next
CREATE INDEX "ApplicationInstance_SessionKey" ON "ApplicationInstance" ("SessionKey");
-- next
CREATE TABLE "ConnectionFailureCategory" (
  "Id" INTEGER NOT NULL PRIMARY KEY,
  "ConnectionFailureEnumValue" INTEGER NOT NULL,
  "Category" INTEGER NOT NULL
);
-- next
CREATE TABLE "ConnectionFailureLog" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "SessionKey" TEXT NOT NULL,
  "FailureDate" DATETIME NOT NULL,
  "ConnectionFailureEnumValue" INTEGER NOT NULL,
  "UserId" BIGINT NULL,
  "MachineId" TEXT NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "ConnectionFailureLog_ModifiedDate" ON "ConnectionFailureLog" ("ModifiedDate");
-- next
CREATE INDEX "ConnectionFailureLog_SessionKey" ON "ConnectionFailureLog" ("SessionKey");
-- next
CREATE TABLE "MachineFailureLog" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "MachineId" TEXT NOT NULL,
  "FailureStartDate" DATETIME NOT NULL,
  "FailureEndDate" DATETIME NULL,
  "FaultState" INTEGER NOT NULL,
  "LastDeregisteredCode" INTEGER NULL,
  "CreatedDate" DATETIME NOT NULL,
  "ModifiedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "MachineFailureLog_ModifiedDate" ON "MachineFailureLog" ("ModifiedDate");
-- next
CREATE INDEX "MachineFailureLog_MachineId" ON "MachineFailureLog" ("MachineId");
-- next
CREATE TABLE "LoadIndex" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "EffectiveLoadIndex" INTEGER NOT NULL,
  "Cpu" INTEGER NULL,
  "Memory" INTEGER NULL,
  "Disk" INTEGER NULL,
  "Network" INTEGER NULL,
  "SessionCount" INTEGER NULL,
  "MachineId" TEXT NOT NULL,
  "CreatedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "LoadIndex_CreatedDate" ON "LoadIndex" ("CreatedDate");
-- next
CREATE INDEX "LoadIndex_MachineId" ON "LoadIndex" ("MachineId");
-- next
CREATE TABLE "SessionAutoReconnect" (
  "Id" BIGINT NOT NULL PRIMARY KEY,
  "SessionKey" TEXT NOT NULL,
  "ConnectionId" BIGINT NULL,
  "AutoReconnectCount" INTEGER NULL,
  "AutoReconnectType" INTEGER NULL,
  "EventTimestamp" DATETIME NULL,
  "CreatedDate" DATETIME NOT NULL
);
-- next
CREATE INDEX "SessionAutoReconnect_CreatedDate" ON "SessionAutoReconnect" ("CreatedDate");
-- next
CREATE INDEX "SessionAutoReconnect_SessionKey" ON "SessionAutoReconnect" ("SessionKey");
