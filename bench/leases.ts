import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Lease } from "@/lib/domain/lease/lease";
import { LeaseFolderReader } from "@/lib/site/leases/folder";
import { leaseOfSdk } from "@/lib/site/leases/sdk-lease";
import { type Figure, printFigures } from "./figures";
import { LeaseFolderWriter } from "./lease-folder-writer";
import { LEASES, leaseRow, measureVerdicts } from "./lease-verdicts";

/** What leases cost: a cache folder read the first time and again, documents, and who is covered of a site with 100,000 leases. */

const CHANGED_FILES = 300;

export async function benchLeases(): Promise<void> {
  printFigures("A controller's cache folder", await measureFolder());
  printFigures(`${LEASES} leases of a site`, [...measureDocuments(), ...measureVerdicts(readRows())]);
}

async function measureFolder(): Promise<Figure[]> {
  const writer = new LeaseFolderWriter();
  try {
    const files = writer.writeAll();
    const reader = new LeaseFolderReader({ controller: "ddc01.corp.example.com", path: writer.path });
    const first = await timed(() => reader.read(writer.now));
    const quiet = await timed(() => reader.read(writer.now));
    writer.change(CHANGED_FILES);
    const busy = await timed(() => reader.read(writer.now));
    const { launch, enumeration, unread } = reader.folder;
    const read = `${launch + enumeration} leases, ${unread} unread`;
    return [
      { what: `first read of ${files} files`, value: first, goal: read },
      { what: "read again, nothing changed", value: quiet, goal: "each file asked for its size and time" },
      { what: `read again, ${CHANGED_FILES} files changed`, value: busy, goal: "only these are opened" },
    ];
  } finally {
    writer.remove();
  }
}

/** How long it took, and for how long at most the thread did nothing else. */
async function timed(work: () => Promise<unknown>): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  delay.disable();
  return `${Math.round(ms)} ms, thread held ${Math.round(delay.max / 1e6)} ms at most`;
}

function readRows(): Lease[] {
  return Array.from({ length: LEASES }, (_, at) => leaseOfSdk(leaseRow(at)));
}

function measureDocuments(): Figure[] {
  const rows = Array.from({ length: LEASES }, (_, at) => leaseRow(at));
  const bytes = rows.reduce((sum, { value }) => sum + value.length, 0) / rows.length;
  const started = performance.now();
  const broken = rows.filter((row) => leaseOfSdk(row).problem !== null).length;
  const ms = performance.now() - started;
  const value = `${Math.round(ms)} ms, ${((ms * 1000) / LEASES).toFixed(0)} µs each`;
  return [{ what: "documents to leases", value, goal: `${Math.round(bytes)} B each, ${broken} not understood` }];
}
