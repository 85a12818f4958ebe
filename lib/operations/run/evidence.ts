import type { RunScope } from "@/lib/collector/run-scope";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { AgentService, SdkMachineNow } from "@/lib/site/sdk";
import type { OpenOperation, OpenPart } from "./open-operation";
import { requireSdk } from "./seen";

/** What was known of a machine before something disruptive was done to it: kept with the operation, and copied into a ticket. */

export interface EvidenceFact {
  readonly label: string;
  readonly value: string;
  readonly source: string;
}

/** Reads what the site and the server say, writes it into the operation's row. What cannot be read is written down as such. */
export async function saveEvidence(scope: RunScope, { id }: OpenOperation, { key }: OpenPart): Promise<void> {
  const sdk = requireSdk(scope);
  const [machine, windows, agent] = await Promise.all([
    asked(() => sdk.machine(key)),
    asked(() => sdk.windowsSessions(key)),
    asked(() => sdk.agentService(key)),
  ]);
  const facts = [
    { label: "Taken", value: isoOf(scope.siteClock.now()), source: "Ghostdesk" },
    ...told("Machine", "Broker SDK", machine, ofMachine),
    ...told("Windows sessions", "the server", windows, ofWindows),
    ...told("Broker agent", "the server", agent, ofAgent),
    ...ofSnapshot(scope, key),
  ];
  await scope.desk.operation.update({ where: { id }, data: { evidence: JSON.stringify(facts) } });
}

type Asked<TAnswer> = { readonly answer: TAnswer } | { readonly problem: string };

async function asked<TAnswer>(read: () => Promise<TAnswer>): Promise<Asked<TAnswer>> {
  try {
    return { answer: await read() };
  } catch (error) {
    log.debug({ event: "evidence.unreadable", reason: describeError(error) });
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function told<TAnswer>(
  label: string,
  source: string,
  given: Asked<TAnswer>,
  facts: (answer: TAnswer) => readonly (readonly [string, string | number | null])[],
): EvidenceFact[] {
  if ("problem" in given) return [{ label, value: `could not be read: ${given.problem}`, source }];
  return facts(given.answer).map(([name, value]) => ({
    label: name,
    value: value === null ? "unknown" : `${value}`,
    source,
  }));
}

function ofMachine(machine: SdkMachineNow | null) {
  if (machine === null) return [["Machine", "not listed by the site"]] as const;
  const left = machine.lastDeregistrationAt;
  return [
    ["Registration", machine.registration],
    [
      "Last left the site",
      left === null ? "never" : `${isoOf(left)} (${machine.lastDeregistrationReason ?? "no reason"})`,
    ],
    ["Power", machine.power],
    ["Maintenance mode", machine.maintenance ? "on" : "off"],
    ["Sessions pending", machine.sessionsPending],
    ["Sessions established", machine.sessionsEstablished],
    ["Load index", machine.loadIndex],
    ["Fault state", machine.faultState],
    [
      "Last error",
      machine.lastErrorReason === null ? "none" : `${machine.lastErrorReason} ${momentOf(machine.lastErrorAt)}`,
    ],
    [
      "Last connection failure",
      `${machine.lastConnectionFailure ?? "none"} ${momentOf(machine.lastConnectionAt)}`.trim(),
    ],
  ] as const;
}

function ofWindows(sessions: readonly WindowsSession[]) {
  const listed = sessions.map(({ id, user, state }) => `${id} ${user ?? "nobody"} ${state}`).join("; ");
  return [["Windows sessions", listed === "" ? "none" : listed]] as const;
}

function ofAgent({ status, processId, startedAt }: AgentService) {
  const process = processId === null ? "" : `, process ${processId} since ${momentOf(startedAt)}`;
  return [["Broker agent", `${status}${process}`]] as const;
}

/** Sessions as the tables last said, ghosts first: the list of what was pending. */
function ofSnapshot({ site }: RunScope, machineKey: string): EvidenceFact[] {
  const snapshot = site.current();
  if (!snapshot) return [];
  const source = `tables of ${isoOf(snapshot.asOf)}`;
  const sessions = [...snapshot.sessionKeysOnMachine(machineKey)].flatMap((key) => snapshot.sessions.get(key) ?? []);
  const lines = sessions.map((session) => {
    const incident = snapshot.ghosts.ofSession(session.key);
    const ghost = incident ? `, ghost: ${incident.class}` : "";
    return {
      rank: incident ? 0 : 1,
      text: `${session.user ?? "-"} ${session.state} since ${isoOf(session.since)}${ghost}`,
    };
  });
  const inOrder = lines.sort((a, b) => a.rank - b.rank).slice(0, 60);
  return [
    { label: "Sessions", value: `${sessions.length}`, source },
    ...inOrder.map(({ text }) => ({ label: "Session", value: text, source })),
  ];
}

function momentOf(at: Instant | null): string {
  return at === null ? "" : isoOf(at);
}

function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}
