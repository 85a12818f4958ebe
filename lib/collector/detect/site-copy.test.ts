import { copyFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Instant } from "@/lib/domain/site";
import { practiceSite } from "@/lib/site/simulator/practice.fixture";
import { sessionAt } from "./session-at";
import { readSiteCopy } from "./site-copy";
import { TableCopy } from "./table-copy";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function copyOf(file: string): TableCopy {
  const copy = new TableCopy(file);
  onTestFinished(() => copy.close());
  return copy;
}

function sessionsAt(copy: TableCopy, at: Instant) {
  const { sessions } = readSiteCopy(copy, { from: at, to: at });
  return new Map(
    [...sessions].flatMap(([key, history]) => {
      const cells = sessionAt(history, at);
      return cells ? [[key, cells] as const] : [];
    }),
  );
}

describe("x", () => {
  it("reconstructs", async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { site, file, pass } = practiceSite({ seed });
      const at0 = site.now;
      for (const [name, count] of [
        ["nameless-after-failed-logon", 3],
        ["hung-logon", 3],
        ["stuck-connected", 2],
        ["named-gone-disconnected", 3],
        ["named-without-application", 2],
        ["logon-storm", 20],
        ["slow-logon", 3],
        ["client-reconnecting", 5],
        ["prelaunch-and-linger", 6],
        ["console-and-rdp-administrators", 4],
        ["agent-just-unregistered", 2],
        ["failure-trace", 1],
      ] as const)
        site.startScenario(name, { at: at0 + Math.random() * 60 * MINUTE, count });
      const early: { at: Instant; file: string }[] = [];
      for (let step = 1; step <= 12; step++) {
        await pass(7 * MINUTE + 13_000);
        const copy = `${file}-${step}.db`;
        copyFileSync(file, copy);
        copyFileSync(`${file}-wal`, `${copy}-wal`);
        early.push({ at: site.now, file: copy });
      }
      await pass(20 * HOUR);
      const late = copyOf(file);
      let n = 0;
      const diffs: string[] = [];
      for (const { at, file: one } of early) {
        const then = sessionsAt(copyOf(one), at);
        const now = sessionsAt(late, at);
        for (const key of new Set([...then.keys(), ...now.keys()])) {
          const [a, b] = [then.get(key), now.get(key)];
          n++;
          if (!a || !b) {
            diffs.push(`${key} ${a ? "lost" : "made"}`);
            continue;
          }
          for (const f of Object.keys(a) as (keyof typeof a)[]) {
            if (["ModifiedDate", "ConnectionModifiedDate", "SessionIdleTime"].includes(f)) continue;
            if (a[f] !== b[f])
              diffs.push(
                `${seed} ${new Date(at).toISOString()} ${key} ${f}: ${a[f]} now ${b[f]} | ${JSON.stringify(a)}`,
              );
          }
        }
      }
      const by = new Map<string, number>();
      for (const d of diffs) {
        const k =
          d
            .replace(/^.*? [0-9a-f-]{36} /, "")
            .split(" | ")[0]
            ?.replace(/\d{10,}/g, "T") ?? "";
        by.set(k, (by.get(k) ?? 0) + 1);
      }
      console.log(seed, n, diffs.length, [...by].sort((x, y) => y[1] - x[1]).slice(0, 40));
      for (const d of diffs.filter((x) => /ConnectionStateChangeDate:/.test(x)).slice(0, 400)) {
        const s = d.split(" | ");
        const j = JSON.parse(s[1] ?? "{}");
        const [x, y] = (/: (\d+) now (\d+)/.exec(s[0] ?? "") ?? []).slice(1).map(Number);
        console.log(
          "CSC",
          j.ConnectionState,
          (x ?? 0) - (y ?? 0),
          "single?",
          j.LogOnDuration,
          j.IsReconnect,
          j.LogOnEndDate,
        );
      }
    }
  }, 200_000);
});
