import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import { Composer } from "../composer";
import { Detector } from "../ghosts/detector";
import { noLimits, type ServerWitness } from "../ghosts/witnesses";
import type { GhostDelta } from "../protocol";
import { SiteRows } from "../site-rows";
import type { CopiedBroker } from "./copied-broker";
import { CopiedFailures } from "./copied-failures";
import { CopiedPace } from "./copied-pace";
import { putMoment, putNames } from "./moment-rows";
import type { SiteCopy } from "./site-copy";

/**
 * A copied site, read at moments of its history in order: the rows go the same way as those of a running reader, through composer and
 * detector. Nobody asks a server, and the SDK is absent.
 */
export class CopiedSite {
  readonly #copy: SiteCopy;
  readonly #broker: CopiedBroker | null;
  readonly #rows = new SiteRows();
  readonly #composer = new Composer(this.#rows);
  readonly #failures: CopiedFailures;
  readonly #pace: CopiedPace;
  readonly #detector: Detector;

  constructor(copy: SiteCopy, broker: CopiedBroker | null, settings: GhostSettings) {
    this.#copy = copy;
    this.#broker = broker;
    this.#failures = new CopiedFailures(copy, (id) => this.#rows.people.get(id));
    this.#pace = new CopiedPace(copy.logons);
    const witnesses = {
      server: this.#silentServers(),
      broker: broker ?? { word: () => null, answered: () => new Set<string>() },
      failures: this.#failures,
      pace: this.#pace,
      limits: noLimits,
    };
    this.#detector = new Detector(this.#composer, witnesses, { settings, open: [] });
    putNames(this.#rows, copy);
  }

  /** What the rules make of the site as it stood at `at`; moments come in order. */
  readAt(at: Instant): GhostDelta {
    putMoment(this.#rows, this.#copy, at);
    this.#broker?.moveTo(at);
    for (const row of this.#broker?.registrations() ?? []) this.#rows.putRegistration(row);
    this.#failures.moveTo(at);
    this.#pace.moveTo(at);
    for (const part of this.#composer.takeDelta()) this.#detector.observe(part, new Set());
    this.#detector.wanted(at);
    return this.#detector.judge(at, { monitor: "ok", broker: this.#broker ? "ok" : "absent", sdk: "absent" });
  }

  /** No server can be heard; each counts as changed, so that every session is judged at every moment. */
  #silentServers(): ServerWitness {
    return {
      word: () => null,
      reach: () => "unreachable",
      answered: () => new Set(this.#composer.machines.keys()),
    };
  }
}
