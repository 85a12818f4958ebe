import type { Clock } from "@/lib/clock";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { LeaseFolderAddress } from "@/lib/env";
import type { SdkSource } from "@/lib/site/port";
import type { openBrokerTables, TablesDatabase } from "@/lib/site/tables/database";
import type { GhostOrders } from "./protocol";

/** What a pass reads, by which clocks, and how. */

export interface PassSources {
  readonly monitor: TablesDatabase;
  readonly broker: ReturnType<typeof openBrokerTables> | null;
  readonly sdk: SdkSource | null;
}

export interface PassClocks {
  /** Our idea of the site's time, before any correction. */
  readonly site: Clock;
  /** Real time, for how long a read took and how often the slow reads come. */
  readonly wall: Clock;
}

export const RECONCILE_MS = 10 * 60_000;

export interface PassOptions {
  /** How often everything is read again. */
  readonly reconcileMs?: number;
  readonly ghosts?: GhostOrders;
  readonly leaseFolders?: readonly LeaseFolderAddress[];
}
export const USUAL_ORDERS: GhostOrders = { settings: usualSettings(), open: [] };
