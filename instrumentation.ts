/** Next.js calls this once when the server starts, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startRuntime }, { readEnvironment }, { keepIndexWarm }] = await Promise.all([
    import("./lib/collector/start"),
    import("./lib/env"),
    import("./lib/reads/warm-up"),
  ]);
  const { site } = await startRuntime(readEnvironment(process.env));
  keepIndexWarm(site);
}
