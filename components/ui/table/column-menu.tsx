"use client";

import { Columns3 } from "lucide-react";
import { Button } from "../button";
import { Menu, type MenuPart } from "../menu";
import { useStored } from "../use-stored";
import { columnId, type DeskColumns, type DeskRow, visibleColumns } from "./table-model";

type Chosen = Readonly<Record<string, boolean>>;
const NOTHING: Chosen = {};

/** Which columns this browser shows of the table of that name. */
export function useColumnChoice(table: string) {
  return useStored(`ghostdesk.columns.${table}`, parseChosen);
}

function parseChosen(stored: unknown): Chosen {
  if (typeof stored !== "object" || stored === null) return NOTHING;
  return Object.fromEntries(Object.entries(stored).filter(([, shown]) => typeof shown === "boolean"));
}

/** The menu that shows and hides columns; the first column always stays. */
export function ColumnMenu<TRow extends DeskRow>({
  columns,
  chosen,
  onChange,
}: {
  columns: DeskColumns<TRow>;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}) {
  const visible = visibleColumns(columns, chosen);
  const hideable = columns.slice(1).map((column) => ({ id: columnId(column), meta: column.meta }));
  const parts: MenuPart[] = [
    { kind: "label", label: "Shown columns" },
    ...hideable.map(({ id, meta }): MenuPart => {
      const onChangeOne = (shown: boolean) => onChange({ ...chosen, [id]: shown });
      return { kind: "checkbox", label: meta?.title ?? id, checked: visible[id] !== false, onChange: onChangeOne };
    }),
    { kind: "separator" },
    { kind: "item", label: "As usual", onSelect: () => onChange(NOTHING) },
  ];
  return (
    <Menu
      label="Columns"
      parts={parts}
      trigger={(props) => (
        <Button {...props} size="small" icon={Columns3}>
          Columns
        </Button>
      )}
    />
  );
}
