import { expect, it } from "vitest";
import { PracticeWatch } from "./practice-watch.fixture";

/** What the rules do while a source is away. */

it("makes no ghost of a logon that was in progress when the controllers lost their database", async () => {
  const site = new PracticeWatch();
  await site.read();
  site.start("slow-logon", 6);
  await site.live(3);
  site.ever.length = 0;
  site.start("site-database-down", 1);
  await site.live(60);
  expect(site.ever).toEqual([]);
});

it("keeps what it found while the controllers' database is away", async () => {
  const site = new PracticeWatch();
  await site.read();
  site.start("nameless-after-failed-logon", 2);
  await site.live(20);
  expect(site.holding.size).toBe(2);
  site.start("site-database-down", 1);
  await site.live(20);
  expect([site.holding.size, site.withdrawn]).toEqual([2, []]);
});

it("finds no named session gone while no server can be asked, and nameless ones as before", async () => {
  const site = new PracticeWatch({ server: false });
  await site.read();
  site.start("named-gone-disconnected", 3);
  site.start("nameless-after-failed-logon", 2);
  await site.live(25);
  const classes = [...site.holding.values()].map((finding) => [finding.class, finding.confirmedBy]);
  expect(classes.filter(([name]) => name === "nameless")).toHaveLength(2);
  expect(classes.filter(([name, by]) => name === "named-gone" && by === "second-read")).toEqual([]);
});

it("withdraws when the session comes to life after all", async () => {
  const site = new PracticeWatch({ settings: { hungLogonGraceMinutes: 10, graceMostMinutes: 10 } });
  await site.read();
  site.start("slow-logon", 8);
  await site.live(40);
  const slow = new Set(site.truth("slow-logon").map(({ subject }) => subject));
  const found = site.ever.filter(({ subject }) => slow.has(subject.key));
  const ended = site.withdrawn.filter(({ subject }) => slow.has(subject.key));
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(ended.map(({ reason }) => reason))).toEqual(new Set(["recovered"]));
  expect([...site.holding.keys()].filter((key) => slow.has(key))).toEqual([]);
});
