// Runs the tools of node_modules as Node programs, without a shell, so that Windows and Linux behave alike.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** The script behind a package's command, such as next or vitest. */
export function toolPath(packageName, command = packageName) {
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
  return path.join(path.dirname(manifest), typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs a Node script to its end. Resolves with its exit code and, where `capture`, what it printed on both outputs; otherwise its
 * output goes where ours goes.
 */
export function runNode(script, args = [], { env = {}, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ["ignore", capture ? "pipe" : "inherit", capture ? "pipe" : "inherit"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      windowsHide: true,
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The same, but a failure ends the program with what the tool said. */
export async function mustRun(what, script, args, options) {
  const { code, output } = await runNode(script, args, { capture: true, ...options });
  if (code === 0) return output;
  process.stderr.write(output);
  console.error(`${what} failed (exit code ${code}).`);
  process.exit(1);
}
