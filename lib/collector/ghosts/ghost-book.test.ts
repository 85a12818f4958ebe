import { describe, expect, it } from "vitest";
import { anIncident, NOON } from "@/lib/domain/ghost/incident.fixture";
import { EMPTY_GHOST_BOOK, makeGhostBook } from "./ghost-book";

const session = (key: string) => ({ subject: { kind: "session", key } }) as const;
const machine = (key: string) => ({ subject: { kind: "machine", key }, class: "failure-trace" }) as const;

describe("the book of open incidents", () => {
  const named = anIncident(1, { ...session("s1"), userKey: "u1", machineKey: "m1", state: "returned" });
  const nameless = anIncident(2, { ...session("s2"), machineKey: "m1", state: "acting", resting: "confirmed" });
  const trace = anIncident(3, { ...machine("m1"), machineKey: "m1", userKey: null });
  const elsewhere = anIncident(4, { ...session("m1"), machineKey: null, userKey: "u1", state: "confirmed" });
  const cleared = anIncident(5, { ...session("s5"), state: "cleared", clearedAt: NOON, outcome: "ended" });
  const dismissed = anIncident(6, { ...session("s6"), state: "dismissed", machineKey: "m1", userKey: "u1" });
  const book = makeGhostBook([named, nameless, trace, elsewhere, cleared, dismissed], NOON);

  it("holds what is open, and nothing that ended or was dismissed", () => {
    expect([...book.values()]).toEqual([named, nameless, trace, elsewhere]);
    expect([book.size, book.get(named.id), book.get(cleared.id)]).toEqual([4, named, undefined]);
    expect(book.emptySince).toBeNull();
  });

  it("finds by session, machine and user", () => {
    expect([book.ofSession("s1"), book.ofSession("s5"), book.ofSession("s6")]).toEqual([named, undefined, undefined]);
    expect(book.ofSession("m1"), "a machine's key is no session's").toBe(elsewhere);
    expect([book.onMachine("m1"), book.onMachine("m2")]).toEqual([[named, nameless, trace], []]);
    expect([book.ofUser("u1"), book.ofUser("u2")]).toEqual([[named, elsewhere], []]);
  });

  it("says since when it is empty, where it is", () => {
    expect(makeGhostBook([cleared, dismissed], NOON)).toMatchObject({ size: 0, emptySince: NOON });
    expect(EMPTY_GHOST_BOOK).toMatchObject({ size: 0, emptySince: null });
  });
});
