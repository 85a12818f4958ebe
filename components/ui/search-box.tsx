"use client";

import { Search, X } from "lucide-react";
import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "./classes";

export interface SearchBoxProps extends Omit<ComponentProps<"input">, "value" | "onChange" | "size"> {
  label: string;
  value: string;
  /** Called when typing has rested, and at once when the box is cleared. */
  onSearch: (value: string) => void;
  restMs?: number;
}

/** A box that filters what stands below it. Escape clears it. */
export function SearchBox({ label, value, onSearch, restMs = 180, className, ...rest }: SearchBoxProps) {
  const [text, setText] = useRestedText(value, onSearch, restMs);
  const clear = () => setText("", true);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || text === "") return;
    event.stopPropagation();
    clear();
  };
  return (
    <div
      className={classes(
        "flex h-8 items-center gap-2 rounded-control border border-line-control bg-panel pl-2.5 focus-within:outline-2 focus-within:outline-focus",
        className,
      )}
    >
      <Search aria-hidden className="size-3.5 shrink-0 text-faint" />
      <input
        {...rest}
        type="search"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        className="h-full min-w-0 flex-1 bg-transparent text-small outline-none [&::-webkit-search-cancel-button]:hidden"
        value={text}
        onChange={(event) => setText(event.target.value, false)}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        aria-label="Clear"
        onClick={clear}
        className={classes("grid size-7 place-items-center text-faint hover:text-ink", text === "" && "invisible")}
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}

/** What is being typed, passed on once it rests; takes over a value that changed elsewhere, such as by the back button. */
function useRestedText(value: string, onRest: (value: string) => void, restMs: number) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string, atOnce: boolean) => {
    setText(next);
    clearTimeout(timer.current);
    const send = () => {
      sent.current = next;
      onRest(next);
    };
    if (atOnce) send();
    else timer.current = setTimeout(send, restMs);
  };
  return [text, type] as const;
}
