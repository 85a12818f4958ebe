import type { Desk } from "@/lib/desk/client";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { Finding, Subject } from "@/lib/domain/ghost/finding";
import { aFinding, NOON } from "@/lib/domain/ghost/incident.fixture";
import type { IncidentEvent } from "@/lib/domain/ghost/incident-event";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { GhostDelta, GhostOrders } from "../protocol";
import { changeIncident } from "./incident-changes";
import { IncidentKeeper } from "./incident-keeper";

/** A keeper of incidents over a real database of ours, for tests; it can be opened again, and its database can be lost. */

const SITE = "site";

export const sessionSubject = (key: string): Subject => ({ kind: "session", key });
export const findingOf = (key: string, facts: Partial<Finding> = {}): Finding =>
  aFinding({ subject: sessionSubject(key), ...facts });

/** What a pass `afterMs` after noon found; null for `at`: a pass that could judge nothing. */
export function delta(afterMs: number | null, facts: Partial<GhostDelta> = {}): GhostDelta {
  return { judgedAt: afterMs === null ? null : NOON + afterMs, found: [], withdrawn: [], ...facts };
}

export const found = (...keys: string[]): Partial<GhostDelta> => ({ found: keys.map((key) => findingOf(key)) });
export const withdrawn = (...keys: string[]): Partial<GhostDelta> => ({
  withdrawn: keys.map((key) => ({ subject: sessionSubject(key), reason: "ended" })),
});

export class KeeperWorld {
  readonly orders: GhostOrders[] = [];
  /** Ids of incidents that changed outside of a pass. */
  readonly changed: string[][] = [];
  readonly #temporary: TemporaryDesk;

  private constructor(temporary: TemporaryDesk) {
    this.#temporary = temporary;
  }

  static async make(): Promise<KeeperWorld> {
    return new KeeperWorld(await makeTemporaryDesk());
  }

  get desk(): Desk {
    return this.#temporary.desk;
  }

  get url(): string {
    return this.#temporary.url;
  }

  /** A keeper as one start of the program makes it, `afterMs` after noon. */
  open(afterMs = 0, desk = this.desk): Promise<IncidentKeeper> {
    return IncidentKeeper.open({
      ...{ desk, siteId: SITE, settings: usualSettings(), now: NOON + afterMs },
      onChanged: (ids) => this.changed.push([...ids]),
      onOrders: (orders) => this.orders.push(orders),
    });
  }

  /** What a person does, committed as operations do it and told to the keeper. */
  async person(keeper: IncidentKeeper, id: string, event: IncidentEvent) {
    const { incident } = await this.desk.$transaction((tx) => changeIncident(tx, SITE, id, event));
    keeper.apply(incident);
    return incident;
  }

  /** From now on nothing can be written until {@link bringBack}. */
  async lose(): Promise<void> {
    for (const [table, verb] of WRITES) {
      await this.desk.$executeRawUnsafe(
        `CREATE TRIGGER "${verb}${table}" BEFORE ${verb} ON "${table}" BEGIN SELECT RAISE(ABORT, 'away'); END`,
      );
    }
  }

  async bringBack(): Promise<void> {
    for (const [table, verb] of WRITES) await this.desk.$executeRawUnsafe(`DROP TRIGGER "${verb}${table}"`);
  }

  async incidents() {
    return this.desk.incident.findMany({ where: { siteId: SITE }, orderBy: { firstSeenAt: "asc" } });
  }

  /** History as `event at`, milliseconds after noon. */
  async history(incidentId: string): Promise<string[]> {
    const rows = await this.desk.incidentEntry.findMany({ where: { incidentId }, orderBy: { id: "asc" } });
    return rows.map(({ event, at }) => `${event} ${at.getTime() - NOON}`);
  }

  close(): Promise<void> {
    return this.#temporary.remove();
  }
}

const WRITES = [
  ["Incident", "INSERT"],
  ["Incident", "UPDATE"],
  ["IncidentEntry", "INSERT"],
] as const;
