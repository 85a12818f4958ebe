/** Next.js calls this once when the server starts, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startRuntime }, { readEnvironment }, { keepIndexWarm }, { openOperations }, { coverageNow }] =
    await Promise.all([
      import("./lib/collector/start"),
      import("./lib/env"),
      import("./lib/reads/warm-up"),
      import("./lib/operations/run/open"),
      import("./lib/reads/outage-index"),
    ]);
  const { site } = await startRuntime(readEnvironment(process.env), {
    openOperations,
    coverage: ({ site: view, siteClock, ghosts }) =>
      coverageNow({ site: view, now: siteClock.now(), settings: ghosts.settings }),
  });
  keepIndexWarm(site);
}
