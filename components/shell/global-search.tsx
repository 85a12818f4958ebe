"use client";

import { Search as SearchIcon } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { classes } from "../ui/classes";
import { Kbd } from "../ui/kbd";
import { optionId, SearchResults } from "./search-results";
import { useSearchBox } from "./use-search-box";

export interface GlobalSearchProps {
  /** The big box of the front page; it takes the focus when the page opens. */
  large?: boolean;
}

/** Finds a person or a server from anywhere: `/` focuses it, the arrows choose, Enter opens. */
export function GlobalSearch({ large = false }: GlobalSearchProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useSearchBox(input);
  useFocusKey(input);
  return (
    <search
      className={classes("relative min-w-0 flex-1", large ? "w-full max-w-160" : "max-w-130")}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && box.close()}
    >
      <div
        className={classes(
          "flex items-center gap-2 rounded-panel border border-line-control bg-page focus-within:outline-2 focus-within:outline-focus",
          large ? "h-12 bg-panel px-4 shadow-pop" : "h-8.5 px-2.5",
        )}
      >
        <SearchIcon aria-hidden className={classes("shrink-0 text-faint", large ? "size-4.5" : "size-3.75")} />
        <input
          ref={input}
          role="combobox"
          aria-label="Find a person, server or session"
          aria-autocomplete="list"
          aria-expanded={box.isOpen}
          aria-controls={listId}
          aria-activedescendant={box.isOpen && box.active ? optionId(listId, box.active) : undefined}
          // biome-ignore lint/a11y/noAutofocus: the front page is this box
          autoFocus={large}
          placeholder="Find a person, server or session"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={box.text}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.onKeyDown}
          onClick={box.reopen}
          className={classes("h-full min-w-0 flex-1 bg-transparent outline-none", large ? "text-title" : "text-body")}
        />
        <span aria-hidden className="max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      </div>
      {box.isOpen && (
        <SearchResults
          id={listId}
          search={box.search}
          activeId={box.active?.id ?? null}
          large={large}
          onActive={box.choose}
          onOpen={box.leave}
        />
      )}
    </search>
  );
}

/** `/` focuses the search from anywhere, except where a person is typing. */
function useFocusKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
