import { aStandby, LargeSite, machineTimers, NOON, readingAt } from "@/lib/reads/site.fixture";
import { siteIndex } from "@/lib/reads/site-index";
import { readTimeouts } from "@/lib/reads/read-timeouts";
import { makeTemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const large = new LargeSite(50_000, 2000);
const { site } = large;
const { desk, remove } = await makeTemporaryDesk();
const reading = () => ({ ...readingAt(site), desk, siteId: "x" });
const groups = [...site.current()!.groups.values()];
site.publish({ timers: Array.from({ length: 2000 }, (_, n) => machineTimers(n, { disconnected: 480, idle: 60 })), surroundings: { groupLimits: { readAt: NOON, standby: groups.flatMap((g) => [aStandby(g.key), aStandby(g.key, { kind: "pre-launch" })]), power: [] } } });
siteIndex(site);
await readTimeouts(reading(), {});
let f = 0, r = 0;
const N = 100;
for (let i = 0; i < N; i += 1) {
  large.tick(100);
  let t = cpu(); siteIndex(site); f += cpu() - t;
  t = cpu(); await readTimeouts(reading(), {}); r += cpu() - t;
}
console.log("follow", (f / N).toFixed(2), "timeouts", (r / N).toFixed(2));
await remove();
