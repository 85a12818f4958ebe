import { expect, it } from "vitest";
import type { SessionCells } from "@/lib/site/tables/read-sessions";
import { livedSite, opened, sessionsAt } from "./copied-practice.fixture";

/** A practice site is copied at some moments and once more half a day later: the last copy has to tell what the first ones said. */

const CONNECTED = 1;
const DISCONNECTED = 2;
const RESOLVING = 2;
/** An administrator's session is Active at once, four seconds before its logon ends. */
const ADMINISTRATORS_MS = 4_000;

const RESULT = ["ConnectionState", "UserId", "LifecycleState", "LogOnDuration", "MachineId", "StartDate"] as const;
const LOGON = ["BrokeringDate", "LogOnStartDate", "LogOnEndDate", "IsReconnect", "ClientName"] as const;

/** What no later copy can tell, because the site itself forgot it. */
function isForgotten(name: string, then: SessionCells, now: SessionCells): boolean {
  // A client that lost its network is shown as Connected while it is away; later only the disconnect is known.
  const isAway =
    then.ConnectionState === CONNECTED && now.ConnectionState === DISCONNECTED && then.LogOnDuration !== null;
  if (name === "ConnectionState" || name === "since") return isAway;
  // A launch that failed is given its user when it fails, though its logon never began.
  if (name === "UserId") return then.UserId === null && now.LogOnStartDate === null;
  // The start of a logon is written with its authentication, and lies before it.
  if (name === "LogOnStartDate") return then.LogOnStartDate === null && then.UserId === null;
  return name === "LifecycleState" && then.LifecycleState === RESOLVING;
}

function differences(then: SessionCells, now: SessionCells): string[] {
  // The site lets go of the connection of some disconnected sessions, and takes it up again with a reconnect.
  const names = then.ConnectionState === DISCONNECTED ? RESULT : [...RESULT, ...LOGON];
  const found: string[] = names.filter((name) => then[name] !== now[name] && !isForgotten(name, then, now));
  const sinceMs = Math.abs(then.ConnectionStateChangeDate - now.ConnectionStateChangeDate);
  if (sinceMs > ADMINISTRATORS_MS && !isForgotten("since", then, now)) found.push("since");
  return found.map((name) => `${then.SessionKey} ${name}`);
}

it.each([1, 2, 3])("tells from a later copy how each session stood (seed %i)", async (seed) => {
  const { earlier, late } = await livedSite(seed, 7);
  const copy = opened(late);
  let compared = 0;
  for (const { at, file } of earlier) {
    const then = sessionsAt(opened(file), at);
    const now = sessionsAt(copy, at);
    expect([...now.keys()].sort()).toEqual([...then.keys()].sort());
    const pairs = [...then].flatMap(([key, cells]) => {
      const back = now.get(key);
      return back ? [[cells, back] as const] : [];
    });
    expect(pairs.flatMap(([cells, back]) => differences(cells, back))).toEqual([]);
    compared += pairs.length;
  }
  expect(compared).toBeGreaterThan(150);
});
