import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { refresh } from "./live";
import {
  ghostQuery,
  ghostsQuery,
  operationQuery,
  operationsQuery,
  repairsQuery,
  serversQuery,
  sessionsQuery,
  settingsQuery,
  statusQuery,
  userQuery,
  usersQuery,
} from "./query";

function clientWith(...rows: (readonly [key: readonly unknown[], data: unknown])[]): QueryClient {
  const client = new QueryClient();
  for (const [key, data] of rows) client.setQueryData(key, data);
  return client;
}

const isOutdated = (client: QueryClient, key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

it("outdates what the changed lists feed, and nothing else", () => {
  const sessions = sessionsQuery({ q: "a" }).queryKey;
  const servers = serversQuery().queryKey;
  const user = userQuery("S-1-5-21-1").queryKey;
  const status = statusQuery().queryKey;
  const old = { version: 3 };
  const client = clientWith([sessions, old], [servers, old], [user, old], [status, old], [["getMe"], old]);
  refresh(client, new Set(["users"]), 4);
  expect([sessions, servers, user, status, ["getMe"]].map((key) => isOutdated(client, key))).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
  refresh(client, new Set(["sessions"]), 4);
  expect(isOutdated(client, sessions)).toBe(true);
  expect(isOutdated(client, servers)).toBe(true);
});

it("outdates, where a ghost came or changed, every row that says so", () => {
  const said = [
    ghostsQuery(),
    ghostQuery("g"),
    sessionsQuery(),
    serversQuery(),
    userQuery("S-1-5-21-1"),
    statusQuery(),
  ];
  const others = [usersQuery(), settingsQuery()];
  const keys = (queries: readonly { readonly queryKey: readonly unknown[] }[]) =>
    queries.map(({ queryKey }) => queryKey);
  const client = clientWith(...[...keys(said), ...keys(others)].map((key) => [key, { version: 3 }] as const));
  refresh(client, new Set(["ghosts"]), 4);
  expect(keys(said).map((key) => isOutdated(client, key))).toEqual(said.map(() => true));
  expect(keys(others).map((key) => isOutdated(client, key))).toEqual([false, false]);
});

it("leaves what is of that version already; the status has no version of its own", () => {
  const sessions = sessionsQuery().queryKey;
  const status = statusQuery().queryKey;
  const client = clientWith([sessions, { version: 4 }], [status, { version: 4 }]);
  refresh(client, new Set(["sessions", "status"]), 4);
  expect(isOutdated(client, sessions)).toBe(false);
  expect(isOutdated(client, status)).toBe(true);
});

it("outdates what a server that has started again counted higher", () => {
  const sessions = sessionsQuery().queryKey;
  const client = clientWith([sessions, { version: 500 }]);
  refresh(client, new Set(["sessions"]), 2);
  expect(isOutdated(client, sessions)).toBe(true);
});

it("outdates what was done and what can be done, also within one version of the site", () => {
  const said = [operationsQuery(), operationQuery("o"), repairsQuery({ session: "s" })].map(({ queryKey }) => queryKey);
  const client = clientWith(...said.map((key) => [key, {}] as const), [sessionsQuery().queryKey, { version: 4 }]);
  refresh(client, new Set(["operations"]), 4);
  expect(said.map((key) => isOutdated(client, key))).toEqual([true, true, true]);
  expect(isOutdated(client, sessionsQuery().queryKey)).toBe(false);
});
