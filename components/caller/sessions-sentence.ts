import type { SessionRow } from "@/lib/api/contract/sessions";
import { formatInstant } from "../ui/time-format";
import { countOf, listOfWords, onMachine, readable } from "../words";

type Told = Pick<SessionRow, "state" | "machine" | "since" | "hidden">;

/** So many sessions are told one by one; more are counted. */
const TOLD_MAX = 3;

/**
 * What the site believes of one person, in one plain sentence: `Anna Novak has 2 sessions: Active on SRV-07 since 08:12, and
 * Disconnected on SRV-12 since yesterday 17:40.` Times by the zone's clock.
 */
export function sessionsSentence(name: string, sessions: readonly Told[], now: number, zone: string): string {
  if (sessions.length === 0) return `${name} has no session on this site.`;
  const count = countOf(sessions.length, "session");
  if (sessions.length > TOLD_MAX) return `${name} has ${count}: ${countByState(sessions)}, on ${machinesOf(sessions)}.`;
  const told = sessions.map((session) => tell(session, now, zone));
  return `${name} has ${count}: ${told.length === 1 ? told[0] : joinTold(told)}.`;
}

function tell({ state, machine, since, hidden }: Told, now: number, zone: string): string {
  return `${readable(state)} ${onMachine(machine)} since ${formatInstant(Date.parse(since), now, zone)}${hidden ? " (hidden)" : ""}`;
}

/** With a comma before the "and": each part has its own words. */
function joinTold(told: readonly string[]): string {
  return `${told.slice(0, -1).join(", ")}, and ${told.at(-1)}`;
}

function countByState(sessions: readonly Told[]): string {
  const counts = new Map<string, number>();
  for (const { state } of sessions) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts].sort(([, a], [, b]) => b - a);
  return listOfWords(parts.map(([state, count]) => `${count} ${readable(state)}`));
}

function machinesOf(sessions: readonly Told[]): string {
  const machines = new Set(sessions.map((session) => session.machine));
  const [only] = machines;
  return machines.size === 1 && only ? only : countOf(machines.size, "machine");
}
