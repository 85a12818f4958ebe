import { aLease, aStandby, LargeSite, machineTimers, NOON, readingAt, guid } from "@/lib/reads/site.fixture";
import { siteIndex, siteIndexBefore } from "@/lib/reads/site-index";
import { readServers } from "@/lib/reads/read-servers";
import { readSessions } from "@/lib/reads/read-sessions";
import { readLeases } from "@/lib/reads/read-leases";
import { outageNow, coverageNow } from "@/lib/reads/outage-index";
import { endingsOf, slotsInScope, countPlaces, countByGroup } from "@/lib/reads/timeouts-index";
import { readTimeouts } from "@/lib/reads/read-timeouts";
import { readOutage } from "@/lib/reads/read-outage";
import { makeTemporaryDesk } from "@/lib/desk/temporary-desk.fixture";

const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
function time<T>(name: string, work: () => T): T {
  const t = cpu();
  const r = work();
  console.log(name.padEnd(50), (cpu() - t).toFixed(2), "ms");
  return r;
}
async function timeA<T>(name: string, work: () => Promise<T>): Promise<T> {
  const t = cpu();
  const r = await work();
  console.log(name.padEnd(50), (cpu() - t).toFixed(2), "ms");
  return r;
}
const large = time("make site", () => new LargeSite(50_000, 2000));
const { site } = large;
site.sdkSite = { connectionLeasingEnabled: true, localHostCacheEnabled: false, controllers: [] } as never;
const { desk, remove } = await makeTemporaryDesk();
const reading = () => ({ ...readingAt(site), desk, siteId: "x" });
const mem = () => { global.gc?.(); return Math.round(process.memoryUsage().heapUsed / 1e6); };
console.log("heap", mem());
time("first siteIndex", () => siteIndex(site));
const S = { sort: "ends", limit: 60 } as never;
time("sessions by ends (first, no limits)", () => readSessions(readingAt(site), S));
const snapshot = site.current()!;
const groups = [...snapshot.groups.values()];
time("publish limits", () => site.publish({ surroundings: { groupLimits: { readAt: NOON, standby: groups.flatMap((g) => [aStandby(g.key), aStandby(g.key, { kind: "pre-launch" })]), power: [] } } }));
time("follow after group limits", () => siteIndex(site));
site.publish({ timers: Array.from({ length: 2000 }, (_, n) => machineTimers(n, { disconnected: 480, idle: 60 })) });
time("follow after all machine timers", () => siteIndex(site));
time("sessions by ends", () => readSessions(readingAt(site), S));
time("sessions by user", () => readSessions(readingAt(site), { limit: 60 } as never));
await timeA("timeouts 1", () => readTimeouts(reading(), {}));
await timeA("timeouts 2", () => readTimeouts(reading(), {}));
for (let i = 0; i < 5; i += 1) {
  large.tick(100);
  time("follow tick 100", () => siteIndex(site));
  await timeA("  timeouts after tick", () => readTimeouts(reading(), {}));
  time("  sessions by ends after tick", () => readSessions(readingAt(site), S));
}
time("servers by nextDeadline", () => readServers(readingAt(site), { sort: "nextDeadline", limit: 60 } as never));
time("slots", () => slotsInScope(siteIndex(site), { groupKey: null, machineKey: null }));
const index = siteIndex(site);
const slots = slotsInScope(index, { groupKey: null, machineKey: null });
time("endings", () => endingsOf(index, { groupKey: null, machineKey: null }, NOON));
time("places", () => countPlaces(index, slots));
time("byGroup", () => countByGroup(index, slots));
console.log("heap", mem());
// leases
const people = [...site.current()!.people.values()].slice(0, 50_000);
const machines = [...site.current()!.machines.values()];
const leases = people.flatMap((p, n) => {
  const m = machines[n % machines.length]!;
  const own = { ownerName: p.account, ownerSid: p.key, ownerUpn: p.upn, expiresAt: NOON + ((n * 7919) % 1_209_600) * 1000 };
  const apps = ["Outlook", "Excel", "SAP GUI", "Word", "Browser"].map((application) => ({ group: m.deliveryGroup, application }));
  return [
    aLease(2 * n, { ...own, type: "Enumeration", machine: null, resources: [...apps, { group: m.deliveryGroup, application: null }] }),
    aLease(2 * n + 1, { ...own, machine: m.name, resources: [apps[n % 5]!] }),
  ];
});
time("publish leases", () => site.publish({ leases, surroundings: { reading: { state: "ok", asOf: NOON, problem: null }, rules: [] } }));
time("follow leases", () => siteIndex(site));
console.log("heap", mem());
let max = 0; let n = 0; const t0 = cpu();
const it = index.outage.stepsSince("leases", NOON);
for (;;) { const t = cpu(); const r = it.next(); index.outage.inOrder(); max = Math.max(max, cpu() - t); n += 1; if (r.done) break; }
console.log("outage build steps", n, "total", (cpu() - t0).toFixed(0), "max step", max.toFixed(1));
console.log("heap", mem());
time("coverageNow", () => console.log(coverageNow(readingAt(site))));
await timeA("outage", () => readOutage(reading(), { limit: 60 } as never));
await timeA("outage uncovered", () => readOutage(reading(), { limit: 60, coverage: "uncovered" } as never));
await timeA("outage within 3d offset", () => readOutage(reading(), { limit: 60, within: "3d", offset: 5000 } as never));
await timeA("outage user", () => readOutage(reading(), { limit: 60, user: people[5]!.key } as never));
await timeA("outage server", () => readOutage(reading(), { limit: 60, server: machines[5]!.key } as never));
for (let i = 0; i < 3; i += 1) {
  large.tick(100);
  time("follow tick 100", () => siteIndex(site));
  time("  settle after tick", () => outageNow(readingAt(site)));
  time("  settle again", () => outageNow(readingAt(site)));
}
site.publish({ machines: machines.map((m) => ({ ...m, loadIndex: 5000 })) });
time("follow all loads", () => siteIndex(site));
time("  settle after all loads", () => outageNow(readingAt(site)));
site.publish({ leases: leases.slice(0, 200).map((l) => ({ ...l, expiresAt: l.expiresAt + 1000 })) });
time("follow 200 leases", () => siteIndex(site));
time("  settle after 200 leases", () => outageNow(readingAt(site)));
time("settle an hour later", () => outageNow(readingAt(site, NOON + 3_600_000)));
time("leases 1", () => readLeases(readingAt(site), { limit: 60 } as never));
time("leases 2", () => readLeases(readingAt(site), { limit: 60 } as never));
time("leases q", () => readLeases(readingAt(site), { limit: 60, q: "novak" } as never));
time("leases q 2", () => readLeases(readingAt(site), { limit: 60, q: "novak" } as never));
time("leases sort user", () => readLeases(readingAt(site), { limit: 60, sort: "user" } as never));
time("servers by leases", () => readServers(readingAt(site), { sort: "-leases", limit: 60 } as never));
console.log("heap", mem());
void siteIndexBefore; void guid;
await remove();
