import { it } from "vitest";
import { practiceBridge } from "./practice-bridge.fixture";
it("measures", async () => {
  const site = await practiceBridge("/opt/pwsh/pwsh");
  const t = [...site.world.sessions.values()].find((s) => s.established && s.windows);
  if (!t) throw new Error();
  for (let n = 1; n <= 50_000; n++) { const id = `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`; site.world.sessions.set(id, { ...t, id, uid: 1_000_000 + n, timers: {} }); }
  await site.sdk.site();
  for (let k = 0; k < 2; k++) {
    const t0 = performance.now(); let n = 0; let first = 0;
    for await (const page of site.sdk.sessions()) { n += page.length; first ||= performance.now() - t0; }
    process.stdout.write(`sessions ${n} in ${Math.round(performance.now() - t0)} ms, first page ${Math.round(first)} ms\n`);
  }
  for (let k = 0; k < 5; k++) { const t0 = performance.now(); await site.sdk.session(t.id); process.stdout.write(`session ${Math.round(performance.now() - t0)} ms\n`); }
  for (let k = 0; k < 3; k++) { const t0 = performance.now(); await site.sdk.serverTimers(t.machineId); process.stdout.write(`timers ${Math.round(performance.now() - t0)} ms\n`); }
});
