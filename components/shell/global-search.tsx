"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Search as SearchIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { classes } from "../ui/classes";
import { Kbd } from "../ui/kbd";
import { POPUP } from "../ui/popup";
import type { Hit, HitGroup } from "./search-hits";
import { type Search, useSearch } from "./use-search";

export interface GlobalSearchProps {
  /** The big box of the front page; it takes the focus when the page opens. */
  large?: boolean;
}

/** Finds a person or a server from anywhere: `/` focuses it, the arrows choose, Enter opens. */
export function GlobalSearch({ large = false }: GlobalSearchProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const search = useSearch(text);
  const open = (hit: Hit) => {
    setText("");
    input.current?.blur();
    router.push(hit.href);
  };
  const waiting = useEnterWhenFound(search, open);
  useFocusKey(input);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler?: () => void }) => {
    if (event.key !== "Enter" || search.current || text.trim() === "") return;
    event.preventDefault();
    event.preventBaseUIHandler?.();
    waiting.current = true;
  };
  return (
    <search className={classes("min-w-0 flex-1", large ? "w-full max-w-160" : "max-w-130")}>
      <Autocomplete.Root
        items={search.groups}
        value={text}
        onValueChange={(next, details) => details.reason !== "item-press" && setText(next)}
        itemToStringValue={(hit: Hit) => hit.title}
        filter={null}
        autoHighlight="always"
        openOnInputClick
      >
        <Autocomplete.InputGroup
          className={classes(
            "flex items-center gap-2 rounded-panel border border-line-control bg-page px-2.5 focus-within:outline-2 focus-within:outline-focus",
            large ? "h-12 bg-panel px-4 shadow-pop" : "h-8.5",
          )}
        >
          <SearchIcon aria-hidden className={classes("shrink-0 text-faint", large ? "size-4.5" : "size-3.75")} />
          <Autocomplete.Input
            ref={input}
            autoFocus={large}
            aria-label="Find a person, server or session"
            placeholder="Find a person, server or session"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onKeyDown={onKeyDown}
            className={classes("h-full min-w-0 flex-1 bg-transparent outline-none", large ? "text-title" : "text-body")}
          />
          <span aria-hidden className="max-md:hidden">
            <Kbd>/</Kbd>
          </span>
        </Autocomplete.InputGroup>
        <Hits search={search} text={text} onOpen={open} />
      </Autocomplete.Root>
    </search>
  );
}

function Hits({ search, text, onOpen }: { search: Search; text: string; onOpen: (hit: Hit) => void }) {
  const found = search.groups.flatMap((group) => group.items).length - 1;
  return (
    <Autocomplete.Portal hidden={text.trim() === ""}>
      <Autocomplete.Positioner sideOffset={6} align="start" className="z-40 outline-none">
        <Autocomplete.Popup
          aria-busy={!search.current || undefined}
          className={classes(
            POPUP,
            "max-h-(--available-height) w-(--anchor-width) min-w-[min(24rem,calc(100vw-1.5rem))] overflow-y-auto",
          )}
        >
          <Autocomplete.Status className="px-2 py-1 text-muted text-small">
            {statusOf(search, found)}
          </Autocomplete.Status>
          <Autocomplete.List>
            {(group: HitGroup) => (
              <Autocomplete.Group key={group.label} items={group.items} className="pb-1">
                <Autocomplete.GroupLabel className="px-2 pt-1 pb-0.5 text-label text-muted">
                  {group.label}
                </Autocomplete.GroupLabel>
                <Autocomplete.Collection>
                  {(hit: Hit) => (
                    <Autocomplete.Item
                      key={hit.id}
                      value={hit}
                      onClick={() => onOpen(hit)}
                      className="flex min-h-9 cursor-default items-center gap-2 rounded-control px-2 text-body outline-none data-highlighted:bg-selected"
                    >
                      <span className="truncate font-medium">{hit.title}</span>
                      <span className="truncate text-muted text-small">{hit.note}</span>
                      <span className="ml-auto shrink-0 pl-2 text-muted text-small">{hit.right}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}

function statusOf(search: Search, found: number): string {
  if (search.error) return search.error.message;
  if (search.groups.length === 0) return "Searching…";
  return found === 0 ? "No person and no server has all of this." : "";
}

/** Enter pressed before the answer came: the answer is opened if it is the only one, else it is shown. */
function useEnterWhenFound(search: Search, open: (hit: Hit) => void) {
  const waiting = useRef(false);
  const onFound = useEffectEvent(() => {
    if (!waiting.current) return;
    waiting.current = false;
    const [only, ...more] = search.groups.slice(0, -1).flatMap((group) => group.items);
    if (only && more.length === 0) open(only);
  });
  useEffect(() => {
    if (search.current) onFound();
  }, [search.current]);
  return waiting;
}

/** `/` focuses the search from anywhere, except where a person is typing. */
function useFocusKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
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
