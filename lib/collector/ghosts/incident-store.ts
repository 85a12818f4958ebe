import { setImmediate } from "node:timers/promises";
import type { Desk } from "@/lib/desk/client";
import { serializable } from "@/lib/desk/serializable";
import { OPEN_STATES } from "@/lib/domain/ghost/classes";
import { RETURN_WITHIN_MS } from "@/lib/domain/ghost/find-incident";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { applySteps, type Step, subjectId } from "./incident-changes";
import { fromIncidentRow } from "./incident-rows";

/**
 * Writes what happened to incidents, oldest first, and keeps what could not be written yet: a lost desk database costs nothing as long
 * as the program lives, and delays nothing that is shown.
 */

/** Steps of one transaction: short, so that nobody waits for it long, and below the 2,100 parameters that SQL Server takes. */
const BATCH = 25;
/** From so many waiting steps on, those that a later one of the same subject makes needless are left out. */
const THIN_FROM = 500;

const NOT_WRITTEN = "Our own database cannot be written at the moment.";

export interface WaitingStep extends Step {
  /** It adds nothing to the history: a later one that adds nothing says the same and more. */
  readonly isQuiet: boolean;
}

/** What our own tables know when the program starts. */
export interface StoredIncidents {
  /** Open, dismissed while their subject stands, or ended within the last day. */
  readonly incidents: readonly Incident[];
  /** When the last one ended; null where there was none. */
  readonly lastEndedAt: Instant | null;
}

export interface IncidentStoreOptions {
  readonly desk: Desk;
  readonly siteId: string;
  /** What these subjects' last incidents are in our own tables, by {@link subjectId}, after some of their steps were written. */
  onWritten(written: ReadonlyMap<string, Incident>): void;
}

export class IncidentStore {
  readonly #options: IncidentStoreOptions;
  #waiting: readonly WaitingStep[] = [];
  #writing: Promise<void> | null = null;
  #isFailing = false;

  constructor(options: IncidentStoreOptions) {
    this.#options = options;
  }

  /** Steps that are not known to be written yet, oldest first. */
  get waiting(): readonly WaitingStep[] {
    return this.#waiting;
  }

  /** `now`: site time, from which the last day is counted. */
  async read(now: Instant): Promise<StoredIncidents> {
    const { desk, siteId } = this.#options;
    const since = new Date(now - RETURN_WITHIN_MS);
    const rows = await desk.incident.findMany({
      where: { siteId, OR: [{ clearedAt: null }, { clearedAt: { gte: since } }] },
      orderBy: { firstSeenAt: "asc" },
    });
    const { _max } = await desk.incident.aggregate({
      where: { siteId, state: { notIn: [...OPEN_STATES] } },
      _max: { clearedAt: true, dismissedAt: true },
    });
    const ends = [_max.clearedAt, _max.dismissedAt].flatMap((end) => (end ? [end.getTime()] : []));
    return {
      incidents: rows.map(fromIncidentRow).filter((incident) => incident !== null),
      lastEndedAt: ends.length > 0 ? Math.max(...ends) : null,
    };
  }

  add(steps: readonly WaitingStep[]): void {
    this.#waiting = thin([...this.#waiting, ...steps]);
    this.flush();
  }

  /** Tries to write what waits, where nothing is being written already. */
  flush(): void {
    if (this.#waiting.length === 0 || this.#writing !== null) return;
    this.#writing = this.#writeAll().finally(() => {
      this.#writing = null;
    });
  }

  /** Resolves when everything is written; rejects with DeskError `unavailable` where it could not be. */
  async settle(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.flush();
      await this.#writing;
      if (this.#isFailing) throw new DeskError("unavailable", NOT_WRITTEN, { retryAfterSeconds: 5 });
    }
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await this.#writeBatch(this.#waiting.slice(0, BATCH));
        // SQLite is written without a pause of its own: people's requests come before the next part.
        await setImmediate();
      }
      this.#isFailing = false;
    } catch (error) {
      const waiting = this.#waiting.length;
      if (!this.#isFailing) log.warn({ error: describeError(error), waiting }, "incidents wait for the desk database");
      this.#isFailing = true;
    }
  }

  async #writeBatch(batch: readonly WaitingStep[]): Promise<void> {
    const { desk, siteId, onWritten } = this.#options;
    const written = await serializable(desk, (tx) => applySteps(tx, siteId, batch));
    const done = new Set(batch);
    this.#waiting = this.#waiting.filter((step) => !done.has(step));
    onWritten(written);
  }
}

/** Without the quiet findings that a later quiet finding of the same subject follows at once. */
function thin(steps: readonly WaitingStep[]): readonly WaitingStep[] {
  if (steps.length < THIN_FROM) return steps;
  const next = new Map<string, WaitingStep>();
  const kept = steps.toReversed().filter((step) => {
    const id = subjectId(step.subject);
    const later = next.get(id);
    next.set(id, step);
    return !(isQuietFinding(step) && later && isQuietFinding(later));
  });
  return kept.reverse();
}

function isQuietFinding({ event, isQuiet }: WaitingStep): boolean {
  return isQuiet && event?.type === "found";
}
