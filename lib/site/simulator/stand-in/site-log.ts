import { randomUUID } from "node:crypto";
import type { Instant } from "@/lib/domain/site";
import type { World } from "../engine/world";
import { listing } from "./listing";

/** The site's configuration log: what was done by whom, as consoles and scripts wrote it down (SDK: ConfigurationLogging). */

export interface HighLevelOperation {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly operationType: "AdminActivity" | "ConfigurationChange";
  readonly targetTypes: readonly string[];
  readonly startedAt: Instant;
  endedAt: Instant | null;
  isSuccessful: boolean | null;
  /** Cmdlets that named this entry by -LoggingId. */
  readonly cmdlets: string[];
}

/** Kept while the site runs, whoever asks: all ports of a site read the same log. */
const LOGS = new WeakMap<World, HighLevelOperation[]>();

export function siteLogOf(world: World): HighLevelOperation[] {
  const log = LOGS.get(world) ?? [];
  LOGS.set(world, log);
  return log;
}

type NewOperation = Pick<HighLevelOperation, "text" | "source" | "operationType" | "targetTypes" | "startedAt">;

export function startOperation(world: World, begun: NewOperation): HighLevelOperation {
  const operation = { id: randomUUID(), ...begun, endedAt: null, isSuccessful: null, cmdlets: [] };
  siteLogOf(world).push(operation);
  return operation;
}

/** The account that the scripts run under is not known to the practice site, so nobody is named. */
export const LOG_ENTRIES = listing<HighLevelOperation>("Get-LogHighLevelOperation", {
  typeName: "Citrix.ConfigurationLogging.Sdk.HighLevelOperation",
  items: siteLogOf,
  orderBy: "StartTime",
  types: {
    Id: "Guid",
    Text: "String",
    StartTime: "DateTime",
    EndTime: "DateTime?",
    IsSuccessful: "Boolean?",
    User: "String",
    AdminMachineIP: "String",
    Source: "String",
    OperationType: "OperationType",
    TargetTypes: "String[]",
    Parameters: "Dictionary",
  },
  cells: {
    Id: ({ id }) => id,
    Text: ({ text }) => text,
    StartTime: ({ startedAt }) => startedAt,
    EndTime: ({ endedAt }) => endedAt,
    IsSuccessful: ({ isSuccessful }) => isSuccessful,
    Source: ({ source }) => source,
    OperationType: ({ operationType }) => operationType,
    TargetTypes: ({ targetTypes }) => targetTypes,
  },
});

export const LOG_SITE = listing<null>("Get-LogSite", {
  typeName: "Citrix.ConfigurationLogging.Sdk.Site",
  items: () => [null],
  orderBy: "State",
  types: { Locale: "String", State: "LoggingState" },
  cells: { Locale: () => "en", State: () => "Enabled" },
});
