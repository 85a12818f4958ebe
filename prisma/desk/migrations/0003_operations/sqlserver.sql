CREATE TABLE [ghostdesk].[Operation] (
  [id] nvarchar(36) NOT NULL CONSTRAINT [PK_Operation] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [verb] nvarchar(32) NOT NULL,
  [targetKind] nvarchar(16) NOT NULL,
  [label] nvarchar(max) NOT NULL,
  [machineKey] nvarchar(64) NULL,
  [machine] nvarchar(255) NULL,
  [params] nvarchar(max) NOT NULL,
  [actor] nvarchar(64) NOT NULL,
  [kind] nvarchar(16) NOT NULL,
  [role] nvarchar(16) NOT NULL,
  [reason] nvarchar(max) NOT NULL,
  [ticket] nvarchar(64) NULL,
  [requestKey] nvarchar(255) NOT NULL,
  [previewId] nvarchar(64) NOT NULL,
  [state] nvarchar(16) NOT NULL,
  [message] nvarchar(max) NULL,
  [askedAt] datetime2 NOT NULL,
  [acceptedAt] datetime2 NULL,
  [settledAt] datetime2 NULL,
  [endsAt] datetime2 NULL,
  [stoppedBy] nvarchar(64) NULL,
  [evidence] nvarchar(max) NOT NULL
);
-- next
CREATE UNIQUE INDEX [Operation_siteId_previewId] ON [ghostdesk].[Operation] ([siteId], [previewId]);
-- next
CREATE UNIQUE INDEX [Operation_siteId_actor_requestKey] ON [ghostdesk].[Operation] ([siteId], [actor], [requestKey]);
-- next
CREATE INDEX [Operation_siteId_askedAt] ON [ghostdesk].[Operation] ([siteId], [askedAt]);
-- next
CREATE INDEX [Operation_siteId_state] ON [ghostdesk].[Operation] ([siteId], [state]);
-- next
CREATE TABLE [ghostdesk].[OperationPart] (
  [operationId] nvarchar(36) NOT NULL CONSTRAINT [FK_OperationPart_Operation] REFERENCES [ghostdesk].[Operation] ([id]),
  [number] int NOT NULL,
  [key] nvarchar(255) NOT NULL,
  [label] nvarchar(max) NOT NULL,
  [machineKey] nvarchar(64) NULL,
  [state] nvarchar(16) NOT NULL,
  [message] nvarchar(max) NULL,
  [before] nvarchar(max) NULL,
  [sentAt] datetime2 NULL,
  [acceptedAt] datetime2 NULL,
  [settledAt] datetime2 NULL,
  [lookUntil] datetime2 NULL,
  CONSTRAINT [PK_OperationPart] PRIMARY KEY ([operationId], [number])
);
-- next
CREATE TABLE [ghostdesk].[OperationGhost] (
  [operationId] nvarchar(36) NOT NULL CONSTRAINT [FK_OperationGhost_Operation] REFERENCES [ghostdesk].[Operation] ([id]),
  [incidentId] nvarchar(36) NOT NULL,
  [siteId] nvarchar(64) NOT NULL,
  [verb] nvarchar(32) NOT NULL,
  [class] nvarchar(32) NOT NULL,
  [outcome] nvarchar(16) NULL,
  CONSTRAINT [PK_OperationGhost] PRIMARY KEY ([operationId], [incidentId])
);
-- next
CREATE INDEX [OperationGhost_siteId_verb_class] ON [ghostdesk].[OperationGhost] ([siteId], [verb], [class]);
-- next
CREATE TABLE [ghostdesk].[OperationLock] (
  [siteId] nvarchar(64) NOT NULL,
  [resource] nvarchar(320) NOT NULL,
  [machineKey] nvarchar(64) NULL,
  [operationId] nvarchar(36) NOT NULL,
  CONSTRAINT [PK_OperationLock] PRIMARY KEY ([siteId], [resource])
);
-- next
CREATE INDEX [OperationLock_siteId_machineKey] ON [ghostdesk].[OperationLock] ([siteId], [machineKey]);
-- next
CREATE INDEX [OperationLock_operationId] ON [ghostdesk].[OperationLock] ([operationId]);
-- next
ALTER TABLE [ghostdesk].[AuditEntry] ADD [mac] nvarchar(64) NULL;
-- next
CREATE INDEX [IX_AuditEntry_siteId_id] ON [ghostdesk].[AuditEntry] ([siteId], [id]);
-- next
CREATE TRIGGER [ghostdesk].[AuditEntry_only_added] ON [ghostdesk].[AuditEntry] INSTEAD OF UPDATE, DELETE
AS
BEGIN
  THROW 50001, 'The audit is only added to.', 1;
END;
