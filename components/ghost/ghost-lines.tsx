"use client";

import type { GhostRow } from "@/lib/api/contract/ghosts";
import { useHeldRows } from "../ui/table/use-held-rows";
import { GhostLine } from "./ghost-line";

/** A short list of ghosts. While the pointer or the focus is on it, its lines stay where they are; what went is crossed out. */
export function GhostLines({ ghosts }: { ghosts: readonly GhostRow[] }) {
  const rows = ghosts.map((ghost) => ({ ...ghost, key: ghost.id }));
  const source = {
    count: rows.length,
    rowAt: (place: number) => rows[place],
    byKey: new Map(rows.map((row) => [row.key, row])),
    id: "",
  };
  const held = useHeldRows(source, [...rows.keys()]);
  return (
    <ul {...held.handlers} className="@container divide-y divide-line">
      {[...held.rows.values()].map(({ row, gone }) => (
        <li key={row.key} className={gone ? "line-through" : undefined}>
          <GhostLine ghost={row} />
        </li>
      ))}
    </ul>
  );
}
