import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    setupFiles: ["./vitest.setup.ts"],
    env: { TZ: "Asia/Kathmandu", GHOSTDESK_LOG: "error" },
    // Every core: by default one is left idle, which on two cores is half of them.
    maxWorkers: "100%",
    // Against a test that hangs; how fast things are is measured by the bench, never asserted.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
