import type { MachineTimer, MachineTimers } from "@/lib/domain/session/limits";
import type { Instant } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSource } from "@/lib/site/port";
import type { ServerTimer } from "@/lib/site/sdk";
import { deadline } from "@/lib/site/tables/deadline";
import { PendingChanges } from "./pending-changes";

/** Limits stand in policies that change a few times a year; a machine is asked again after so much site time. */
const AGAIN_MS = 6 * 3_600_000;
const FAILED_AGAIN_MS = 30 * 60_000;
/** Real time that one machine may take. */
const ASK_MS_MAX = 15_000;

/**
 * The limits in the machines' own registries, asked one machine after the other in the background. A machine that cannot be asked keeps what it
 * said before; one that never answered is unknown.
 */
export class TimerAsks {
  readonly #sdk: Pick<SdkSource, "serverTimers">;
  readonly #said = new Map<string, MachineTimers>();
  readonly #askedAt = new Map<string, { readonly at: Instant; readonly failed: boolean }>();
  readonly changes = new PendingChanges<MachineTimers>();

  constructor(sdk: Pick<SdkSource, "serverTimers">) {
    this.#sdk = sdk;
  }

  /** How many machines said theirs. */
  get size(): number {
    return this.#said.size;
  }

  machine(key: string): MachineTimers | undefined {
    return this.#said.get(key);
  }

  /**
   * Asks every one of these whose time has come: who was never asked first, in the order given, then who was asked longest ago, so that machines
   * that cannot be asked keep nobody else waiting. Resolves with false where `isOver` ended it early. Never rejects.
   */
  async ask(keys: Iterable<string>, now: () => Instant, isOver: () => boolean): Promise<boolean> {
    for (const key of this.#inTurn(keys, now())) {
      if (isOver()) return false;
      const at = now();
      try {
        const { timers, endsAtLimit } = await deadline(this.#sdk.serverTimers(key), ASK_MS_MAX);
        const said = { key, readAt: at, timers: timers.map(machineTimer), endsAtLimit };
        this.#said.set(key, said);
        this.changes.put(said);
        this.#askedAt.set(key, { at, failed: false });
      } catch (error) {
        this.#askedAt.set(key, { at, failed: true });
        log.debug({ machine: key, reason: describeError(error) }, "a machine cannot be asked for its limits");
      }
    }
    return true;
  }

  /** Machines that left the site are forgotten. */
  keepOnly(isOnSite: (key: string) => boolean): void {
    for (const key of this.#askedAt.keys()) {
      if (isOnSite(key)) continue;
      this.#askedAt.delete(key);
      if (this.#said.delete(key)) this.changes.remove(key);
    }
  }

  #inTurn(keys: Iterable<string>, now: Instant): string[] {
    const askedAt = (key: string) => this.#askedAt.get(key)?.at ?? Number.NEGATIVE_INFINITY;
    const due = Array.from(keys).filter((key) => this.#isDue(key, now));
    return due.sort((a, b) => (askedAt(a) < askedAt(b) ? -1 : askedAt(a) > askedAt(b) ? 1 : 0));
  }

  #isDue(key: string, now: Instant): boolean {
    const asked = this.#askedAt.get(key);
    if (!asked || asked.at > now) return true;
    return now - asked.at >= (asked.failed ? FAILED_AGAIN_MS : AGAIN_MS);
  }
}

const SOURCES = {
  "group-policy": "rds-group-policy",
  listener: "rds-listener",
  "citrix-policy": "citrix-policy",
} as const satisfies Record<ServerTimer["source"], MachineTimer["source"]>;

const machineTimer = ({ timer, ms, source }: ServerTimer): MachineTimer => ({ timer, ms, source: SOURCES[source] });
