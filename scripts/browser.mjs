// Finds a Chromium for the end-to-end tests: Playwright's own, else one of the system, else installs one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { runNode, toolPath } from "./tool.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
const MAC = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];

function candidates() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].filter(Boolean);
  return [
    process.env.GHOSTDESK_BROWSER,
    chromium.executablePath(),
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...WINDOWS.flatMap((name) => roots.map((root) => path.join(root, name))),
    ...MAC.map((name) => path.join("/Applications", name)),
  ];
}

const find = () => candidates().find((file) => file && existsSync(file));

/** On Debian and its relatives as root the system's packages serve where Playwright's download does not. */
function installFromSystem() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing the system's Chromium.");
  const run = (args) =>
    spawnSync("/usr/bin/apt-get", args, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  run(["update"]);
  run(["install", "-y", "--no-install-recommends", "chromium"]);
}

/** The path of a browser that can run the tests. Ends the program with one line where there is none and none can be had. */
export async function findBrowser() {
  const there = find();
  if (there) return there;
  console.log("No Chromium found. Installing one for the tests.");
  await runNode(toolPath("@playwright/test", "playwright"), ["install", "chromium"], { capture: true });
  if (!find()) installFromSystem();
  const file = find();
  if (file) return file;
  console.error("The end-to-end tests need Chromium, Chrome or Edge. Install one, or name it in GHOSTDESK_BROWSER.");
  process.exit(1);
}
