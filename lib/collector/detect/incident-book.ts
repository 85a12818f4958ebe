import { isOpen } from "@/lib/domain/ghost/classes";
import type { Subject } from "@/lib/domain/ghost/finding";
import type { Incident } from "@/lib/domain/ghost/incident";
import { reduceIncident } from "@/lib/domain/ghost/reduce-incident";
import type { GhostDelta } from "../protocol";

/** Incidents in memory only, for judging what was read of a site without keeping it. The id of an incident is its subject's key. */
export class IncidentBook {
  readonly #incidents = new Map<string, Incident>();

  /** Takes what one read found; answers the incidents that it changed. */
  take({ judgedAt, found, withdrawn, unsure = [] }: GhostDelta): Incident[] {
    if (judgedAt === null) return [];
    const at = judgedAt;
    const before = new Map(this.#incidents);
    for (const { subject, reason } of withdrawn) this.#reduce(subject, { type: "withdrawn", reason, at });
    const heard = new Set(unsure.map(idOf));
    for (const finding of found) {
      heard.add(idOf(finding.subject));
      this.#reduce(finding.subject, { type: "found", finding, at, id: finding.subject.key });
    }
    for (const { subject, state } of before.values()) {
      if (isOpen(state) && !heard.has(idOf(subject))) this.#reduce(subject, { type: "seen-again", at });
    }
    return [...this.#incidents].flatMap(([id, incident]) => (before.get(id) === incident ? [] : [incident]));
  }

  open(): Incident[] {
    return [...this.#incidents.values()].filter(({ state }) => isOpen(state));
  }

  #reduce(subject: Subject, event: Parameters<typeof reduceIncident>[1]): void {
    const { incident } = reduceIncident(this.#incidents.get(idOf(subject)) ?? null, event);
    if (incident) this.#incidents.set(idOf(subject), incident);
  }
}

const idOf = ({ kind, key }: Subject) => `${kind} ${key}`;
