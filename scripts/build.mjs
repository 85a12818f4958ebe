// Makes what the program runs from: database clients, worker and command bundles, the web build. Each only when its sources changed.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { madeFrom } from "./stamp.mjs";
import { mustRun, toolPath } from "./tool.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCHEMAS = ["monitor", "broker", "desk"].flatMap((name) => [
  `prisma/${name}/schema.prisma`,
  `prisma/${name}/sqlite/schema.prisma`,
]);

/** Programs that run outside the web build, and what each becomes below .build/. */
export const BUNDLES = {
  "workers/collector": "lib/collector/worker.ts",
  "workers/simulator": "lib/site/simulator/worker.ts",
  "workers/history": "lib/collector/history-worker.ts",
  server: "scripts/server.ts",
  doctor: "scripts/doctor.ts",
  detect: "scripts/detect.ts",
  user: "scripts/user.ts",
  token: "scripts/token.ts",
};

const exists = (file) => existsSync(path.join(ROOT, file));

/** Prisma's clients. `generate` asks for an engine that it then does not use; any program will do, so nothing is downloaded. */
export function buildClients(say = () => {}) {
  return madeFrom(
    path.join(ROOT, "prisma/generated/.stamp"),
    [...SCHEMAS, "scripts/build.mjs", "package-lock.json"],
    async () => {
      say("Preparing the database clients.");
      for (const schema of SCHEMAS) {
        await mustRun(`Preparing ${schema}`, toolPath("prisma"), ["generate", "--schema", schema], {
          env: {
            PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
            PRISMA_HIDE_UPDATE_MESSAGE: "1",
            CHECKPOINT_DISABLE: "1",
          },
        });
      }
    },
  );
}

export async function buildBundles(entries = BUNDLES) {
  const present = Object.fromEntries(Object.entries(entries).filter(([, source]) => exists(source)));
  await build({
    entryPoints: present,
    outdir: path.join(ROOT, ".build"),
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    outExtension: { ".js": ".mjs" },
    sourcemap: "linked",
    logLevel: "warning",
  });
}

export function buildWeb(say = () => {}) {
  const sources = ["app", "components", "lib", "public", "prisma", "scripts/build.mjs"];
  const files = [
    "next.config.ts",
    "instrumentation.ts",
    "proxy.ts",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ];
  return madeFrom(path.join(ROOT, ".next/.stamp"), [...sources, ...files], async () => {
    say("Building the web pages. This takes a minute, and only after a change.");
    await mustRun("The web build", toolPath("next"), ["build"]);
  });
}

/** Everything `npm start` needs; `say` gets one line per step that has something to do. */
export async function buildAll(say = () => {}) {
  process.chdir(ROOT);
  await buildClients(say);
  await buildBundles();
  await buildWeb(say);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll((line) => console.log(line));
