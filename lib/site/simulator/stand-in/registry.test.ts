import { expect, it } from "vitest";
import { registryValues } from "./registry";

const POLICY = "HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";
const IDLE = { timer: "idle", ms: 60_000, source: "group-policy" } as const;

it.each([
  [true, { MaxIdleTime: 60_000, fResetBroken: 1 }],
  [false, { MaxIdleTime: 60_000 }],
])("a server's policy says that sessions end at their limit only where they do (%s)", (endsAtLimit, values) => {
  expect(registryValues(POLICY, { timers: [IDLE], endsAtLimit })).toEqual(values);
  expect(registryValues("HKLM:\\SOFTWARE", { timers: [IDLE], endsAtLimit })).toBeNull();
});
