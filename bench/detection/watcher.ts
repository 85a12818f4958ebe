import type { Clock } from "@/lib/clock";
import { IncidentBook } from "@/lib/collector/detect/incident-book";
import { Pass } from "@/lib/collector/pass";
import type { PassSources } from "@/lib/collector/pass-options";
import type { SdkSource } from "@/lib/site/port";
import { withoutServers } from "./direct-sdk";
import type { DirectTables } from "./direct-tables";
import { SightingLog } from "./sighting";

/** Ghostdesk as it watches a site: its own passes, rules and incidents, with as many sources as the mode has. */

export const MODES = ["full", "without servers", "tables only"] as const;
export type Mode = (typeof MODES)[number];

function sourcesOf(mode: Mode, tables: DirectTables, sdk: SdkSource): PassSources {
  const both = { monitor: tables.monitor(), broker: tables.broker() };
  switch (mode) {
    case "full":
      return { ...both, sdk };
    case "without servers":
      return { ...both, sdk: withoutServers(sdk) };
    case "tables only":
      return { ...both, sdk: null };
  }
}

export class Watcher {
  readonly mode: Mode;
  readonly log = new SightingLog();
  readonly #pass: Pass;
  readonly #book = new IncidentBook();

  constructor(mode: Mode, tables: DirectTables, sdk: SdkSource, clock: Clock) {
    this.mode = mode;
    // Real time stands still within a pass: how fast this machine is must not decide what is read when.
    this.#pass = new Pass(sourcesOf(mode, tables, sdk), { site: clock, wall: clock });
  }

  /** One pass. Rejects where the tables could not be read: then nothing that is measured would mean anything. */
  async look(): Promise<void> {
    const run = this.#pass.run();
    for (;;) {
      const step = await run.next();
      if (!step.done) continue;
      const { ghosts, sources } = step.value;
      const lost = sources.find(({ name, state }) => name === "monitor" && state === "lost");
      if (lost) throw new Error(`The tables could not be read: ${lost.problem}`);
      if (ghosts.judgedAt === null) return;
      for (const incident of this.#book.take(ghosts)) this.log.note(incident, ghosts.judgedAt);
      return;
    }
  }
}
