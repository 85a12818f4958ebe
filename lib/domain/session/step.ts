import type { LifeEvent, LifeState } from "./life";

/** The machine that the timeouts article draws (https://helgeklein.com/blog/xenapp-session-timeouts-explained, 2012): one step of it. */

type Moves = Readonly<Partial<Record<LifeState, LifeState>>>;

const DISCONNECTS: Moves = {
  "pre-launched-active": "pre-launched-disconnected",
  "interactive-active": "interactive-disconnected",
  "interactive-idle": "interactive-disconnected",
  "lingering-active": "lingering-disconnected",
};

const RECONNECTS: Moves = {
  "pre-launched-disconnected": "pre-launched-active",
  "interactive-disconnected": "interactive-active",
  "lingering-disconnected": "lingering-active",
};

/** Launching another application is no input in the session: an idle one stays idle until there is some. */
const STARTS_APPLICATION: Moves = {
  "pre-launched-active": "interactive-active",
  "lingering-active": "interactive-active",
  "interactive-active": "interactive-active",
  "interactive-idle": "interactive-idle",
};

/** Where a session goes that is meant to end and lingers instead: its connection stays as it is. */
const LINGERS: Moves = {
  "pre-launched-active": "lingering-active",
  "pre-launched-disconnected": "lingering-disconnected",
  "interactive-active": "lingering-active",
  "interactive-idle": "lingering-active",
  "interactive-disconnected": "lingering-disconnected",
};

/** Windows counts idle time where nobody works, pre-launched and lingering sessions included; somebody at work is not idle. */
const IS_IDLE: ReadonlySet<LifeState> = new Set(["pre-launched-active", "interactive-idle", "lingering-active"]);

const isPreLaunched = (state: LifeState) => state === "pre-launched-active" || state === "pre-launched-disconnected";
const isInteractive = (state: LifeState) => state.startsWith("interactive-");
const isLingering = (state: LifeState) => state === "lingering-active" || state === "lingering-disconnected";
const isDisconnected = (state: LifeState) => state in RECONNECTS;

/** The state after the event; the same state where it changes nothing. Null: that cannot happen in this state. */
export function step(state: LifeState, event: LifeEvent): LifeState | null {
  switch (event.kind) {
    case "logged-on":
      if (state !== "starting") return null;
      return event.ahead ? "pre-launched-active" : "interactive-active";
    case "application-started":
      return STARTS_APPLICATION[state] ?? null;
    case "last-application-closed":
      return isInteractive(state) ? lingerOrEnd(state, event.lingers) : null;
    case "went-idle":
      return state === "interactive-active" ? "interactive-idle" : null;
    case "resumed":
      return state === "interactive-idle" ? "interactive-active" : null;
    case "disconnected":
      return DISCONNECTS[state] ?? null;
    case "reconnected":
      return RECONNECTS[state] ?? null;
    case "expired":
      return expire(state, event);
    case "load-threshold":
      return isPreLaunched(state) || isLingering(state) ? "ended" : null;
    case "logged-off":
    case "lost":
      return state === "ended" ? null : "ended";
  }
}

function lingerOrEnd(state: LifeState, lingers: boolean): LifeState {
  return (lingers ? LINGERS[state] : undefined) ?? "ended";
}

function expire(state: LifeState, event: Extract<LifeEvent, { kind: "expired" }>): LifeState | null {
  const disconnected = DISCONNECTS[state] ?? null;
  switch (event.timer) {
    case "idle":
      return IS_IDLE.has(state) ? disconnectOrEnd(disconnected, event) : null;
    case "connection":
      return disconnectOrEnd(disconnected, event);
    case "disconnected":
      return isDisconnected(state) ? "ended" : null;
    case "pre-launch-disconnect":
      return isPreLaunched(state) ? disconnected : null;
    case "pre-launch-terminate":
      return isPreLaunched(state) ? lingerOrEnd(state, event.lingers) : null;
    case "linger-disconnect":
      return isLingering(state) ? disconnected : null;
    case "linger-terminate":
      return isLingering(state) ? "ended" : null;
    // It acts on the machine: a session suspended with it stays as it is, one whose machine is shut down is lost.
    case "power-policy":
      return isDisconnected(state) ? state : null;
    case "session-reliability":
      return disconnected;
  }
}

function disconnectOrEnd(disconnected: LifeState | null, { ends = false }: { readonly ends?: boolean }) {
  return disconnected !== null && ends ? "ended" : disconnected;
}
