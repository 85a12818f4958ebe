import type { OperationResponse, OperationRow, TouchRow } from "@/lib/api/contract/operations";
import type { RepairOption } from "@/lib/api/contract/repairs";

/** An operation with what a test is about. */
export function operationRow(over: Partial<OperationRow> = {}): OperationRow {
  return {
    id: "op-1",
    verb: "log-off",
    action: null,
    targetKind: "sessions",
    label: "Anna Novak on SRV-07",
    machine: "SRV-07",
    machineKey: "m7",
    actor: "maria",
    role: "desk",
    reason: "Caller cannot start Excel",
    ticket: null,
    state: "accepted",
    message: null,
    parts: 1,
    partsOver: 0,
    askedAt: "2026-11-21T08:00:00.000Z",
    acceptedAt: null,
    settledAt: null,
    tookMs: null,
    endsAt: null,
    ...over,
  };
}

type Operation = OperationResponse["operation"];

export function operation(over: Partial<Operation> = {}): Operation {
  return { ...operationRow(over), stoppedBy: null, items: [], evidence: [], ghosts: [], next: null, ...over };
}

export function part(number: number, over: Partial<Operation["items"][number]> = {}): Operation["items"][number] {
  const label = `Person ${number} on SRV-07`;
  return {
    number,
    key: `s${number}`,
    label,
    state: "verified",
    message: null,
    acceptedAt: null,
    settledAt: null,
    ...over,
  };
}

export function repairOption(over: Partial<RepairOption> = {}): RepairOption {
  return { verb: "log-off", action: null, refused: null, mayNot: null, worked: null, ...over };
}

export function touchRow(over: Partial<TouchRow> = {}): TouchRow {
  return {
    sessionKey: "s1",
    user: "VIENNA\\anovak",
    userFullName: "Anna Novak",
    machine: "SRV-07",
    state: "Active",
    appState: null,
    applications: [],
    idleSince: null,
    ghost: null,
    isTarget: true,
    loggingOn: false,
    loses: null,
    ...over,
  };
}
