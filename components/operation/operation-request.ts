import type { OperationParams, OperationResponse, OperationTarget } from "@/lib/api/contract/operations";
import { type PowerAction, VERBS, type Verb } from "@/lib/domain/operation/verbs";

/** What somebody wants done: the dialog shows whom it would touch before anything happens. */
export interface OperationRequest {
  readonly verb: Verb;
  readonly target: OperationTarget;
  readonly params?: OperationParams;
  /** Whom or what it is done to, inside a sentence: `the session of Anna Novak`. */
  readonly subject: string;
  /** Called with the id of the operation once Ghostdesk has taken it. */
  readonly onStarted?: (id: string) => void;
}

/** One session or one machine, as the place knows it that offers repairs. */
export interface RepairSubject {
  readonly sessionKey: string | null;
  readonly machineKey: string | null;
  readonly machine: string | null;
  /** Whom the session belongs to; null where nobody is named. */
  readonly person: string | null;
}

/** What a verb would be done to there; null where the place does not have it. */
export function targetOf(verb: Verb, { sessionKey, machineKey }: RepairSubject): OperationTarget | null {
  const { on } = VERBS[verb];
  if (on === "sessions") return sessionKey === null ? null : { sessions: [sessionKey] };
  if (on === "machine") return machineKey === null ? null : { machine: machineKey };
  return null;
}

/** `the session of Anna Novak on SRV-07`, `SRV-07`. */
export function subjectWords(verb: Verb, { person, machine }: Pick<RepairSubject, "person" | "machine">): string {
  const place = machine ?? "the machine";
  if (VERBS[verb].on !== "sessions") return place;
  const whose = person === null ? "the session without a user" : `the session of ${person}`;
  return machine === null ? whose : `${whose} on ${machine}`;
}

/** The request for one option of the ladder; null where it cannot be done from here. */
export function requestFor(
  { verb, action }: { readonly verb: Verb; readonly action: PowerAction | null },
  subject: RepairSubject,
): OperationRequest | null {
  const target = targetOf(verb, subject);
  if (target === null) return null;
  return { verb, target, subject: subjectWords(verb, subject), ...(action === null ? {} : { params: { action } }) };
}

type Operation = OperationResponse["operation"];

/** The step after one that did not help, for what it did not help: the sessions that it left, or the machine. */
export function nextRequest(operation: Operation): OperationRequest | null {
  const { next, machineKey, machine, items, label } = operation;
  if (next === null) return null;
  if (VERBS[next].on === "machine") {
    if (machineKey === null) return null;
    return { verb: next, target: { machine: machineKey }, subject: machine ?? label };
  }
  const left = items.filter(({ state }) => state === "still-there" || state === "failed");
  if (VERBS[next].on !== "sessions" || left.length === 0) return null;
  const subject = left.length === 1 ? (left[0]?.label ?? label) : `${left.length} sessions`;
  return { verb: next, target: { sessions: left.map(({ key }) => key) }, subject };
}
