import type { Incident } from "@/lib/domain/ghost/incident";
import { type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import type { GhostDesk } from "../runtime";

/** Incidents in memory alone, for tests of what stands on them: what was applied is what there is. */
export class TestGhostDesk implements GhostDesk {
  settings: GhostSettings = usualSettings();
  readonly applied: Incident[] = [];
  readonly #incidents = new Map<string, Incident>();

  get(id: string): Incident | undefined {
    return this.#incidents.get(id);
  }

  apply(incident: Incident): void {
    this.applied.push(incident);
    this.#incidents.set(incident.id, incident);
  }

  applySettings(settings: GhostSettings): void {
    this.settings = settings;
  }

  async settle(): Promise<void> {}
}
