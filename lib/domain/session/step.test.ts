import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIFE_STATES, type LifeEvent, type LifeState, TIMERS, type Timer } from "./life";
import { step } from "./step";
import { LIFE_EVENTS } from "./transitions";

type Moves = Partial<Record<LifeState, LifeState>>;

const expired = (timer: Timer, choices: { lingers?: boolean; ends?: boolean } = {}): LifeEvent => ({
  kind: "expired",
  timer,
  lingers: choices.lingers ?? false,
  ends: choices.ends ?? false,
});

const PARTS: Moves = {
  "pre-launched-active": "pre-launched-disconnected",
  "interactive-active": "interactive-disconnected",
  "interactive-idle": "interactive-disconnected",
  "lingering-active": "lingering-disconnected",
};
const ALL_END: Moves = {
  ...{ starting: "ended", "pre-launched-active": "ended", "pre-launched-disconnected": "ended" },
  ...{ "interactive-active": "ended", "interactive-idle": "ended", "interactive-disconnected": "ended" },
  ...{ "lingering-active": "ended", "lingering-disconnected": "ended" },
};

/** What each event leads to, by the state it meets; where a state is missing the event cannot happen in it. */
const TABLE: readonly (readonly [name: string, event: LifeEvent, moves: Moves])[] = [
  ["logged on", { kind: "logged-on", ahead: false }, { starting: "interactive-active" }],
  ["logged on ahead of need", { kind: "logged-on", ahead: true }, { starting: "pre-launched-active" }],
  [
    "application started",
    { kind: "application-started" },
    {
      "pre-launched-active": "interactive-active",
      "interactive-active": "interactive-active",
      "interactive-idle": "interactive-idle",
      "lingering-active": "interactive-active",
    },
  ],
  [
    "last application closed, the group lingers",
    { kind: "last-application-closed", lingers: true },
    {
      "interactive-active": "lingering-active",
      "interactive-idle": "lingering-active",
      "interactive-disconnected": "lingering-disconnected",
    },
  ],
  [
    "last application closed, the group does not linger",
    { kind: "last-application-closed", lingers: false },
    { "interactive-active": "ended", "interactive-idle": "ended", "interactive-disconnected": "ended" },
  ],
  ["went idle", { kind: "went-idle" }, { "interactive-active": "interactive-idle" }],
  ["resumed", { kind: "resumed" }, { "interactive-idle": "interactive-active" }],
  ["disconnected", { kind: "disconnected" }, PARTS],
  [
    "reconnected",
    { kind: "reconnected" },
    {
      "pre-launched-disconnected": "pre-launched-active",
      "interactive-disconnected": "interactive-active",
      "lingering-disconnected": "lingering-active",
    },
  ],
  [
    "idle limit",
    expired("idle"),
    {
      "pre-launched-active": "pre-launched-disconnected",
      "interactive-idle": "interactive-disconnected",
      "lingering-active": "lingering-disconnected",
    },
  ],
  [
    "idle limit that ends",
    expired("idle", { ends: true }),
    { "pre-launched-active": "ended", "interactive-idle": "ended", "lingering-active": "ended" },
  ],
  ["connection limit", expired("connection"), PARTS],
  [
    "connection limit that ends",
    expired("connection", { ends: true }),
    {
      ...{ "pre-launched-active": "ended", "interactive-active": "ended" },
      ...{ "interactive-idle": "ended", "lingering-active": "ended" },
    },
  ],
  [
    "disconnected limit",
    expired("disconnected", { lingers: true, ends: true }),
    { "pre-launched-disconnected": "ended", "interactive-disconnected": "ended", "lingering-disconnected": "ended" },
  ],
  [
    "pre-launch disconnect",
    expired("pre-launch-disconnect", { ends: true }),
    { "pre-launched-active": "pre-launched-disconnected" },
  ],
  [
    "pre-launch terminate, the group lingers",
    expired("pre-launch-terminate", { lingers: true }),
    { "pre-launched-active": "lingering-active", "pre-launched-disconnected": "lingering-disconnected" },
  ],
  [
    "pre-launch terminate, the group does not linger",
    expired("pre-launch-terminate"),
    { "pre-launched-active": "ended", "pre-launched-disconnected": "ended" },
  ],
  ["linger disconnect", expired("linger-disconnect"), { "lingering-active": "lingering-disconnected" }],
  [
    "linger terminate",
    expired("linger-terminate", { lingers: true }),
    { "lingering-active": "ended", "lingering-disconnected": "ended" },
  ],
  [
    "power policy",
    expired("power-policy"),
    {
      "pre-launched-disconnected": "pre-launched-disconnected",
      "interactive-disconnected": "interactive-disconnected",
      "lingering-disconnected": "lingering-disconnected",
    },
  ],
  ["session reliability", expired("session-reliability"), PARTS],
  [
    "load threshold",
    { kind: "load-threshold" },
    {
      ...{ "pre-launched-active": "ended", "pre-launched-disconnected": "ended" },
      ...{ "lingering-active": "ended", "lingering-disconnected": "ended" },
    },
  ],
  ["logged off", { kind: "logged-off" }, ALL_END],
  ["lost", { kind: "lost" }, ALL_END],
];

const EDGES = TABLE.flatMap(([name, event, moves]) =>
  LIFE_STATES.map((from) => ({ name, from, event, to: moves[from] ?? null })),
);

describe("one step of a session's life", () => {
  it.each(EDGES)("$name, $from: $to", ({ from, event, to }) => {
    expect(step(from, event)).toBe(to);
  });

  it("knows every event and timer that the table knows", () => {
    const kinds = new Set(LIFE_EVENTS.map(({ kind }) => kind));
    expect(new Set(TABLE.map(([, { kind }]) => kind))).toEqual(kinds);
    const timers = TABLE.flatMap(([, event]) => (event.kind === "expired" ? [event.timer] : []));
    expect(new Set(timers)).toEqual(new Set(TIMERS));
  });
});

const anyEvents = fc.array(fc.constantFrom(...LIFE_EVENTS), { maxLength: 60 });

/** The states that a session goes through; what cannot happen does not. */
function livedThrough(events: readonly LifeEvent[]): LifeState[] {
  const states: LifeState[] = ["starting"];
  for (const event of events) {
    const to = step(states.at(-1) ?? "starting", event);
    if (to !== null) states.push(to);
  }
  return states;
}

const rank = (state: LifeState) => (state === "starting" ? 0 : state.startsWith("pre-launched") ? 1 : 2);

describe("any life", () => {
  it("ends once, and for good", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const states = livedThrough(events);
        expect(states.slice(0, -1)).not.toContain("ended");
      }),
    );
  });

  it("is never ahead of need again once somebody worked, nor starting once it stands", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const ranks = livedThrough(events).map(rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it("always has a way to end, and somebody who comes back can work again", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const state = livedThrough(events).at(-1) ?? "starting";
        fc.pre(state !== "ended" && state !== "starting");
        expect(step(state, { kind: "logged-off" })).toBe("ended");
        const connected = step(state, { kind: "reconnected" }) ?? state;
        const working = step(step(connected, { kind: "application-started" }) ?? connected, { kind: "resumed" });
        expect(working ?? "interactive-active").toBe("interactive-active");
      }),
    );
  });
});
