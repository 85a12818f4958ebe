"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { usersQuery } from "@/lib/api/query";
import { Narrowed } from "../shell/narrowed";
import { SearchBox } from "../ui/search-box";

const HITS_MAX = 8;
const LETTERS_LEAST = 2;

/** One person to narrow a list to: typed, with the browser's own list of suggestions; Enter takes the first. */
export function PersonFilter({
  value,
  name,
  onChange,
}: {
  /** Key or account; empty: anybody. */
  value: string;
  /** What the person is called, where the rows tell. */
  name: string | null;
  onChange: (user: string) => void;
}) {
  const [text, setText] = useState("");
  const list = useId();
  const { data } = useQuery({
    ...usersQuery({ q: text, limit: HITS_MAX }),
    enabled: value === "" && text.length >= LETTERS_LEAST,
  });
  if (value !== "") return <Narrowed name="User" value={name ?? value} onClear={() => onChange("")} />;
  const hits = text.length >= LETTERS_LEAST ? (data?.rows ?? []) : [];
  const choose = (key: string | undefined) => {
    if (key === undefined) return;
    setText("");
    onChange(key);
  };
  const search = (typed: string) => {
    setText(typed);
    choose(hits.find(({ account }) => account.toLowerCase() === typed.toLowerCase())?.key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(hits[0]?.key);
  };
  return (
    <form onSubmit={submit} className="max-sm:w-full">
      <SearchBox
        label="Only one person"
        placeholder="Person"
        list={list}
        className="w-56 max-sm:w-full"
        value={text}
        onSearch={search}
      />
      <datalist id={list}>
        {hits.map(({ key, account, fullName }) => (
          <option key={key} value={account}>
            {fullName ?? account}
          </option>
        ))}
      </datalist>
    </form>
  );
}
