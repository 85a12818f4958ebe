"use client";

import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "../ui/button";
import type { FieldProps } from "./setting-line";
import type { TypedList } from "./setting-value";

/** A list that is edited entry by entry. What stands in the box counts as an entry when it is saved; one that is `refused` stays there. */
export function ListField({
  id,
  label,
  list,
  numeric,
  refused,
  describedBy,
  invalid,
  onLeave,
  onTyped,
}: FieldProps & { label: string; list: TypedList; numeric: boolean; refused: boolean }) {
  const { items, pending } = list;
  const add = () => {
    onLeave();
    if (pending.trim() !== "" && !refused) onTyped({ items: [...items, pending.trim()], pending: "" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || pending.trim() === "") return;
    event.preventDefault();
    add();
  };
  return (
    <>
      {items.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {items.map((item) => (
            <li
              key={item}
              className="flex max-w-full items-center rounded-full border border-line-strong pl-2.5 text-small"
            >
              <span className="wrap-anywhere min-w-0">{item}</span>
              <button
                type="button"
                aria-label={`Remove ${item}`}
                onClick={() => onTyped({ items: items.filter((other) => other !== item), pending })}
                className="grid size-6.5 shrink-0 place-items-center rounded-full text-faint hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <input
          id={id}
          inputMode={numeric ? "numeric" : "text"}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={numeric ? "Another row id" : "DOMAIN\\account"}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          value={pending}
          onBlur={onLeave}
          onChange={(event) => onTyped({ items, pending: event.target.value })}
          onKeyDown={onKeyDown}
          className={`h-9 min-w-0 flex-1 rounded-control border bg-panel px-2.5 ${invalid ? "border-bad" : "border-line-control"}`}
        />
        <Button onClick={add}>Add</Button>
      </div>
    </>
  );
}
