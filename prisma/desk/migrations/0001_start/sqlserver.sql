CREATE TABLE [ghostdesk].[Account] (
  [id] nvarchar(36) NOT NULL CONSTRAINT [PK_Account] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [name] nvarchar(64) NOT NULL,
  [nameKey] nvarchar(64) NOT NULL,
  [role] nvarchar(16) NOT NULL,
  [passwordHash] nvarchar(255) NOT NULL,
  [isDemo] bit NOT NULL CONSTRAINT [DF_Account_isDemo] DEFAULT 0,
  [disabledAt] datetime2 NULL,
  [createdAt] datetime2 NOT NULL,
  [lastSignInAt] datetime2 NULL
);
-- next
CREATE UNIQUE INDEX [UX_Account_siteId_nameKey] ON [ghostdesk].[Account] ([siteId], [nameKey]);
-- next
CREATE TABLE [ghostdesk].[SignIn] (
  [tokenHash] nvarchar(64) NOT NULL CONSTRAINT [PK_SignIn] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [accountId] nvarchar(36) NOT NULL CONSTRAINT [FK_SignIn_Account] REFERENCES [ghostdesk].[Account] ([id]),
  [createdAt] datetime2 NOT NULL,
  [lastSeenAt] datetime2 NOT NULL,
  [expiresAt] datetime2 NOT NULL,
  [endedAt] datetime2 NULL,
  [userAgent] nvarchar(255) NULL
);
-- next
CREATE INDEX [IX_SignIn_accountId] ON [ghostdesk].[SignIn] ([accountId]);
-- next
CREATE TABLE [ghostdesk].[ApiToken] (
  [id] nvarchar(36) NOT NULL CONSTRAINT [PK_ApiToken] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [name] nvarchar(64) NOT NULL,
  [nameKey] nvarchar(64) NOT NULL,
  [role] nvarchar(16) NOT NULL,
  [tokenHash] nvarchar(64) NOT NULL,
  [createdAt] datetime2 NOT NULL,
  [createdBy] nvarchar(64) NOT NULL,
  [lastUsedAt] datetime2 NULL,
  [revokedAt] datetime2 NULL
);
-- next
CREATE UNIQUE INDEX [UX_ApiToken_tokenHash] ON [ghostdesk].[ApiToken] ([tokenHash]);
-- next
CREATE UNIQUE INDEX [UX_ApiToken_siteId_nameKey] ON [ghostdesk].[ApiToken] ([siteId], [nameKey]);
-- next
CREATE TABLE [ghostdesk].[AuditEntry] (
  [id] int IDENTITY(1,1) NOT NULL CONSTRAINT [PK_AuditEntry] PRIMARY KEY,
  [siteId] nvarchar(64) NOT NULL,
  [at] datetime2 NOT NULL,
  [actor] nvarchar(64) NOT NULL,
  [kind] nvarchar(16) NOT NULL,
  [role] nvarchar(16) NOT NULL,
  [action] nvarchar(64) NOT NULL,
  [subject] nvarchar(255) NOT NULL,
  [detail] nvarchar(max) NOT NULL
);
-- next
CREATE INDEX [IX_AuditEntry_siteId_at] ON [ghostdesk].[AuditEntry] ([siteId], [at]);
-- next
CREATE TABLE [ghostdesk].[Sample] (
  [siteId] nvarchar(64) NOT NULL,
  [at] datetime2 NOT NULL,
  [groupKey] nvarchar(36) NOT NULL,
  [counts] nvarchar(max) NOT NULL,
  CONSTRAINT [PK_Sample] PRIMARY KEY ([siteId], [at], [groupKey])
);
-- next
CREATE TABLE [ghostdesk].[Fact] (
  [name] nvarchar(64) NOT NULL CONSTRAINT [PK_Fact] PRIMARY KEY,
  [value] nvarchar(max) NOT NULL
);
