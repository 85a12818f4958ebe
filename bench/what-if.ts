import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { wallClock } from "@/lib/clock";
import { HistoryThread } from "@/lib/collector/history-desk";
import type { ReplayLimits } from "@/lib/domain/session/what-if";
import { addMachine, addSession, GROUP, guid, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { type Figure, latencies, printFigures } from "./figures";

/** What a replay of a group's week costs who asks, and who works meanwhile. */

const SESSIONS = 10_000;
/** Sessions of other groups in the same tables. */
const OTHERS = 40_000;
const MACHINES = 100;
const PEOPLE = 3_000;
const QUESTIONS = 12;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const END = Date.parse("2026-11-21T00:00:00.000Z");

const iso = (at: number) => new Date(at).toISOString();

/** One working day of one person: two connections, and half of the sessions with applications that lingered. */
function addWorkday(site: SiteFile, index: number, machine: string): void {
  const from = END - 7 * DAY + (index % 7) * DAY + (7 * 60 + (index % 180)) * MINUTE;
  const away = from + (120 + (index % 300)) * MINUTE;
  const back = away + (10 + (index % 200)) * MINUTE;
  const to = back + (60 + (index % 240)) * MINUTE;
  const isApplication = index % 2;
  const key = addSession(
    site,
    index,
    { UserId: index % PEOPLE, MachineId: machine, StartDate: iso(from), EndDate: iso(to), SessionType: isApplication },
    {
      BrokeringDate: iso(from),
      EstablishmentDate: iso(from),
      LogOnEndDate: iso(from + 40_000),
      DisconnectDate: iso(away),
    },
  );
  const stamps = { CreatedDate: iso(from), ModifiedDate: iso(to), SessionKey: key };
  const dates = { EstablishmentDate: iso(back), DisconnectDate: iso(to) };
  site.insert("Connection", { Id: index + 1_000_000, IsReconnect: 1, ...dates, ...stamps });
  if (!isApplication) return;
  const ran = { StartDate: iso(from + MINUTE), EndDate: iso(to - 30 * MINUTE) };
  site.insert("ApplicationInstance", { Id: index, ApplicationId: guid(9, 1), ...ran, ...stamps });
}

function makeWeek(): SiteFile {
  const site = makeSiteFile();
  site.run("BEGIN");
  for (let index = 1; index <= MACHINES * 2; index += 1) {
    addMachine(site, index, { DesktopGroupId: index <= MACHINES ? GROUP : guid(1, 2) });
  }
  for (let index = 1; index <= SESSIONS + OTHERS; index += 1) {
    const isOther = index > SESSIONS;
    addWorkday(site, index, guid(2, 1 + (index % MACHINES) + (isOther ? MACHINES : 0)));
  }
  site.run("COMMIT");
  return site;
}

const NOW: ReplayLimits = {
  disconnected: 240 * MINUTE,
  "pre-launch-disconnect": 0,
  "pre-launch-terminate": 0,
  "linger-disconnect": 15 * MINUTE,
  "linger-terminate": 30 * MINUTE,
};

async function measure(site: SiteFile): Promise<Figure[]> {
  const workerFile = path.resolve(".build/workers/history.mjs");
  const thread = new HistoryThread({ workerFile, monitorUrl: site.url, clock: wallClock });
  const times: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  let counted = "";
  let cpu = process.cpuUsage();
  const before = process.memoryUsage().rss;
  for (let turn = 0; turn <= QUESTIONS; turn += 1) {
    if (turn === 1) {
      loop.enable();
      cpu = process.cpuUsage();
    }
    const began = performance.now();
    const changed = { ...NOW, disconnected: (10 + turn * 30) * MINUTE };
    const span = { from: END - 7 * DAY, to: END };
    const { answer } = await thread.whatIf({ groupKey: GROUP, ...span, now: NOW, changed }, "bench");
    times.push(performance.now() - began);
    counted = `${answer.sessions} sessions, ${answer.now.slotsPeak} at once`;
  }
  loop.disable();
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.memoryUsage().rss - before;
  await thread.stop();
  const [first = 0, ...rest] = times;
  return [
    { what: "first question, thread started for it", value: `${Math.round(first)} ms`, goal: counted },
    { what: "each further question", value: latencies(rest), goal: "" },
    { what: "CPU of each", value: `${Math.round((user + system) / 1_000 / QUESTIONS)} ms`, goal: "" },
    { what: "longest hold-up of the serving thread", value: `${(loop.max / 1e6).toFixed(1)} ms`, goal: "" },
    { what: "resident memory more", value: `${Math.round(memory / 2 ** 20)} MB`, goal: "gone a minute later" },
  ];
}

export async function benchWhatIf(): Promise<void> {
  const site = makeWeek();
  try {
    printFigures(
      `What if: a group's ${SESSIONS} sessions of 7 days, ${OTHERS} of others beside them`,
      await measure(site),
    );
  } finally {
    site.remove();
  }
}
