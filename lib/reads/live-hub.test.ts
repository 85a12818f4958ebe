import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveEvent, LiveHeartbeat } from "@/lib/api/contract/console";
import { FixedClock } from "@/lib/clock";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { DeskError } from "@/lib/errors";
import { LiveHub } from "./live-hub";
import { aGroup, aLease, aMachine, aPerson, aSession, machineTimers, NOON, TestSite } from "./site.fixture";

let site: TestSite;
let hub: LiveHub;
let recheck: () => Promise<void>;
let closing: AbortController[];

interface Heard {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** One listener that reads as the test says. */
class Ear {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly gone = new AbortController();

  constructor(after?: number) {
    closing.push(this.gone);
    this.reader = hub.connect({ after, recheck: () => recheck(), gone: this.gone.signal }).getReader();
  }

  async hear(): Promise<Heard> {
    const { value } = await this.reader.read();
    const lines = new TextDecoder().decode(value).split("\n");
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    expect(lines.slice(-2)).toEqual(["", ""]);
    return { event: field("event") ?? "", id: field("id"), data: JSON.parse(field("data") ?? "null") };
  }

  async changed(): Promise<readonly [id: string | undefined, changed: string]> {
    const { id, data } = await this.hear();
    return [id, LiveEvent.parse(data).changed.join()];
  }
}

/** Whether something is there to be read now. */
async function isSilent(ear: Ear): Promise<boolean> {
  const pending = ear.reader.read();
  const silence = Symbol("silence");
  const first = await Promise.race([pending, vi.advanceTimersByTimeAsync(0).then(() => silence)]);
  return first === silence;
}

beforeEach(() => {
  vi.useFakeTimers();
  closing = [];
  recheck = () => Promise.resolve();
  site = new TestSite();
  site.publish({ sessions: [aSession(1)] });
  hub = new LiveHub(site, new FixedClock(NOON + 1000));
});
afterEach(() => {
  for (const each of closing) each.abort();
  expect([hub.size, site.watchers, site.listeners, vi.getTimerCount()]).toEqual([0, 0, 0, 0]);
  vi.useRealTimers();
});

describe("a listener that was gone before it was heard", () => {
  it("is not kept", () => {
    const gone = AbortSignal.abort();
    hub.connect({ after: undefined, recheck: () => recheck(), gone });
    expect([hub.size, site.watchers]).toEqual([0, 0]);
  });
});

describe("the first event", () => {
  it("comes at once, is the present version, and has all lists for somebody new", async () => {
    const { event, id, data } = await new Ear().hear();
    expect([event, id]).toEqual(["version", "1"]);
    expect(LiveEvent.parse(data)).toEqual(data);
    expect(data).toMatchObject({ version: 1, now: "2026-03-11T12:00:01.000Z" });
    expect(LiveEvent.parse(data).changed).toEqual([
      "sessions",
      "servers",
      "users",
      "ghosts",
      "operations",
      "leases",
      "status",
    ]);
  });

  it("is a heartbeat where the listener is up to date, and where nothing was read yet", async () => {
    const { event, data } = await new Ear(1).hear();
    expect(event).toBe("heartbeat");
    expect(LiveHeartbeat.parse(data)).toEqual({ asOf: "2026-03-11T12:00:00.000Z", now: "2026-03-11T12:00:01.000Z" });
    site = new TestSite();
    hub = new LiveHub(site, new FixedClock(NOON));
    const early = new Ear(1);
    expect((await early.hear()).data).toMatchObject({ asOf: null });
    site.publish({ sessions: [aSession(1)] });
    expect(await early.changed()).toEqual(["1", "sessions"]);
  });

  it("merges all that was missed, or says everything where the gap is too long", async () => {
    site.publish({ people: [aPerson(1, "CORP\\a")] });
    site.publish({ machines: [aMachine(1)], ghosts: [anIncident(1)] });
    site.publish({ machines: [aMachine(2)] });
    expect(await new Ear(1).changed()).toEqual(["4", "servers,users,ghosts"]);
    expect(await new Ear(3).changed()).toEqual(["4", "servers"]);
    site.ringMax = 1;
    site.publish({ machines: [aMachine(3)] });
    expect(await new Ear(2).changed()).toEqual(["5", "sessions,servers,users,ghosts,operations,leases,status"]);
  });
});

describe("versions", () => {
  it("are told to everybody, in the same bytes", async () => {
    const ears = [new Ear(1), new Ear(1), new Ear(1)];
    for (const ear of ears) await ear.hear();
    site.publish({ sessions: [aSession(2)], groups: [aGroup(1, "Finance")] });
    const chunks = await Promise.all(ears.map(async ({ reader }) => (await reader.read()).value));
    expect(new TextDecoder().decode(chunks[0])).toContain('"changed":["sessions","servers","status"]');
    expect(chunks[1]).toBe(chunks[0]);
    expect(chunks[2]).toBe(chunks[0]);
  });

  it("with other limits are news of sessions and servers, with other leases news of leases", async () => {
    const ear = new Ear(1);
    await ear.hear();
    site.publish({ timers: [machineTimers(1, { idle: 5 })] });
    expect((await ear.changed())[1]).toBe("sessions,servers");
    site.publish({ leases: [aLease(1)] });
    expect((await ear.changed())[1]).toBe("leases");
    site.publish({ surroundings: { rules: [] } });
    expect((await ear.changed())[1]).toBe("sessions,servers,leases");
  });

  it("cost nothing while there are none", async () => {
    const ear = new Ear();
    await ear.hear();
    expect(await isSilent(ear)).toBe(true);
  });

  it("pile up for nobody: who reads slowly gets one event for all", async () => {
    const ear = new Ear();
    site.publish({ sessions: [aSession(2)] });
    site.publish({ machines: [aMachine(1)] });
    for (let number = 0; number < 1000; number += 1) site.publish({ sessions: [aSession(number)] });
    expect((await ear.changed())[0]).toBe("1");
    expect(await ear.changed()).toEqual(["1003", "sessions,servers"]);
    expect(await isSilent(ear)).toBe(true);
  });
});

describe("a line", () => {
  it("beats every 15 seconds, for those who keep up", async () => {
    const [quick, slow] = [new Ear(), new Ear()];
    await quick.hear();
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await quick.hear()).event).toBe("heartbeat");
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await slow.hear()).event).toBe("version");
    expect(await isSilent(slow)).toBe(true);
  });

  it("makes the site watched while it is open", async () => {
    expect(site.watchers).toBe(0);
    const [one, two] = [new Ear(), new Ear()];
    expect([site.watchers, site.listeners, hub.size]).toEqual([1, 1, 2]);
    await one.reader.cancel();
    expect(site.watchers).toBe(1);
    two.gone.abort();
    expect([site.watchers, site.listeners, hub.size]).toEqual([0, 0, 0]);
    new Ear();
    expect(site.watchers).toBe(1);
  });

  it("ends within a minute after the sign-in ended, and only that one", async () => {
    const ended = new Ear();
    await ended.hear();
    recheck = () => Promise.reject(new DeskError("unauthenticated", "Sign in first."));
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await ended.hear()).event).toBe("heartbeat");
    expect((await ended.reader.read()).done).toBe(true);
    expect(hub.size).toBe(0);
  });
});
