/** Next.js calls this once when the server starts, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startRuntime }, { readEnvironment }] = await Promise.all([
    import("./lib/collector/start"),
    import("./lib/env"),
  ]);
  await startRuntime(readEnvironment(process.env));
}
