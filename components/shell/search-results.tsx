"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { classes } from "../ui/classes";
import { POPUP } from "../ui/popup";
import { countOf, listOfWords } from "../words";
import type { Hit, HitGroup } from "./search-hits";
import type { Search } from "./use-search";

export interface SearchResultsProps {
  id: string;
  search: Search;
  activeId: string | null;
  /** Under the big box of the front page. */
  large: boolean;
  onActive: (hit: Hit) => void;
  onOpen: () => void;
}

/** The id of an option, for aria-activedescendant. */
export function optionId(listId: string, hit: Hit): string {
  return `${listId}-${hit.id.replaceAll(" ", "-")}`;
}

/** What the search found, under its box. The focus stays in the box; the arrows move the active line. */
export function SearchResults({ id, search, activeId, large, onActive, onOpen }: SearchResultsProps) {
  return (
    <div
      aria-busy={!search.current || undefined}
      className={classes(
        POPUP,
        "absolute top-full left-0 z-40 mt-1.5 max-h-[min(36rem,70dvh)] w-full overflow-y-auto",
        !large && "max-md:fixed max-md:inset-x-2 max-md:top-13 max-md:w-auto md:min-w-120",
      )}
    >
      <p role="status" className={classes("px-2 py-1 text-muted", isQuiet(search) && "sr-only")}>
        {statusOf(search)}
      </p>
      <div id={id} role="listbox" aria-label="Found">
        {search.groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group.label} role="group" aria-label={group.label} className="pb-1">
            <p aria-hidden className="px-2 pt-1 pb-0.5 text-label text-muted">
              {group.label}
            </p>
            {group.items.map((hit) => (
              <Option
                key={hit.id}
                id={optionId(id, hit)}
                hit={hit}
                active={hit.id === activeId}
                onActive={() => onActive(hit)}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  hit: Hit;
  active: boolean;
  onActive: () => void;
  onOpen: () => void;
}

/** A link as well, so that it can be opened beside. */
function Option({ id, hit, active, onActive, onOpen }: OptionProps) {
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <Link
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      href={hit.href}
      prefetch={false}
      onPointerMove={onActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => !(event.ctrlKey || event.metaKey || event.shiftKey) && onOpen()}
      className={classes("flex min-h-9 items-center gap-2 rounded-control px-2 text-body", active && "bg-selected")}
    >
      <span className="truncate font-medium">{hit.title}</span>
      <span className="truncate text-muted text-small">{hit.note}</span>
      <span className="ml-auto shrink-0 pl-2 text-muted text-small">{hit.right}</span>
    </Link>
  );
}

function countIn(groups: readonly HitGroup[], label: HitGroup["label"]): number {
  return groups.find((group) => group.label === label)?.items.length ?? 0;
}

function foundIn({ groups }: Search): readonly string[] {
  const people = countIn(groups, "People");
  const servers = countIn(groups, "Servers and desktops");
  return [people > 0 ? countOf(people, "person", "people") : "", servers > 0 ? countOf(servers, "server") : ""].filter(
    Boolean,
  );
}

/** What was found is seen; only a listener needs it said. */
function isQuiet(search: Search): boolean {
  return search.error === null && foundIn(search).length > 0;
}

function statusOf(search: Search): string {
  if (search.error) return search.error.message;
  if (search.groups.length === 0) return "Searching…";
  const found = foundIn(search);
  return found.length > 0 ? `${listOfWords(found)} found.` : "No person and no server has all of this.";
}
