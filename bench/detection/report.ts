import { percentile } from "../figures";
import type { BenchScore } from "./bench-score";
import { PUBLIC_DETECTORS } from "./detectors/all";
import { DETECTORS_EVERY_MS } from "./play-site";
import type { GhostdeskScore } from "./score-ghostdesk";
import type { Tally } from "./tally";
import { DUE_MS } from "./truth";
import type { Mode } from "./watcher";

/** The tables of the benchmark. Nothing here judges; goals stand in the title. */

const MINUTE = 60_000;

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : (part / whole).toFixed(3);
}

function times(values: readonly number[]): string {
  if (values.length === 0) return "-";
  const minutes = [50, 95].map((p) => (percentile(values, p) / MINUTE).toFixed(1));
  return `${minutes[0]} / ${minutes[1]} min`;
}

function printRows(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`.trimEnd();
  console.log(`\n${title}`);
  console.log(line(head));
  for (const row of rows) console.log(line(row));
}

const CLASS_HEAD = [
  "class",
  "due",
  "short",
  "found",
  "recall",
  "incidents",
  "precision",
  "confirmed",
  "recall",
  "precision",
  "suspect p50/p95",
  "confirmed p50/p95",
];

function classRow(name: string, tally: Tally): string[] {
  return [
    name,
    `${tally.due}`,
    `${tally.short}`,
    `${tally.found}`,
    share(tally.found, tally.due),
    `${tally.sightings}`,
    share(tally.right, tally.sightings),
    `${tally.confirmed}`,
    share(tally.confirmed, tally.due),
    share(tally.confirmedRight, tally.confirmedSightings),
    times(tally.toSuspect),
    times(tally.toConfirm),
  ];
}

function printMode(mode: Mode, { classes, sessions, sessionsWithoutGone, wrongBy, confused }: GhostdeskScore): void {
  const isFull = mode === "full";
  const rows = [
    classRow("nameless", classes.nameless),
    classRow("hung-logon", classes["hung-logon"]),
    classRow("stuck-connected", classes["stuck-connected"]),
    ...(isFull ? [classRow("named-gone", classes["named-gone"])] : []),
    classRow(isFull ? "all session ghosts" : "these three", isFull ? sessions : sessionsWithoutGone),
    ...(isFull ? [] : [classRow("apart: named-gone", classes["named-gone"])]),
    classRow("apart: failure-trace", classes["failure-trace"]),
  ];
  printRows(`Ghostdesk, ${mode}`, CLASS_HEAD, rows);
  const told = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([what, count]) => `${what} ${count}`)
      .join(", ");
  console.log(`  just-old: ${classes["just-old"].sightings} (by their age alone; the simulation breaks none)`);
  if (Object.keys(wrongBy).length > 0) console.log(`  wrong by: ${told(wrongBy)}`);
  if (Object.keys(confused).length > 0) console.log(`  wrong class: ${told(confused)}`);
}

function printDetectors({ detectors, ghostdesk }: BenchScore): void {
  const classes = ["nameless", "hung-logon", "stuck-connected", "named-gone"] as const;
  const rows = detectors.map(({ name, score }) => {
    const [worst] = Object.entries(score.wrongBy).sort(([, a], [, b]) => b - a);
    return [
      name,
      share(score.ghosts.right, score.ghosts.sightings),
      share(score.ghosts.found, score.ghosts.due),
      ...classes.map((each) => share(score.classes[each].found, score.classes[each].due)),
      times(score.ghosts.toSuspect),
      `${score.ghosts.sightings - score.ghosts.right}`,
      worst ? `${worst[0]} ${worst[1]}` : "-",
    ];
  });
  const full = ghostdesk.find(({ mode }) => mode === "full")?.score;
  const own = full && [
    "Ghostdesk, full",
    share(full.sessions.right, full.sessions.sightings),
    share(full.sessions.found, full.sessions.due),
    ...classes.map((each) => share(full.classes[each].found, full.classes[each].due)),
    times(full.sessions.toSuspect),
    `${full.sessions.sightings - full.sessions.right}`,
    "-",
  ];
  const head = ["detector", "precision", "recall", ...classes, "found p50/p95", "wrong", "mostly wrong by"];
  printRows("Public detectors against all session ghosts; recall in all and by class", head, [
    ...rows,
    ...(own ? [own] : []),
  ]);
  console.log(
    "  DeArment points at servers: right where a session ghost stood on one, found where its server was pointed at.",
  );
}

function printServers({ detectors, ghostdesk }: BenchScore): void {
  const rows = [
    ...ghostdesk.map(({ mode, score }) => ({
      name: `Ghostdesk, ${mode}: failure-trace`,
      tally: score.classes["failure-trace"],
    })),
    ...detectors
      .filter(({ name }) => name === "DeArment")
      .map(({ name, score }) => ({ name, tally: score.sickServers })),
  ].map(({ name, tally }) => [
    name,
    `${tally.due}`,
    share(tally.found, tally.due),
    `${tally.sightings}`,
    share(tally.right, tally.sightings),
    times(tally.toSuspect),
  ]);
  printRows("Sick servers", ["detector", "due", "recall", "pointed at", "precision", "found p50/p95"], rows);
}

function printRules(): void {
  const minutes = (name: keyof typeof DUE_MS) => `${name} ${DUE_MS[name] / MINUTE}`;
  console.log("\nRules of the score");
  console.log(
    `  A fault counts where it stood at least its class' default grace (${minutes("nameless")}, ${minutes("hung-logon")}, ${minutes("stuck-connected")}; ${minutes("named-gone")}, the sweep of servers; ${minutes("failure-trace")}) and two minutes; what was over sooner is "short".`,
  );
  console.log(
    "  An incident is right where the fault stood when it began, of its class where that fault is of its class. Suspects count as incidents.",
  );
  console.log(
    `  Times run from the moment at which the simulation broke it. Public detectors run every ${DETECTORS_EVERY_MS / MINUTE} min, DeArment's own pace.`,
  );
  console.log("  LogonInProgress, which no table and no port has, is taken to be AppState PreLogon.");
  for (const { name, rule, source } of PUBLIC_DETECTORS) console.log(`  ${name}: ${rule} (${source})`);
}

export function printReport(score: BenchScore, run: { readonly seed: number; readonly seconds: number }): void {
  const sites = Object.entries(score.sites).map(([size, count]) => `${count} ${size}`);
  const minutes = (run.seconds / 60).toFixed(1);
  console.log(
    `Detection on simulated sites: ${sites.join(", ")} from seed ${run.seed}; ${Math.round(score.siteHours)} site hours, ${score.passes} passes, ${minutes} min`,
  );
  console.log("Goal: precision and recall 0.99 over all session ghosts, no class under 0.97");
  console.log(
    `Played: ${Object.entries(score.scenarios)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}`,
  );
  for (const { mode, score: own } of score.ghostdesk) printMode(mode, own);
  printDetectors(score);
  printServers(score);
  printRules();
}
