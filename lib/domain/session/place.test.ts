import { describe, expect, it } from "vitest";
import type { Session } from "../site";
import type { LifeState } from "./life";
import { apartOf, placeOf } from "./place";
import { DISCONNECTED, IDLE, LINGERING, PRE_LAUNCHED, session } from "./sessions.fixture";

const NO_SDK: Partial<Session> = { appState: null, appSince: null, connectionMode: null };
const APPLICATION: Partial<Session> = { sessionType: "Application" };
const NO_LOGON: Partial<Session> = { logOnEndedAt: null, logOnDurationMs: null, reconnect: false };

const PLACES: readonly (readonly [name: string, LifeState | null, ...Partial<Session>[]])[] = [
  ["a desktop in use", "interactive-active"],
  ["a desktop that nobody touches", "interactive-idle", IDLE],
  ["a disconnected desktop", "interactive-disconnected", DISCONNECTED],
  ["a disconnected desktop whose idle time still stands in its row", "interactive-disconnected", DISCONNECTED, IDLE],
  ["applications in use", "interactive-active", APPLICATION, { appState: "Active" }],
  ["a session without applications that does not linger", "interactive-active", APPLICATION, { appState: "NoApps" }],
  ["pre-launched", "pre-launched-active", PRE_LAUNCHED],
  ["pre-launched and disconnected", "pre-launched-disconnected", PRE_LAUNCHED, DISCONNECTED],
  ["pre-launched, idle as they always are", "pre-launched-active", PRE_LAUNCHED, IDLE],
  ["lingering", "lingering-active", LINGERING],
  ["lingering and disconnected", "lingering-disconnected", LINGERING, DISCONNECTED],
  ["a logon", "starting", { state: "Connected", appState: "PreLogon" }],
  ["a logon on a single-session machine, active from early on", "starting", { appState: "PreLogon" }],
  ["a logon that was left", "starting", { appState: "PreLogon" }, DISCONNECTED],
  ["a session being prepared", "starting", { state: "PreparingSession", appState: null }],
  ["pending", "starting", { state: "Pending" }],
  ["connected, after its logon", "interactive-active", { state: "Connected" }],
  ["held by session reliability", "interactive-active", { state: "Reconnecting" }],
  ["held by session reliability while lingering", "lingering-active", LINGERING, { state: "Reconnecting" }],
  ["terminated", "ended", { state: "Terminated" }],
  ["without the SDK: a desktop", "interactive-active", NO_SDK],
  ["without the SDK: a disconnected desktop", "interactive-disconnected", NO_SDK, DISCONNECTED],
  [
    "without the SDK: applications that run",
    "interactive-idle",
    NO_SDK,
    APPLICATION,
    IDLE,
    { applications: ["Outlook"] },
  ],
  ["without the SDK: a connected client before its logon", "starting", NO_SDK, NO_LOGON, { state: "Connected" }],
  ["without the SDK: a connected client after a logon", "interactive-active", NO_SDK, { state: "Connected" }],
  ["without the SDK: no application, so pre-launched, lingering or neither", null, NO_SDK, APPLICATION],
  ["without the SDK: of no known kind", null, NO_SDK, { sessionType: null }],
  ["in a state that tells nothing", null, { state: "Other" }],
  ["in a state of a later release", null, { state: "12" }],
  ["with applications in a state of a later release", null, { appState: "9" }],
  ["at the console", null, { protocol: "Console", connectionMode: "Unbrokered" }],
  ["by RDP past the broker", null, { protocol: "RDP", connectionMode: "Unbrokered" }],
  ["by RDP past the broker, without the SDK", null, NO_SDK, { protocol: "RDP", brokeredAt: null }],
  ["by RDP through the broker", "interactive-active", { protocol: "RDP" }],
  ["by RDP through the broker, without the SDK", "interactive-active", NO_SDK, { protocol: "RDP" }],
  ["not brokered", null, { state: "NonBrokeredSession" }],
];

describe("the place in the diagram", () => {
  it.each(PLACES.map(([name, place, ...facts]) => ({ name, place, facts })))("of $name: $place", ({ place, facts }) => {
    expect(placeOf(session(...facts))).toBe(place);
  });
});

const WHYS: readonly (readonly [string, string | null, ...Partial<Session>[]])[] = [
  ["somebody works", null],
  ["starting", "starting", { appState: "PreLogon" }],
  ["unknown applications", "unknown", NO_SDK, APPLICATION],
  ["an unknown state", "unknown", { state: "Other" }],
  ["at the console", "not-brokered", { protocol: "Console" }],
  ["not brokered", "not-brokered", { state: "NonBrokeredSession" }],
  ["over", null, { state: "Terminated" }],
];

describe("why a session has none", () => {
  it.each(WHYS.map(([name, why, ...facts]) => ({ name, why, facts })))("$name: $why", ({ why, facts }) => {
    expect(apartOf(session(...facts))).toBe(why);
  });
});
