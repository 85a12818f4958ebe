import { describe, expect, it } from "vitest";
import { RecentLog } from "./recent-log";

interface Entry {
  readonly at: number;
  readonly text: string;
}

describe("a log of the last hours", () => {
  it("answers one group's entries since then, oldest first", () => {
    const log = new RecentLog<number, Entry>();
    log.put(1, "anna", { at: 30, text: "c" });
    log.put(2, "anna", { at: 10, text: "a" });
    log.put(3, "bert", { at: 20, text: "x" });
    log.put(4, "anna", { at: 20, text: "b" });
    expect(log.of("anna", 20).map(({ text }) => text)).toEqual(["b", "c"]);
    expect(log.of("nobody", 0)).toEqual([]);
  });

  it("marks a group once for what is new or different, and not for what is read again", () => {
    const log = new RecentLog<number, Entry>();
    log.put(1, "anna", { at: 10, text: "a" });
    expect([...log.takeChanged()]).toEqual(["anna"]);
    log.put(1, "anna", { at: 10, text: "a" });
    expect(log.takeChanged().size).toBe(0);
    log.put(1, "anna", { at: 10, text: "b" });
    expect([...log.takeChanged()]).toEqual(["anna"]);
    expect(log.of("anna", 0)).toEqual([{ at: 10, text: "b" }]);
  });

  it("moves an entry to the group that it belongs to now, and tells both", () => {
    const log = new RecentLog<number, Entry>();
    log.put(1, "anna", { at: 10, text: "a" });
    log.takeChanged();
    log.put(1, "bert", { at: 10, text: "a" });
    expect([...log.takeChanged()].sort()).toEqual(["anna", "bert"]);
    expect(log.of("anna", 0)).toEqual([]);
    expect(log.size).toBe(1);
  });

  it("forgets what is older, without calling that a change", () => {
    const log = new RecentLog<number, Entry>();
    log.put(1, "anna", { at: 10, text: "a" });
    log.put(2, "anna", { at: 20, text: "b" });
    log.takeChanged();
    log.prune(20);
    expect(log.of("anna", 0).map(({ text }) => text)).toEqual(["b"]);
    log.prune(21);
    expect(log.size).toBe(0);
    expect(log.takeChanged().size).toBe(0);
  });
});
