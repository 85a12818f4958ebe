CREATE INDEX [Operation_siteId_settledAt_askedAt] ON [ghostdesk].[Operation] ([siteId], [settledAt], [askedAt]);
-- next
CREATE INDEX [Operation_siteId_endsAt] ON [ghostdesk].[Operation] ([siteId], [endsAt]);
