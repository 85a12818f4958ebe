import type { Session } from "../site";
import type { Limit, MachineTimer, MachineTimers, TimerBook } from "./limits";

/** Limits that a session's machine drives, by what stands in its registry (citrix-model §6.1). */

type OnMachine = Pick<Session, "machineKey" | "sessionSupport">;

/**
 * A multi-session machine of 7.x obeys the limits of Remote Desktop Services and no Citrix timer: policy before listener, and what neither has is
 * unlimited. A single-session one obeys Citrix policies, whose applied values are only partly documented: one that is not there is not known.
 */
export function machineLimit(session: OnMachine, timer: MachineTimer["timer"], book: TimerBook): Limit {
  const machine = saidOf(session, book);
  if (!machine) return { kind: "unknown", timer };
  if (session.sessionSupport === "MultiSession") {
    const value = valueIn(machine, timer, "rds-group-policy") ?? valueIn(machine, timer, "rds-listener");
    return value ? limitBy(value, machine) : { kind: "off", timer, source: null, readAt: machine.readAt };
  }
  const value = session.sessionSupport === "SingleSession" ? valueIn(machine, timer, "citrix-policy") : undefined;
  return value ? limitBy(value, machine) : { kind: "unknown", timer };
}

/** Whether reaching the idle or connection limit ends the session: of servers only. */
export function endsAtLimit(session: OnMachine, book: TimerBook): boolean {
  return session.sessionSupport === "MultiSession" && saidOf(session, book)?.endsAtLimit === true;
}

function saidOf({ machineKey }: OnMachine, book: TimerBook): MachineTimers | undefined {
  return machineKey === null ? undefined : book.machine(machineKey);
}

function valueIn({ timers }: MachineTimers, timer: MachineTimer["timer"], source: MachineTimer["source"]) {
  return timers.find((each) => each.timer === timer && each.source === source);
}

function limitBy({ timer, ms, source }: MachineTimer, { readAt }: MachineTimers): Limit {
  return ms > 0 ? { kind: "set", timer, ms, source, readAt } : { kind: "off", timer, source, readAt };
}
