"use client";

import { useMemo } from "react";
import type { OutageResponse } from "@/lib/api/contract/leases";
import { useFreshness } from "../shell/site";
import { StackedBar } from "../ui/bars";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { PlainTable } from "../ui/table/plain-table";
import { deskColumns } from "../ui/table/table-model";
import { countOf, formatNumber } from "../words";
import type { ChangeParams } from "./lease-search-params";
import { NO_PAIR_FILTER } from "./lease-search-params";
import { COVERAGE, mainReasons } from "./reason-words";

type Group = OutageResponse["byGroup"][number];

function forTable({ key, name, covered, uncovered, unknown, why }: Group) {
  const total = covered + uncovered + unknown;
  const part = total === 0 ? null : covered / total;
  return { key: key ?? name, name, covered, uncovered, unknown, part, why };
}
type GroupRow = ReturnType<typeof forTable>;

const column = deskColumns<GroupRow>();
const COLUMNS = column.columns([
  column.accessor("name", {
    meta: { title: "Delivery group", width: 200 },
    cell: ({ getValue }) => <span className="font-medium">{getValue()}</span>,
  }),
  column.accessor("part", {
    meta: { title: "Covered", width: 170 },
    cell: ({ row }) => <Part group={row.original} />,
  }),
  column.accessor("covered", {
    meta: { title: COVERAGE.covered.label, width: 120, align: "end" },
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  column.accessor("uncovered", {
    meta: { title: COVERAGE.uncovered.label, width: 110, align: "end" },
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  column.accessor("unknown", {
    meta: { title: COVERAGE.unknown.label, width: 115, align: "end" },
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  column.display({
    id: "why",
    enableSorting: false,
    meta: { title: "Main reasons", width: 320 },
    cell: ({ row }) => <Reasons why={row.original.why} />,
  }),
]);

/** Each delivery group with how much of it could still be launched, and why not the rest. */
export function GroupPanel({ byGroup, change }: { byGroup: OutageResponse["byGroup"]; change: ChangeParams }) {
  const { stale } = useFreshness();
  const rows = useMemo(() => byGroup.map(forTable), [byGroup]);
  const show = (row: GroupRow) => change({ ...NO_PAIR_FILTER, tab: "pairs", group: row.key });
  return (
    <Panel title="By delivery group" note={countOf(rows.length, "group")}>
      {rows.length === 0 ? (
        <EmptyState kind="none" title="No delivery group has anything to launch." />
      ) : (
        <PlainTable
          label="Delivery groups"
          columns={COLUMNS}
          rows={rows}
          sortedBy="part"
          stale={stale}
          goneWord="gone"
          onOpen={show}
          onDetails={show}
        />
      )}
    </Panel>
  );
}

function Part({ group: { part, covered, uncovered, unknown } }: { group: GroupRow }) {
  if (part === null) return <span className="text-faint">nothing to launch</span>;
  const counts = { covered, uncovered, unknown };
  const segments = (["covered", "uncovered", "unknown"] as const).map((name) => ({
    name: COVERAGE[name].label.toLowerCase(),
    count: counts[name],
    colour: COVERAGE[name].colour,
  }));
  return (
    <span className="flex items-center gap-2">
      <StackedBar segments={segments} className="flex-1" />
      <span className="w-10 text-right text-small">{Math.floor(part * 100)} %</span>
    </span>
  );
}

function Reasons({ why }: { why: GroupRow["why"] }) {
  const words = mainReasons(why);
  if (words === "") return <span className="text-faint">–</span>;
  return (
    <span title={mainReasons(why, Number.POSITIVE_INFINITY)} className="text-muted">
      {words}
    </span>
  );
}
