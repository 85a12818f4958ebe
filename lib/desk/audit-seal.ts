import { DeskError } from "@/lib/errors";

/** What the audit of a desk is sealed with; see lib/audit/append.ts. */
export interface AuditSeal {
  /** 32 bytes that do not stand in the database. */
  readonly key: Uint8Array;
  /** Told in the middle of each transaction that adds to the audit of that site. */
  added(siteId: string): void;
}

/** What every desk and each of its transactions carry with them beside their tables. */
export interface DeskBinding {
  readonly dialect: "sqlite" | "sqlserver";
  /** Null where the desk was opened only to read. */
  readonly seal: AuditSeal | null;
}

/** A client that carries its binding, and hands it to its transactions: a client extension of Prisma. */
export interface Bound {
  $binding(): DeskBinding;
}

/** Throws DeskError `internal` where the desk was opened without a seal: nothing may be changed that is not audited. */
export function auditSealOf(bound: Bound): { readonly dialect: DeskBinding["dialect"]; readonly seal: AuditSeal } {
  const { dialect, seal } = bound.$binding();
  if (!seal) throw new DeskError("internal", "Our own database was opened without the key of the audit.");
  return { dialect, seal };
}
