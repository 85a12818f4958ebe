import type { FailedLaunch, FailedSession } from "@/lib/domain/ghost/facts";
import type { Instant, Person } from "@/lib/domain/site";
import { RecentLog } from "../ghosts/recent-log";
import type { FailureWitness } from "../ghosts/witnesses";
import type { SiteCopy } from "./site-copy";

/** Failures of a copied site, those that had happened by a moment. */
export class CopiedFailures implements FailureWitness {
  readonly #copy: SiteCopy;
  readonly #personOf: (userId: number) => Person | undefined;
  readonly #sessions = new RecentLog<string, FailedSession>();
  readonly #launches = new RecentLog<number, FailedLaunch>();

  constructor(copy: SiteCopy, personOf: (userId: number) => Person | undefined) {
    this.#copy = copy;
    this.#personOf = personOf;
  }

  /** Takes what happened up to `at`; moments come in order. */
  moveTo(at: Instant): void {
    const categories = new Map(this.#copy.categories.map((row) => [row.Id, row]));
    for (const row of this.#copy.failed) {
      const failedAt = row.FailureDate ?? row.EndDate;
      if (failedAt === null || (row.EndDate ?? 0) > at || row.MachineId === null || row.FailureId === null) continue;
      const category = categories.get(row.FailureId);
      this.#sessions.put(row.SessionKey, row.MachineId, {
        sessionKey: row.SessionKey,
        at: failedAt,
        userKey: this.#keyOf(row.UserId),
        machineKey: row.MachineId,
        categoryId: row.FailureId,
        code: category?.ConnectionFailureEnumValue ?? null,
        category: category?.Category ?? null,
      });
    }
    for (const [index, row] of this.#copy.failures.entries()) if (row.FailureDate <= at) this.#putLaunch(index, row);
  }

  launchesOf(userKey: string, since: Instant): FailedLaunch[] {
    return this.#launches.of(userKey, since);
  }

  ofMachine(machineKey: string, since: Instant): FailedSession[] {
    return this.#sessions.of(machineKey, since);
  }

  machinesChanged(): Set<string> {
    return this.#sessions.takeChanged();
  }

  usersChanged(): Set<string> {
    return this.#launches.takeChanged();
  }

  #putLaunch(index: number, row: SiteCopy["failures"][number]): void {
    const userKey = this.#keyOf(row.UserId);
    if (userKey === null) return;
    const code = row.ConnectionFailureEnumValue ?? 0;
    this.#launches.put(index, userKey, { at: row.FailureDate, userKey, machineKey: row.MachineId, code });
  }

  #keyOf(userId: number | null): string | null {
    return userId === null ? null : (this.#personOf(userId)?.key ?? null);
  }
}
