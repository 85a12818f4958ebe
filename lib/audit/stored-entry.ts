import type { AuditEntry, Prisma } from "@/prisma/generated/desk-sqlserver/client";

/** A row of the audit as it is stored, and what narrows a search among them. */
export type StoredEntry = AuditEntry;
export type StoredEntryWhere = Prisma.AuditEntryWhereInput;
