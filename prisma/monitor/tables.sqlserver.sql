-- Derived by `npm run schemas` from schema.prisma. Do not edit.
CREATE SCHEMA [MonitorData];
-- next
CREATE TABLE [MonitorData].[Session] (
  [SessionKey] uniqueidentifier NOT NULL PRIMARY KEY,
  [StartDate] datetime NULL,
  [LogOnDuration] int NULL,
  [EndDate] datetime NULL,
  [ExitCode] int NULL,
  [FailureDate] datetime NULL,
  [ConnectionState] int NOT NULL,
  [ConnectionStateChangeDate] datetime NOT NULL,
  [LifecycleState] int NOT NULL,
  [CurrentConnectionId] bigint NULL,
  [UserId] bigint NULL,
  [MachineId] uniqueidentifier NULL,
  [SessionType] int NULL,
  [IsAnonymous] bit NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL,
  [FailureId] int NULL,
  [SessionIdleTime] datetime NULL
);
-- next
CREATE INDEX [IX_Session_ModifiedDate] ON [MonitorData].[Session] ([ModifiedDate]);
-- next
CREATE INDEX [IX_Session_EndDate_SessionKey] ON [MonitorData].[Session] ([EndDate], [SessionKey]);
-- next
CREATE INDEX [IX_Session_UserId] ON [MonitorData].[Session] ([UserId]);
-- next
CREATE INDEX [IX_Session_MachineId] ON [MonitorData].[Session] ([MachineId]);
-- next
CREATE TABLE [MonitorData].[Connection] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [ClientName] nvarchar(255) NULL,
  [ClientAddress] nvarchar(255) NULL,
  [ClientVersion] nvarchar(255) NULL,
  [ClientPlatform] nvarchar(255) NULL,
  [ConnectedViaHostName] nvarchar(255) NULL,
  [ConnectedViaIPAddress] nvarchar(50) NULL,
  [LaunchedViaHostName] nvarchar(255) NULL,
  [LaunchedViaIPAddress] nvarchar(50) NULL,
  [IsReconnect] bit NOT NULL,
  [IsSecureIca] bit NULL,
  [Protocol] nvarchar(8) NULL,
  [LogOnStartDate] datetime NULL,
  [LogOnEndDate] datetime NULL,
  [BrokeringDate] datetime NULL,
  [BrokeringDuration] bigint NULL,
  [DisconnectDate] datetime NULL,
  [DisconnectCode] bigint NULL,
  [VMStartStartDate] datetime NULL,
  [VMStartEndDate] datetime NULL,
  [ClientSessionValidateDate] datetime NULL,
  [ServerSessionValidateDate] datetime NULL,
  [EstablishmentDate] datetime NULL,
  [HdxStartDate] datetime NULL,
  [HdxEndDate] datetime NULL,
  [AuthenticationDuration] int NULL,
  [GpoStartDate] datetime NULL,
  [GpoEndDate] datetime NULL,
  [LogOnScriptsStartDate] datetime NULL,
  [LogOnScriptsEndDate] datetime NULL,
  [ProfileLoadStartDate] datetime NULL,
  [ProfileLoadEndDate] datetime NULL,
  [InteractiveStartDate] datetime NULL,
  [InteractiveEndDate] datetime NULL,
  [SessionKey] uniqueidentifier NOT NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_Connection_ModifiedDate] ON [MonitorData].[Connection] ([ModifiedDate]);
-- next
CREATE INDEX [IX_Connection_SessionKey] ON [MonitorData].[Connection] ([SessionKey]);
-- next
CREATE TABLE [MonitorData].[User] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [Sid] nvarchar(255) NOT NULL,
  [Upn] nvarchar(255) NOT NULL,
  [UserName] nvarchar(255) NOT NULL,
  [FullName] nvarchar(255) NULL,
  [Domain] nvarchar(255) NOT NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_User_ModifiedDate] ON [MonitorData].[User] ([ModifiedDate]);
