import type { PrismaMssql } from "@prisma/adapter-mssql";
import type { config as SqlServerConfig } from "mssql";

type Factory = Pick<PrismaMssql, "provider" | "adapterName" | "connect">;

/**
 * Prisma's SQL Server adapter, loaded when it first connects: the driver takes 35 MB and a third of a second, which an
 * installation on SQLite never needs.
 */
export function sqlServerAdapter(config: SqlServerConfig): Factory {
  return {
    provider: "sqlserver",
    adapterName: "@prisma/adapter-mssql",
    connect: async () => {
      const { PrismaMssql } = await import("@prisma/adapter-mssql");
      return new PrismaMssql(config).connect();
    },
  };
}
