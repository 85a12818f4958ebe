import { beforeEach, describe, expect, it, vi } from "vitest";
import { FixedClock } from "@/lib/clock";
import { DeskError } from "@/lib/errors";
import type { SdkSource } from "@/lib/site/port";
import type { ServerTimers } from "@/lib/site/sdk";
import type { DeltaPart, Surroundings } from "../protocol";
import { aGroupOfSdk, aLeaseOfSdk, StandingSdk } from "./standing.fixture";
import { StandingReader } from "./standing-reader";

const START = Date.parse("2026-11-19T09:00:00.000Z");
const LOST = new DeskError("unavailable", "The controller cannot be reached.");

let sdk: StandingSdk;
let clock: FixedClock;
let reader: StandingReader;
let machineNames: Map<string, string>;
let machines: string[];
beforeEach(() => {
  sdk = new StandingSdk();
  sdk.groups = [aGroupOfSdk(2)];
  sdk.leases = [aLeaseOfSdk(1), aLeaseOfSdk(2)];
  clock = new FixedClock(START);
  machineNames = new Map();
  machines = ["machine"];
  reader = readerOf(sdk.source as SdkSource);
});

function readerOf(source: SdkSource | null): StandingReader {
  return new StandingReader({
    ...{ sdk: source, folders: [], wall: clock, now: () => clock.now() },
    machineKeys: () => machines,
    isMachine: (key) => machines.includes(key),
    machineNames: () => machineNames,
    sdkSite: () => null,
  });
}

let surroundings: Surroundings | undefined;
async function read(): Promise<readonly DeltaPart[]> {
  reader.begin();
  await reader.settle();
  return take();
}
function take(): readonly DeltaPart[] {
  const taken = reader.take();
  surroundings = taken.surroundings;
  return taken.parts;
}
const keysOf = (parts: readonly DeltaPart[]) =>
  parts.flatMap(({ leases }) => [
    ...(leases?.upserts.map(({ key }) => key) ?? []),
    ...(leases?.removals.map((key) => `-${key}`) ?? []),
  ]);

describe("what stands", () => {
  it("is known by the keys of the tables, and groups that the SDK does not list are left out", async () => {
    const parts = await read();
    const { groupLimits, rules, reading } = surroundings ?? {};
    expect(groupLimits?.standby.map(({ groupKey, kind, terminateMs }) => [groupKey, kind, terminateMs])).toEqual([
      ["group-2", "linger", 7_200_000],
    ]);
    expect(groupLimits?.readAt).toBe(START);
    expect(rules).toEqual([
      { groupKey: "group-2", kind: "app-entitlement", enabled: true, included: ["CORP\\ann"], leasing: "Allowed" },
    ]);
    expect(reading).toEqual({ state: "ok", asOf: START, problem: null });
    expect(keysOf(parts)).toEqual(["L1", "L2"]);
    expect(parts[0]?.timers?.upserts).toEqual([{ key: "machine", readAt: START, timers: [], endsAtLimit: false }]);
    take();
    expect(surroundings).toBeUndefined();
  });

  it("is read once a minute, and at once when something was done about it", async () => {
    await read();
    clock.advance(59_999);
    await read();
    expect(sdk.asked.filter((what) => what === "leases")).toHaveLength(1);
    clock.advance(1);
    await read();
    expect(sdk.asked.filter((what) => what === "leases")).toHaveLength(2);
    reader.hurry();
    await read();
    expect(sdk.asked.filter((what) => what === "leases")).toHaveLength(3);
  });

  it("is read again at once where the site's clock was set back", async () => {
    await read();
    clock.advance(-3_600_000);
    await read();
    expect(sdk.asked.filter((what) => what === "leases")).toHaveLength(2);
  });

  it("does not wait until every machine was asked, which may take hours", async () => {
    let answer = (_: ServerTimers) => {};
    const slow: typeof sdk.source = {
      ...sdk.source,
      serverTimers: () => new Promise<ServerTimers>((resolve) => (answer = resolve)),
    };
    machines = ["machine", "another"];
    reader = readerOf(slow as SdkSource);
    reader.begin();
    await vi.waitFor(() => expect(keysOf(take())).toEqual(["L1", "L2"]));
    expect(surroundings?.reading.state).toBe("ok");
    // The first machine takes ten minutes, the second is not asked before the leases were read again.
    clock.advance(600_000);
    answer({ timers: [], endsAtLimit: false });
    await reader.settle();
    sdk.leases = [aLeaseOfSdk(1)];
    reader.begin();
    await vi.waitFor(() => expect(keysOf(take())).toEqual(["-L2"]));
    answer({ timers: [], endsAtLimit: false });
    await reader.settle();
  });

  it("is read once more where something was done while it was read", async () => {
    reader.begin();
    reader.hurry();
    await reader.settle();
    await read();
    expect(sdk.asked.filter((what) => what === "leases")).toHaveLength(2);
  });

  it("hands on only leases that came, changed or went, and says once that these are all", async () => {
    expect((await read()).map(({ leasesAnew }) => leasesAnew).filter(Boolean)).toEqual([true]);
    sdk.leases = [aLeaseOfSdk(1), aLeaseOfSdk(2, { expiresAt: START }), aLeaseOfSdk(3)];
    reader.hurry();
    expect(keysOf(await read())).toEqual(["L2", "L3"]);
    sdk.leases = [aLeaseOfSdk(2, { expiresAt: START })];
    reader.hurry();
    expect(keysOf(await read())).toEqual(["-L1", "-L3"]);
  });

  it("finds the machine of a lease that names it by Sid alone, also where the tables know it later", async () => {
    const value = `<Lease><RSApps><RSApp name="Calc"/></RSApps><Worker sid="S-1-5-21-7-9001"/></Lease>`;
    sdk.leases = [aLeaseOfSdk(1, { value })];
    const machines = async () =>
      (await read()).flatMap(({ leases }) => leases?.upserts.map(({ machine }) => machine) ?? []);
    expect(await machines()).toEqual([null]);
    machineNames.set("S-1-5-21-7-9001", "srv-07");
    reader.hurry();
    expect(await machines()).toEqual(["SRV-07"]);
    reader.hurry();
    expect(await machines()).toEqual([]);
  });

  it("stands while the SDK cannot be asked, and says since when", async () => {
    await read();
    for (const what of ["groups", "leases", "serverTimers"]) sdk.refused.set(what, LOST);
    sdk.leases = [];
    clock.advance(60_000);
    expect(await read()).toEqual([]);
    const after = surroundings;
    expect(after?.reading).toEqual({
      ...{ state: "lost", asOf: START },
      problem: expect.stringContaining("The controller cannot be reached."),
    });
    expect(after?.groupLimits?.readAt).toBe(START);
    expect(after?.rules).toHaveLength(1);
  });

  it("is not known where nobody can be asked", async () => {
    reader = readerOf(null);
    expect(await read()).toEqual([]);
    expect(surroundings).toMatchObject({ groupLimits: null, rules: null, reading: { state: "absent" } });
  });
});
