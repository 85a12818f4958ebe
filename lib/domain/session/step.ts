import type { LifeEvent, LifeState, Timer } from "./life";

/** The machine that the timeouts article draws (https://helgeklein.com/blog/xenapp-session-timeouts-explained, 2012): one step of it. */

type Moves = Readonly<Partial<Record<LifeState, LifeState>>>;

const PRE_LAUNCHED_PARTS: Moves = { "pre-launched-active": "pre-launched-disconnected" };
const LINGERING_PARTS: Moves = { "lingering-active": "lingering-disconnected" };
/** Windows counts idle time where nobody works, pre-launched and lingering sessions included; somebody at work is not idle. */
const IDLE_PARTS: Moves = {
  ...PRE_LAUNCHED_PARTS,
  "interactive-idle": "interactive-disconnected",
  ...LINGERING_PARTS,
};
const PARTS: Moves = { ...IDLE_PARTS, "interactive-active": "interactive-disconnected" };

const RETURNS: Moves = {
  "pre-launched-disconnected": "pre-launched-active",
  "interactive-disconnected": "interactive-active",
  "lingering-disconnected": "lingering-active",
};

const GOES_IDLE: Moves = { "interactive-active": "interactive-idle" };
const RESUMES: Moves = { "interactive-idle": "interactive-active" };

/** Launching another application is no input in the session: an idle one stays idle until there is some. */
const STARTS_APPLICATION: Moves = {
  "pre-launched-active": "interactive-active",
  "lingering-active": "interactive-active",
  "interactive-active": "interactive-active",
  "interactive-idle": "interactive-idle",
};

/** Where a session goes that is meant to end and lingers instead: its connection stays as it is. */
const PRE_LAUNCHED_LINGERS: Moves = {
  "pre-launched-active": "lingering-active",
  "pre-launched-disconnected": "lingering-disconnected",
};
const INTERACTIVE_LINGERS: Moves = {
  "interactive-active": "lingering-active",
  "interactive-idle": "lingering-active",
  "interactive-disconnected": "lingering-disconnected",
};

const LINGERING_ENDS: Moves = { "lingering-active": "ended", "lingering-disconnected": "ended" };
const DISCONNECTED_ENDS: Moves = {
  "pre-launched-disconnected": "ended",
  "interactive-disconnected": "ended",
  "lingering-disconnected": "ended",
};

/** It acts on the machine: a session suspended with it stays as it is, one whose machine is shut down is lost. */
const DISCONNECTED_STAYS: Moves = {
  "pre-launched-disconnected": "pre-launched-disconnected",
  "interactive-disconnected": "interactive-disconnected",
  "lingering-disconnected": "lingering-disconnected",
};

/** The state after the event; the same state where it changes nothing. Null: that cannot happen in this state. */
export function step(state: LifeState, event: LifeEvent): LifeState | null {
  switch (event.kind) {
    case "logged-on":
      return go({ starting: event.ahead ? "pre-launched-active" : "interactive-active" }, state);
    case "application-started":
      return go(STARTS_APPLICATION, state);
    case "last-application-closed":
      return lingerOrEnd(INTERACTIVE_LINGERS, state, event.lingers);
    case "went-idle":
      return go(GOES_IDLE, state);
    case "resumed":
      return go(RESUMES, state);
    case "disconnected":
      return go(PARTS, state);
    case "reconnected":
      return go(RETURNS, state);
    case "expired":
      return expire(state, event);
    case "load-threshold":
      return lingerOrEnd(PRE_LAUNCHED_LINGERS, state, false) ?? go(LINGERING_ENDS, state);
    case "logged-off":
    case "lost":
      return state === "ended" ? null : "ended";
  }
}

const go = (moves: Moves, state: LifeState): LifeState | null => moves[state] ?? null;

function lingerOrEnd(lingering: Moves, state: LifeState, lingers: boolean): LifeState | null {
  const to = go(lingering, state);
  return to === null || lingers ? to : "ended";
}

const EXPIRES: Readonly<Record<Exclude<Timer, "pre-launch-terminate">, Moves>> = {
  idle: IDLE_PARTS,
  connection: PARTS,
  disconnected: DISCONNECTED_ENDS,
  "pre-launch-disconnect": PRE_LAUNCHED_PARTS,
  "linger-disconnect": LINGERING_PARTS,
  "linger-terminate": LINGERING_ENDS,
  "power-policy": DISCONNECTED_STAYS,
  "session-reliability": PARTS,
};

function expire(state: LifeState, event: Extract<LifeEvent, { kind: "expired" }>): LifeState | null {
  const { timer, lingers, ends = false } = event;
  if (timer === "pre-launch-terminate") return lingerOrEnd(PRE_LAUNCHED_LINGERS, state, lingers);
  const to = go(EXPIRES[timer], state);
  const endsInstead = ends && (timer === "idle" || timer === "connection");
  return to !== null && endsInstead ? "ended" : to;
}
