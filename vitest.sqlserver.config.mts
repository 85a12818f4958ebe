import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that need a SQL Server; `npm run test:sqlserver` runs them where one is given. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["lib/**/*.sqlserver-test.ts"],
    env: { TZ: "Asia/Kathmandu" },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
