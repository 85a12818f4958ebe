import type Database from "libsql";
import type { Instant } from "@/lib/domain/site";
import type { SdkConnectionAttempt } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import { iso } from "../store/table";
import { failureReason } from "./machine-answers";
import { accountOf } from "./session-answers";

/** The broker's log of connections stands in its table only; the world forgets a session that ended. */

interface LogRow {
  readonly Uid: number;
  readonly WorkerUid: number;
  readonly BrokeringTime: string;
  readonly BrokeringUserUid: number | null;
  readonly EstablishmentTime: string | null;
  readonly EndTime: string | null;
  readonly ConnectionFailureReason: number | null;
  readonly Disconnected: number | null;
}

const PAGE = `SELECT rowid AS "Uid", * FROM "ConnectionLog" WHERE rowid > ? AND "BrokeringTime" >= ? ORDER BY rowid LIMIT ?`;

export interface LogPlace {
  readonly since: Instant;
  /** The number of the last attempt of the page before; 0 for the first page. */
  readonly after: number;
  readonly most: number;
}

/** Attempts from a moment on, in the order in which they began. */
export function readConnectionLog(db: Database.Database, world: World, place: LogPlace): SdkConnectionAttempt[] {
  const rows = db.prepare(PAGE).all([place.after, iso(place.since), place.most]) as LogRow[];
  return rows.map((row) => attemptOf(row, world));
}

const instant = (text: string | null) => (text === null ? null : Date.parse(text));

function attemptOf(row: LogRow, world: World): SdkConnectionAttempt {
  // The broker numbers machines in the order in which they stand in the census.
  const machine = world.census.machines[row.WorkerUid - 1];
  return {
    uid: row.Uid,
    machineName: machine ? `${machine.domain}\\${machine.name}` : null,
    userName: accountOf(world, row.BrokeringUserUid),
    brokeredAt: Date.parse(row.BrokeringTime),
    establishedAt: instant(row.EstablishmentTime),
    endedAt: instant(row.EndTime),
    failure: failureReason(row.ConnectionFailureReason),
    disconnected: row.Disconnected === null ? null : row.Disconnected !== 0,
  };
}
