import type { Timer } from "@/lib/domain/session/life";
import type { LimitSource } from "@/lib/domain/session/limits";

/** How timers and their limits are told: what they are called, how long they are, and who set them. */

/** A timer inside a sentence. */
export const TIMER_NAME: Record<Timer, string> = {
  idle: "idle limit",
  disconnected: "disconnected limit",
  connection: "connection limit",
  "pre-launch-disconnect": "pre-launch disconnect limit",
  "pre-launch-terminate": "pre-launch terminate limit",
  "linger-disconnect": "linger disconnect limit",
  "linger-terminate": "linger terminate limit",
  "power-policy": "power policy",
  "session-reliability": "session reliability limit",
};

/** The same where there is little room, and the line says that it is a limit. */
export const TIMER_SHORT: Record<Timer, string> = {
  idle: "idle",
  disconnected: "disconnected",
  connection: "connection",
  "pre-launch-disconnect": "pre-launch disconnect",
  "pre-launch-terminate": "pre-launch terminate",
  "linger-disconnect": "linger disconnect",
  "linger-terminate": "linger terminate",
  "power-policy": "power policy",
  "session-reliability": "session reliability",
};

/** Who set a limit. */
export const SOURCE_NAME: Record<LimitSource, string> = {
  "rds-group-policy": "RDS policy",
  "rds-listener": "RDS listener",
  "citrix-policy": "Citrix policy",
  "group-linger": "group setting",
  "group-pre-launch": "group setting",
  "group-power-policy": "group power policy",
};

/** The same where nothing else says on what it was read. */
export const SOURCE_PLACE: Record<LimitSource, string> = {
  ...SOURCE_NAME,
  "rds-group-policy": "RDS policy on the server",
  "rds-listener": "RDS listener on the server",
};

const UNITS = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3600 },
  { name: "min", seconds: 60 },
  { name: "s", seconds: 1 },
] as const;

/** A limit as it was set, to the second: `8 h`, `1 h 30 min`, `90 s` as `1 min 30 s`. One day is told as `24 h`, as policies do. */
export function limitSpan(seconds: number): string {
  const span = Math.max(0, Math.round(seconds));
  if (span === 0) return "0 s";
  if (span % 3600 === 0 && span <= 86_400) return `${span / 3600} h`;
  let rest = span;
  const parts: string[] = [];
  for (const { name, seconds: size } of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return parts.join(" ");
}
