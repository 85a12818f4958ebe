"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Hit } from "./search-hits";
import { type Search, useSearch } from "./use-search";

/** What stands in the search box, what was found, and which line of it is active. */
export function useSearchBox(input: { readonly current: HTMLInputElement | null }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [closed, setClosed] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const search = useSearch(text);
  const hits = search.groups.flatMap((group) => group.items);
  const active = hits.find((hit) => hit.id === chosenId) ?? hits[0] ?? null;
  const type = (next: string) => {
    setText(next);
    setClosed(false);
    setChosenId(null);
  };
  const leave = () => {
    type("");
    input.current?.blur();
  };
  const open = (hit: Hit) => {
    leave();
    router.push(hit.href);
  };
  const waitForAnswer = useOpenWhenFound(search, open);
  const choose = (hit: Hit) => setChosenId(hit.id);
  const isOpen = text.trim() !== "" && !closed;
  const onKeyDown = searchKeys({
    move: (step) => choose(around(hits, active, step)),
    enter: () => {
      if (!search.current) waitForAnswer();
      else if (active) open(active);
    },
    putAway: () => (isOpen ? setClosed(true) : type("")),
    enabled: text !== "",
  });
  const close = () => setClosed(true);
  return { text, search, active, isOpen, type, choose, leave, close, reopen: () => setClosed(false), onKeyDown };
}

/** The line so many steps further, round and round. The list has at least the line that leads to the sessions. */
function around(hits: readonly Hit[], active: Hit | null, step: number): Hit {
  const at = active ? hits.indexOf(active) : 0;
  return hits[(at + step + hits.length) % hits.length] ?? NO_HIT;
}

const NO_HIT: Hit = { id: "", href: "/", title: "", note: "", right: "" };

function searchKeys(actions: {
  move: (step: number) => void;
  enter: () => void;
  putAway: () => void;
  enabled: boolean;
}): (event: KeyboardEvent) => void {
  const keys = new Map([
    ["ArrowDown", () => actions.move(1)],
    ["ArrowUp", () => actions.move(-1)],
    ["Enter", actions.enter],
    ["Escape", actions.putAway],
  ]);
  return (event) => {
    const act = actions.enabled ? keys.get(event.key) : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
}

/** Enter pressed before the answer came: the answer is opened if it is the only one, else it is shown. */
function useOpenWhenFound(search: Search, open: (hit: Hit) => void): () => void {
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
  return () => {
    waiting.current = true;
  };
}
