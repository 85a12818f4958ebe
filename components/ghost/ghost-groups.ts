import type { RowGroup } from "../ui/table/grouped-table";
import type { QueueRow } from "./ghost-columns";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** What a row is grouped by: its machine, or that it has none. */
export function machineOf({ machineKey, machine }: Pick<QueueRow, "machineKey" | "machine">): string {
  return machineKey ?? machine ?? "";
}

/** Rows by their machine, the machine with the most ghosts first; inside, rows keep their order. */
export function groupByMachine(rows: readonly QueueRow[]): RowGroup<QueueRow>[] {
  const groups = new Map<string, QueueRow[]>();
  for (const row of rows) groups.set(machineOf(row), [...(groups.get(machineOf(row)) ?? []), row]);
  return [...groups]
    .map(([key, members]) => ({ key, rows: members }))
    .sort((a, b) => b.rows.length - a.rows.length || collator.compare(nameOf(a), nameOf(b)));
}

/** The machine's name; a machine that the site does not name says so. */
export function nameOf(group: RowGroup<QueueRow>): string {
  return group.rows[0]?.machine ?? "No machine named";
}
