CREATE TABLE [ghostdesk].[Incident] (
  [id] nvarchar(36) NOT NULL CONSTRAINT [PK_Incident] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [subjectKind] nvarchar(16) NOT NULL,
  [subjectKey] nvarchar(64) NOT NULL,
  [class] nvarchar(32) NOT NULL,
  [state] nvarchar(16) NOT NULL,
  [confidence] nvarchar(16) NOT NULL,
  [confirmedBy] nvarchar(16) NOT NULL,
  [since] datetime2 NOT NULL,
  [graceMs] bigint NOT NULL,
  [firstSeenAt] datetime2 NOT NULL,
  [lastSeenAt] datetime2 NOT NULL,
  [suspectedAt] datetime2 NOT NULL,
  [confirmedAt] datetime2 NULL,
  [firstActionAt] datetime2 NULL,
  [clearedAt] datetime2 NULL,
  [outcome] nvarchar(32) NULL,
  [returns] int NOT NULL,
  [resting] nvarchar(16) NULL,
  [takenBy] nvarchar(64) NULL,
  [takenAt] datetime2 NULL,
  [dismissedBy] nvarchar(64) NULL,
  [dismissedReason] nvarchar(max) NULL,
  [dismissedAt] datetime2 NULL,
  [next] nvarchar(32) NULL,
  [evidence] nvarchar(max) NOT NULL,
  [hurt] nvarchar(max) NOT NULL,
  [user] nvarchar(max) NULL,
  [userKey] nvarchar(255) NULL,
  [userSource] nvarchar(16) NOT NULL,
  [userFullName] nvarchar(max) NULL,
  [machine] nvarchar(max) NULL,
  [machineKey] nvarchar(64) NULL,
  [deliveryGroup] nvarchar(max) NULL,
  [deliveryGroupKey] nvarchar(64) NULL,
  [sessionSupport] nvarchar(32) NULL
);
-- next
CREATE INDEX [IX_Incident_siteId_state] ON [ghostdesk].[Incident] ([siteId], [state]);
-- next
CREATE INDEX [IX_Incident_siteId_subjectKey] ON [ghostdesk].[Incident] ([siteId], [subjectKey]);
-- next
CREATE INDEX [IX_Incident_siteId_clearedAt] ON [ghostdesk].[Incident] ([siteId], [clearedAt]);
-- next
CREATE TABLE [ghostdesk].[IncidentEntry] (
  [id] int IDENTITY(1,1) NOT NULL CONSTRAINT [PK_IncidentEntry] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [incidentId] nvarchar(36) NOT NULL CONSTRAINT [FK_IncidentEntry_Incident] REFERENCES [ghostdesk].[Incident] ([id]),
  [at] datetime2 NOT NULL,
  [event] nvarchar(32) NOT NULL,
  [actor] nvarchar(64) NULL,
  [detail] nvarchar(max) NULL
);
-- next
CREATE INDEX [IX_IncidentEntry_incidentId] ON [ghostdesk].[IncidentEntry] ([incidentId]);
-- next
CREATE TABLE [ghostdesk].[Setting] (
  [siteId] nvarchar(64) NOT NULL,
  [name] nvarchar(64) NOT NULL,
  [value] nvarchar(max) NOT NULL,
  [changedAt] datetime2 NOT NULL,
  [changedBy] nvarchar(64) NOT NULL,
  CONSTRAINT [PK_Setting] PRIMARY KEY ([siteId], [name])
);
