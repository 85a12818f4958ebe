import { z } from "zod";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { MONITOR, spell } from "@/lib/site/enumerations";
import type { SdkSession, SdkSource } from "@/lib/site/port";
import { optional } from "@/lib/site/tables/cell";
import type { DirectTables } from "./direct-tables";

/** What the public detectors look at: the tables themselves, and Get-BrokerSession as far as their filters name its properties. */

/** What a detector points at. A session that had ended already when it was found is no session key to act on. */
export interface Hit {
  readonly sessionKey: string | null;
  readonly machineId: string | null;
}

export interface PublicDetector {
  readonly name: string;
  /** The rule in a line. */
  readonly rule: string;
  readonly source: string;
  /** `servers`: it points at machines, not at sessions. */
  readonly finds: "sessions" | "servers";
  find(view: DetectorView): Promise<readonly Hit[]>;
}

/** Properties of Get-BrokerSession, by its names, as far as a filter uses them. */
export interface BrokerSession {
  readonly SessionKey: string;
  readonly MachineId: string | null;
  readonly SessionState: string;
  readonly SessionStateChangeTime: Instant;
  readonly SessionSupport: string | null;
  readonly UserName: string | null;
  readonly UntrustedUserName: string | null;
  readonly AppState: string | null;
  readonly ConnectionMode: string | null;
  readonly BrokeringTime: Instant | null;
  /** Its logon has begun and not ended: the SDK's flag, which the application state says as well. */
  readonly LogonInProgress: boolean;
}

const SESSIONS = `SELECT s.SessionKey, s.MachineId, s.ConnectionState, s.ConnectionStateChangeDate, c.BrokeringDate,
    g.SessionSupport, u.Domain, u.UserName
  FROM "Session" s LEFT JOIN "Connection" c ON c.Id = s.CurrentConnectionId LEFT JOIN "User" u ON u.Id = s.UserId
    LEFT JOIN "Machine" m ON m.Id = s.MachineId LEFT JOIN "DesktopGroup" g ON g.Id = m.DesktopGroupId
  WHERE s.EndDate IS NULL AND s.LifecycleState NOT IN (1, 3)`;

const SessionRow = z.object({
  SessionKey: z.string(),
  MachineId: z.string().nullable(),
  ConnectionState: z.number(),
  ConnectionStateChangeDate: optional.instant,
  BrokeringDate: optional.instant,
  SessionSupport: z.number().nullable(),
  Domain: z.string().nullable(),
  UserName: z.string().nullable(),
});

export class DetectorView {
  readonly now: Instant;
  readonly tables: DirectTables;
  readonly #sdk: SdkSource;
  #sessions: Promise<readonly BrokerSession[]> | null = null;

  constructor(now: Instant, tables: DirectTables, sdk: SdkSource) {
    this.now = now;
    this.tables = tables;
    this.#sdk = sdk;
  }

  /** Empty while the controllers cannot reach their database: the cmdlet fails then, and the scripts find nothing. */
  sessions(): Promise<readonly BrokerSession[]> {
    this.#sessions ??= this.#readSessions();
    return this.#sessions;
  }

  /** quser on one machine; null where it answers with an error. */
  async quser(machineId: string): Promise<readonly WindowsSession[] | null> {
    try {
      return await this.#sdk.windowsSessions(machineId);
    } catch (error) {
      if (error instanceof DeskError) return null;
      throw error;
    }
  }

  async #readSessions(): Promise<readonly BrokerSession[]> {
    const known = await this.#askSdk();
    if (!known) return [];
    const rows = z.array(SessionRow).parse(this.tables.rows(SESSIONS));
    return rows.map((row) => brokerSession(row, known.get(row.SessionKey)));
  }

  async #askSdk(): Promise<Map<string, SdkSession> | null> {
    const sessions = new Map<string, SdkSession>();
    try {
      for await (const page of this.#sdk.sessions()) for (const row of page) sessions.set(row.sessionKey, row);
      return sessions;
    } catch (error) {
      if (error instanceof DeskError) return null;
      throw error;
    }
  }
}

function brokerSession(row: z.infer<typeof SessionRow>, sdk: SdkSession | undefined): BrokerSession {
  return {
    SessionKey: row.SessionKey,
    MachineId: row.MachineId,
    SessionState: spell(MONITOR.connectionState, row.ConnectionState),
    SessionStateChangeTime: row.ConnectionStateChangeDate ?? 0,
    SessionSupport: row.SessionSupport === null ? null : spell(MONITOR.sessionSupport, row.SessionSupport),
    UserName: row.UserName === null ? null : `${row.Domain}\\${row.UserName}`,
    UntrustedUserName: sdk?.untrustedUserName ?? null,
    AppState: sdk?.appState ?? null,
    ConnectionMode: sdk?.connectionMode ?? null,
    BrokeringTime: row.BrokeringDate,
    LogonInProgress: sdk?.appState === "PreLogon",
  };
}

export const MINUTE = 60_000;

/** The sessions of Get-BrokerSession that pass a filter. */
export async function filterSessions(
  view: DetectorView,
  filter: (session: BrokerSession) => boolean,
): Promise<readonly Hit[]> {
  const sessions = await view.sessions();
  return sessions.filter(filter).map(({ SessionKey, MachineId }) => ({ sessionKey: SessionKey, machineId: MachineId }));
}
