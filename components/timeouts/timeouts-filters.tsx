"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { serversQuery } from "@/lib/api/query";
import { GroupSelect } from "../shell/group-select";
import { Narrowed } from "../shell/narrowed";
import { Button } from "../ui/button";
import type { TimeoutsParams } from "./timeouts-search-params";

/** So many names are offered while somebody types one. */
const OFFERED = 12;

/** What narrows the page: a delivery group, or one server. */
export function TimeoutsFilters({
  params,
  serverName,
  onChange,
}: {
  params: TimeoutsParams;
  /** How the chosen server is called, once that is known. */
  serverName: string | null;
  onChange: (change: Partial<TimeoutsParams>) => void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <GroupSelect value={params.group} onChange={(group) => onChange({ group })} />
      {params.server === "" ? (
        <ServerField onChoose={(server) => onChange({ server })} />
      ) : (
        <Narrowed name="Server" value={serverName ?? params.server} onClear={() => onChange({ server: "" })} />
      )}
    </div>
  );
}

/** A server by its name: taken when it is chosen from the names offered, or by Enter. */
function ServerField({ onChoose }: { onChoose: (server: string) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const q = text.trim();
  const { data } = useQuery({ ...serversQuery({ q, support: "all", limit: OFFERED }), enabled: q !== "" });
  const offered = q === "" ? [] : (data?.rows ?? []);
  const type = (next: string) => {
    setText(next);
    const known = offered.find(({ name }) => name.toLowerCase() === next.trim().toLowerCase());
    if (known) onChoose(known.key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (q !== "") onChoose(q);
  };
  return (
    <form
      onSubmit={submit}
      className="flex h-8 items-center rounded-control border border-line-control bg-panel text-small focus-within:outline-2 focus-within:outline-focus"
    >
      <label htmlFor={id} className="pl-2.5 text-muted">
        Server
      </label>
      <input
        id={id}
        list={`${id}-names`}
        value={text}
        onChange={(event) => type(event.target.value)}
        placeholder="any"
        autoComplete="off"
        spellCheck={false}
        className="h-full w-40 min-w-0 rounded-control bg-transparent px-2 outline-none"
      />
      <datalist id={`${id}-names`}>
        {offered.map(({ key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
      {q !== "" && (
        <Button type="submit" size="small" variant="quiet" className="mr-0.5">
          Show
        </Button>
      )}
    </form>
  );
}
