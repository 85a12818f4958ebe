/** Next.js calls this once when the server starts, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startRuntime }, { readEnvironment }, { keepIndexWarm }, { openOperations }] = await Promise.all([
    import("./lib/collector/start"),
    import("./lib/env"),
    import("./lib/reads/warm-up"),
    import("./lib/operations/run/open"),
  ]);
  const { site } = await startRuntime(readEnvironment(process.env), openOperations);
  keepIndexWarm(site);
}
