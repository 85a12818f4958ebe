-- Derived by `npm run schemas` from schema.prisma. Do not edit.
CREATE SCHEMA [chb_Config];
-- next
CREATE SCHEMA [chb_State];
-- next
CREATE TABLE [chb_Config].[DesktopGroups] (
  [Uid] int NOT NULL PRIMARY KEY,
  [Name] nvarchar(64) NOT NULL,
  [PublishedName] nvarchar(255) NOT NULL,
  [UUID] uniqueidentifier NOT NULL,
  [DesktopKind] int NULL,
  [DeliveryType] int NULL,
  [SessionSupport] int NULL,
  [IsRemotePC] bit NULL,
  [Enabled] bit NULL,
  [InMaintenanceMode] bit NULL,
  [ShutdownDesktopsAfterUse] bit NULL,
  [TimeZoneId] nvarchar(255) NULL
);
-- next
CREATE TABLE [chb_Config].[Workers] (
  [Uid] int NOT NULL PRIMARY KEY,
  [UUID] uniqueidentifier NOT NULL,
  [HostedMachineId] nvarchar(255) NULL,
  [InMaintenanceMode] bit NULL,
  [CatalogUid] int NULL,
  [HypervisorConnectionUid] int NULL
);
-- next
CREATE TABLE [chb_Config].[Desktops] (
  [Uid] int NOT NULL PRIMARY KEY,
  [WorkerUid] int NOT NULL,
  [DesktopGroupUid] int NULL,
  [PublishedName] nvarchar(255) NULL,
  [Description] nvarchar(512) NULL
);
-- next
CREATE INDEX [IX_Desktops_WorkerUid] ON [chb_Config].[Desktops] ([WorkerUid]);
-- next
CREATE TABLE [chb_Config].[Catalogs] (
  [Uid] int NOT NULL PRIMARY KEY,
  [UUID] uniqueidentifier NOT NULL,
  [DisplayName] nvarchar(255) NULL,
  [AllocationType] int NULL,
  [ProvisioningType] int NULL,
  [PhysicalMachines] bit NULL,
  [ProvisioningSchemeId] uniqueidentifier NULL,
  [HypervisorConnectionUid] int NULL
);
-- next
CREATE TABLE [chb_Config].[HypervisorConnections] (
  [Uid] int NOT NULL PRIMARY KEY,
  [DisplayName] nvarchar(255) NULL,
  [HypervisorConnectionId] uniqueidentifier NULL
);
-- next
CREATE TABLE [chb_State].[WorkerNames] (
  [Uid] int NOT NULL PRIMARY KEY,
  [SAMName] nvarchar(255) NULL,
  [DNSName] nvarchar(255) NULL
);
-- next
CREATE TABLE [chb_State].[WorkerDiags] (
  [Uid] int NOT NULL PRIMARY KEY,
  [HostedMachineName] nvarchar(255) NULL,
  [HostingServerName] nvarchar(255) NULL,
  [LastHostingUpdateTime] datetime NULL,
  [LastPowerStateUpdateTime] datetime NULL,
  [LastDeregistrationReason] int NULL,
  [LastErrorTime] datetime NULL,
  [LastErrorReason] int NULL,
  [LastErrorMessage] nvarchar(max) NULL,
  [LastConnectionTime] datetime NULL,
  [LastConnectionUserUid] int NULL,
  [LastConnectionFailureReason] int NULL
);
-- next
CREATE TABLE [chb_State].[WorkerRegistrations] (
  [Uid] int NOT NULL PRIMARY KEY,
  [RegistrationKey] uniqueidentifier NULL,
  [ResolvedName] nvarchar(255) NULL,
  [SPN] nvarchar(255) NULL,
  [IPAddress] nvarchar(50) NULL,
  [AgentVersion] nvarchar(255) NULL,
  [FunctionalLevel] int NULL,
  [ConfigVersion] int NULL,
  [OSType] nvarchar(255) NULL,
  [OSVersion] nvarchar(255) NULL,
  [LastContactTime] datetime NULL,
  [RegistrationExpiryTime] datetime NULL,
  [RegistrationTime] datetime NULL
);
-- next
CREATE TABLE [chb_State].[Sessions] (
  [WorkerUid] int NOT NULL,
  [TrustedUserUid] int NULL,
  [LogOnTime] datetime NULL,
  [SessionStartTime] datetime NOT NULL,
  [Protocol] nvarchar(8) NULL
);
-- next
CREATE INDEX [IX_Sessions_WorkerUid_SessionStartTime] ON [chb_State].[Sessions] ([WorkerUid], [SessionStartTime]);
-- next
CREATE INDEX [IX_Sessions_WorkerUid] ON [chb_State].[Sessions] ([WorkerUid]);
-- next
CREATE TABLE [chb_State].[ConnectionLog] (
  [WorkerUid] int NOT NULL,
  [BrokeringTime] datetime NOT NULL,
  [BrokeringUserUid] int NULL,
  [EstablishmentTime] datetime NULL,
  [EndTime] datetime NULL,
  [ConnectionFailureReason] int NULL,
  [Disconnected] bit NULL
);
-- next
CREATE INDEX [IX_ConnectionLog_WorkerUid_BrokeringTime] ON [chb_State].[ConnectionLog] ([WorkerUid], [BrokeringTime]);
-- next
CREATE INDEX [IX_ConnectionLog_BrokeringTime] ON [chb_State].[ConnectionLog] ([BrokeringTime]);
-- next
CREATE TABLE [chb_State].[AccountNames] (
  [Uid] int NOT NULL PRIMARY KEY,
  [SAMName] nvarchar(255) NULL,
  [UPN] nvarchar(255) NULL,
  [CN] nvarchar(255) NULL
);
