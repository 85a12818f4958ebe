import type { Claim, ClaimValue } from "@/lib/domain/ghost/evidence";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";

/** Findings as lines of a table. */

const MINUTE = 60_000;

/** `2026-11-17 09:05:00Z`. */
export const clockText = (at: Instant) =>
  new Date(at)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");

function durationText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return `${Math.round(ms / 1_000)} s`;
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function valueText(value: ClaimValue): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "instant":
      return clockText(value.at);
    case "duration":
      return durationText(value.ms);
    case "count":
      return value.count.toString();
    case "none":
      return "none";
    case "unknown":
      return "unknown";
  }
}

/** Field names as words: `logOnEnded` becomes `log on ended`. */
const fieldText = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What a column of its own says already. */
const SAID_ELSEWHERE = new Set(["stateSince", "usualLogon"]);

/** What speaks for it, as `field value`; what is silent is left out. */
function whyText(claims: readonly Claim[]): string {
  const told = claims.filter(({ stance, field }) => stance === "agrees" && !SAID_ELSEWHERE.has(field));
  return [...new Set(told.map(({ field, value }) => `${fieldText(field)} ${valueText(value)}`))].join("; ");
}

export const DETECT_HEAD = ["CLASS", "STATE", "CONFIDENCE", "WHO", "SERVER", "SINCE", "NEXT", "WHY"] as const;

/** Names come from somebody's tables: what steers a terminal is shown, not obeyed. */
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, "\u{FFFD}");

export function detectLine(incident: Incident): string[] {
  const cells = [
    incident.class,
    incident.state,
    incident.confidence,
    incident.user ?? "-",
    incident.machine ?? "-",
    clockText(incident.since),
    incident.next ?? "-",
    whyText(incident.evidence),
  ];
  return cells.map(printable);
}