-- next
CREATE TABLE [MonitorData].[Machine] (
  [Id] uniqueidentifier NOT NULL PRIMARY KEY,
  [Sid] nvarchar(255) NULL,
  [Name] nvarchar(255) NULL,
  [DnsName] nvarchar(255) NULL,
  [LifecycleState] int NOT NULL,
  [IPAddress] nvarchar(50) NULL,
  [HostedMachineId] nvarchar(255) NULL,
  [HostingServerName] nvarchar(255) NULL,
  [HostedMachineName] nvarchar(255) NULL,
  [IsAssigned] bit NULL,
  [IsInMaintenanceMode] bit NULL,
  [IsPendingUpdate] bit NULL,
  [AgentVersion] nvarchar(255) NULL,
  [AssociatedUserFullNames] nvarchar(max) NULL,
  [AssociatedUserNames] nvarchar(max) NULL,
  [AssociatedUserUPNs] nvarchar(max) NULL,
  [CurrentRegistrationState] int NULL,
  [RegistrationStateChangeDate] datetime NULL,
  [LastDeregisteredCode] int NULL,
  [LastDeregisteredDate] datetime NULL,
  [CurrentPowerState] int NULL,
  [CurrentSessionCount] int NULL,
  [ControllerDnsName] nvarchar(255) NULL,
  [PoweredOnDate] datetime NULL,
  [PowerStateChangeDate] datetime NULL,
  [FunctionalLevel] int NULL,
  [FailureDate] datetime NULL,
  [WindowsConnectionSetting] int NULL,
  [IsPreparing] bit NULL,
  [FaultState] int NULL,
  [OSType] nvarchar(255) NULL,
  [CurrentLoadIndexId] bigint NULL,
  [CatalogId] uniqueidentifier NULL,
  [DesktopGroupId] uniqueidentifier NULL,
  [HypervisorId] uniqueidentifier NULL,
  [Hash] nvarchar(255) NULL,
  [MachineRole] int NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_Machine_ModifiedDate] ON [MonitorData].[Machine] ([ModifiedDate]);
-- next
CREATE INDEX [IX_Machine_DesktopGroupId] ON [MonitorData].[Machine] ([DesktopGroupId]);
-- next
CREATE TABLE [MonitorData].[DesktopGroup] (
  [Id] uniqueidentifier NOT NULL PRIMARY KEY,
  [Name] nvarchar(255) NOT NULL,
  [IsRemotePC] bit NULL,
  [DesktopKind] int NULL,
  [LifecycleState] int NOT NULL,
  [SessionSupport] int NULL,
  [DeliveryType] int NULL,
  [IsInMaintenanceMode] bit NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_DesktopGroup_ModifiedDate] ON [MonitorData].[DesktopGroup] ([ModifiedDate]);
-- next
CREATE TABLE [MonitorData].[Catalog] (
  [Id] uniqueidentifier NOT NULL PRIMARY KEY,
  [Name] nvarchar(255) NOT NULL,
  [LifecycleState] int NOT NULL,
  [ProvisioningType] int NULL,
  [PersistentUserChanges] int NULL,
  [IsMachinePhysical] bit NULL,
  [AllocationType] int NULL,
  [SessionSupport] int NULL,
  [ProvisioningSchemeId] uniqueidentifier NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_Catalog_ModifiedDate] ON [MonitorData].[Catalog] ([ModifiedDate]);
-- next
CREATE TABLE [MonitorData].[Hypervisor] (
  [Id] uniqueidentifier NOT NULL PRIMARY KEY,
  [Name] nvarchar(255) NOT NULL,
  [LifecycleState] int NOT NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_Hypervisor_ModifiedDate] ON [MonitorData].[Hypervisor] ([ModifiedDate]);
