"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { serversQuery, usersQuery } from "@/lib/api/query";
import { groupHits, type HitGroup } from "./search-hits";

const REST_MS = 120;
const PEOPLE_MAX = 7;
const SERVERS_MAX = 5;
const NONE: HitGroup[] = [];

export interface Search {
  readonly groups: HitGroup[];
  /** The groups answer what stands in the box now, not what stood there a moment ago. */
  readonly current: boolean;
  readonly error: Error | null;
}

/** Looks for people and servers while a person types. What was found last stays until the next answer is here. */
export function useSearch(text: string): Search {
  const asked = text.trim();
  const q = useRested(asked);
  const enabled = q !== "";
  const users = useQuery({ ...usersQuery({ q, limit: PEOPLE_MAX }), enabled });
  const servers = useQuery({ ...serversQuery({ q, support: "all", limit: SERVERS_MAX }), enabled });
  const isReady = users.isSuccess && servers.isSuccess && !users.isPlaceholderData && !servers.isPlaceholderData;
  return {
    groups: asked === "" || !users.data || !servers.data ? NONE : groupHits(q, users.data.rows, servers.data.rows),
    current: q === asked && isReady,
    error: users.error ?? servers.error,
  };
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
