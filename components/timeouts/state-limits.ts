import type { GroupLimit, TimeoutGroup } from "@/lib/api/contract/timeouts";
import type { StandingState, Timer } from "@/lib/domain/session/life";
import { limitSpan } from "../session/limit-words";

/** What limits a place of the diagram, told over all groups that have sessions in it. */

const DRIVES: Record<StandingState, { timer: Timer; does: string } | null> = {
  "pre-launched-active": { timer: "pre-launch-disconnect", does: "disc." },
  "pre-launched-disconnected": { timer: "pre-launch-terminate", does: "ends" },
  "interactive-active": null,
  "interactive-idle": { timer: "idle", does: "limit" },
  "interactive-disconnected": { timer: "disconnected", does: "limit" },
  "lingering-active": { timer: "linger-disconnect", does: "disc." },
  "lingering-disconnected": { timer: "linger-terminate", does: "ends" },
};

/** `limit 8 h`, `no limit`, `limits differ`, `limit unknown`; null where no timer runs, or no group has sessions there. */
export function stateLimit(state: StandingState, groups: readonly TimeoutGroup[]): string | null {
  const drive = DRIVES[state];
  const concerned = groups.filter((group) => (group.states[state] ?? 0) > 0);
  if (drive === null || concerned.length === 0) return null;
  const told = new Set(concerned.map((group) => limitTold(group.limits.find(({ timer }) => timer === drive.timer))));
  const [only] = told;
  if (told.size > 1 || only === undefined || only === "mixed") return "limits differ";
  if (only === "off") return "no limit";
  if (only === "unknown") return "limit unknown";
  return `${drive.does} ${only}`;
}

function limitTold(limit: GroupLimit | undefined): string {
  if (!limit || (limit.kind === "set" && limit.seconds === null)) return "unknown";
  return limit.kind === "set" && limit.seconds !== null ? limitSpan(limit.seconds) : limit.kind;
}
