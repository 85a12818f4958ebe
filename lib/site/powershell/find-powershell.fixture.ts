import { spawnSync } from "node:child_process";
import { describe } from "vitest";

/** The PowerShell that tests run scripts in: GHOSTDESK_POWERSHELL, or the first of these on PATH. */
const NAMES = process.platform === "win32" ? ["powershell.exe", "pwsh.exe"] : ["pwsh"];
const SAY_VERSION = "[Console]::Out.Write([string]$PSVersionTable.PSVersion)";

/** Against a test that hangs: each starts several processes, on machines that have other things to do. */
const GUARD_MS = 300_000;

function answers(executable: string): boolean {
  const { status, stdout } = spawnSync(
    executable,
    ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", SAY_VERSION],
    {
      encoding: "utf8",
      timeout: 30_000,
      windowsHide: true,
    },
  );
  return status === 0 && /^[57]\./.test(stdout);
}

function find(): string | null {
  const named = process.env.GHOSTDESK_POWERSHELL;
  if (named && !answers(named)) throw new Error(`GHOSTDESK_POWERSHELL does not start a PowerShell: ${named}`);
  return named || (NAMES.find(answers) ?? null);
}

/** Null where there is none on this machine. */
export const POWERSHELL = find();

/**
 * Tests that need a real PowerShell; `count` is how many they are. Where there is none they are skipped in one line that says so.
 */
export function describeWithPowerShell(name: string, count: number, tests: (executable: string) => void): void {
  if (POWERSHELL !== null) {
    const executable = POWERSHELL;
    describe(name, { timeout: GUARD_MS }, () => tests(executable));
    return;
  }
  process.stdout.write(
    `Skipped ${count} tests (${name}): no PowerShell on PATH, and GHOSTDESK_POWERSHELL names none.\n`,
  );
  describe.skip(name, () => tests(""));
}