-- next
CREATE TABLE [MonitorData].[Application] (
  [Id] uniqueidentifier NOT NULL PRIMARY KEY,
  [Name] nvarchar(255) NOT NULL,
  [PublishedName] nvarchar(255) NULL,
  [ApplicationType] int NULL,
  [Enabled] bit NULL,
  [AdminFolder] nvarchar(255) NULL,
  [LifecycleState] int NOT NULL,
  [Path] nvarchar(max) NULL,
  [BrowserName] nvarchar(255) NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_Application_ModifiedDate] ON [MonitorData].[Application] ([ModifiedDate]);
-- next
CREATE TABLE [MonitorData].[ApplicationInstance] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [ApplicationId] uniqueidentifier NOT NULL,
  [SessionKey] uniqueidentifier NOT NULL,
  [StartDate] datetime NULL,
  [EndDate] datetime NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_ApplicationInstance_EndDate_Id] ON [MonitorData].[ApplicationInstance] ([EndDate], [Id]);
-- next
CREATE INDEX [IX_ApplicationInstance_ModifiedDate] ON [MonitorData].[ApplicationInstance] ([ModifiedDate]);
-- next
CREATE INDEX [IX_ApplicationInstance_SessionKey] ON [MonitorData].[ApplicationInstance] ([SessionKey]);
-- next
CREATE TABLE [MonitorData].[ConnectionFailureCategory] (
  [Id] int NOT NULL PRIMARY KEY,
  [ConnectionFailureEnumValue] int NOT NULL,
  [Category] int NOT NULL
);
-- next
CREATE TABLE [MonitorData].[ConnectionFailureLog] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [SessionKey] uniqueidentifier NOT NULL,
  [FailureDate] datetime NOT NULL,
  [ConnectionFailureEnumValue] int NOT NULL,
  [UserId] bigint NULL,
  [MachineId] uniqueidentifier NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_ConnectionFailureLog_ModifiedDate] ON [MonitorData].[ConnectionFailureLog] ([ModifiedDate]);
-- next
CREATE INDEX [IX_ConnectionFailureLog_SessionKey] ON [MonitorData].[ConnectionFailureLog] ([SessionKey]);
-- next
CREATE TABLE [MonitorData].[MachineFailureLog] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [MachineId] uniqueidentifier NOT NULL,
  [FailureStartDate] datetime NOT NULL,
  [FailureEndDate] datetime NULL,
  [FaultState] int NOT NULL,
  [LastDeregisteredCode] int NULL,
  [CreatedDate] datetime NOT NULL,
  [ModifiedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_MachineFailureLog_ModifiedDate] ON [MonitorData].[MachineFailureLog] ([ModifiedDate]);
-- next
CREATE INDEX [IX_MachineFailureLog_MachineId] ON [MonitorData].[MachineFailureLog] ([MachineId]);
-- next
CREATE TABLE [MonitorData].[LoadIndex] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [EffectiveLoadIndex] int NOT NULL,
  [Cpu] int NULL,
  [Memory] int NULL,
  [Disk] int NULL,
  [Network] int NULL,
  [SessionCount] int NULL,
  [MachineId] uniqueidentifier NOT NULL,
  [CreatedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_LoadIndex_CreatedDate] ON [MonitorData].[LoadIndex] ([CreatedDate]);
-- next
CREATE INDEX [IX_LoadIndex_MachineId] ON [MonitorData].[LoadIndex] ([MachineId]);
-- next
CREATE TABLE [MonitorData].[SessionAutoReconnect] (
  [Id] bigint NOT NULL PRIMARY KEY,
  [SessionKey] uniqueidentifier NOT NULL,
  [ConnectionId] bigint NULL,
  [AutoReconnectCount] int NULL,
  [AutoReconnectType] int NULL,
  [EventTimestamp] datetime NULL,
  [CreatedDate] datetime NOT NULL
);
-- next
CREATE INDEX [IX_SessionAutoReconnect_CreatedDate] ON [MonitorData].[SessionAutoReconnect] ([CreatedDate]);
-- next
CREATE INDEX [IX_SessionAutoReconnect_SessionKey] ON [MonitorData].[SessionAutoReconnect] ([SessionKey]);
