"use client";

import Link from "next/link";
import { useMemo } from "react";
import { routes } from "../routes";
import { Button } from "../ui/button";
import { GroupedTable, type RowGroup } from "../ui/table/grouped-table";
import type { TableChoices } from "../ui/table/table-model";
import { countOf } from "../words";
import { GHOST_COLUMNS, type QueueRow } from "./ghost-columns";
import { groupByMachine, machineOf, nameOf } from "./ghost-groups";
import type { QueueTableProps } from "./ghost-table";
import type { Marks } from "./marks";

/** The queue in parts, one for each server: one sick server often makes many ghosts. */
export function ServerGroups({
  rows,
  id,
  marks,
  ...rest
}: QueueTableProps & TableChoices & { rows: readonly QueueRow[]; id: string; marks: Marks }) {
  const groups = useMemo(() => groupByMachine(rows), [rows]);
  return (
    <GroupedTable
      {...rest}
      columns={GHOST_COLUMNS}
      columnVisibility={{ ...rest.columnVisibility, machine: false }}
      groups={groups}
      groupOf={machineOf}
      id={id}
      heading={(group) => <GroupHeading group={group} marks={rest.onMark ? marks : null} />}
    />
  );
}

function GroupHeading({ group, marks }: { group: RowGroup<QueueRow>; marks: Marks | null }) {
  const key = group.rows[0]?.machineKey;
  return (
    <>
      {key ? (
        <Link href={routes.server(key)} className="name-link">
          {nameOf(group)}
        </Link>
      ) : (
        <span className="font-medium">{nameOf(group)}</span>
      )}
      <span className="text-muted">{countOf(group.rows.length, "ghost")}</span>
      {marks && group.rows.length > 1 && (
        <Button size="small" variant="quiet" onClick={() => marks.add(group.rows.map((row) => row.key))}>
          Select these
        </Button>
      )}
    </>
  );
}
