"use client";

import { useQuery } from "@tanstack/react-query";
import { serversQuery } from "@/lib/api/query";
import { Select } from "../ui/select";

const ANY = "any";

/** The delivery groups of the site; any of them unless one is chosen. */
export function GroupSelect({ value, onChange }: { value: string; onChange: (group: string) => void }) {
  const { data } = useQuery({ ...serversQuery({ limit: 1, support: "all" }), staleTime: 60_000 });
  const groups = data?.groups ?? [];
  const chosen = groups.find((group) => group.key === value || group.name.toLowerCase() === value.toLowerCase());
  const options = groups.map((group) => ({ value: group.key, label: group.name }));
  return (
    <Select
      label="Delivery group"
      labelled="inside"
      className="max-w-72"
      value={chosen?.key ?? (value || ANY)}
      options={[{ value: ANY, label: "any" }, ...options, ...(value && !chosen ? [{ value, label: value }] : [])]}
      onChange={(group) => onChange(group === ANY ? "" : group)}
    />
  );
}
