import type { LifeState } from "@/lib/domain/session/life";

/** The places of the timeouts diagram by name: all that a list of sessions needs of them. */
export const LIFE_NAME: Record<LifeState, string> = {
  starting: "Logging on",
  "pre-launched-active": "Active, pre-launched",
  "pre-launched-disconnected": "Disconnected, pre-launched",
  "interactive-active": "Active, interactive",
  "interactive-idle": "Idle, interactive",
  "interactive-disconnected": "Disconnected, interactive",
  "lingering-active": "Active, lingering",
  "lingering-disconnected": "Disconnected, lingering",
  ended: "Ended",
};

/** A place as it came with an address; what no list names stays as it is. */
export function lifeName(life: string): string {
  return Object.hasOwn(LIFE_NAME, life) ? LIFE_NAME[life as LifeState] : life;
}
