import { beforeEach, describe, expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { FailedSignIns } from "./failed-sign-ins";

let clock: FixedClock;
let failures: FailedSignIns;
beforeEach(() => {
  clock = new FixedClock(1_000_000);
  failures = new FailedSignIns(clock);
});

const fail = (account: string, address: string, times: number) => {
  for (let index = 0; index < times; index++) failures.attempt(account, address);
};

const refuses = (account: string, address: string) => {
  try {
    failures.attempt(account, address);
    return false;
  } catch {
    return true;
  }
};

describe("failed sign-ins", () => {
  it("are limited per account, wherever they come from, until the window has passed", () => {
    for (let index = 0; index < 10; index++) failures.attempt("anna", `10.0.0.${index}`);
    expect(() => failures.attempt("anna", "10.0.0.99")).toThrow("Too many failed sign-ins. Try again in 15 minutes.");
    failures.attempt("berta", "10.0.0.1");
    clock.advance(15 * 60_000 - 1);
    expect(() => failures.attempt("anna", "10.0.0.1")).toThrow(
      expect.objectContaining({ code: "limited", retryAfterSeconds: 1 }),
    );
    clock.advance(1);
    failures.attempt("anna", "10.0.0.1");
  });

  it("are limited per address, whatever the account", () => {
    for (let index = 0; index < 50; index++) failures.attempt(`account${index}`, "10.0.0.1");
    expect(() => failures.attempt("another", "10.0.0.1")).toThrow("Too many failed");
    failures.attempt("another", "10.0.0.2");
  });

  it("that were no failures never count", () => {
    for (let index = 0; index < 500; index++) failures.attempt("anna", "10.0.0.1").succeeded();
    fail("anna", "10.0.0.1", 9);
    failures.attempt("anna", "10.0.0.1").succeeded();
    fail("anna", "10.0.0.1", 10);
    expect(() => failures.attempt("anna", "10.0.0.1")).toThrow("Too many failed");
  });

  it("a success does not wipe out what its address did to others", () => {
    for (let index = 0; index < 49; index++) failures.attempt(`account${index}`, "10.0.0.1");
    failures.attempt("own", "10.0.0.1").succeeded();
    failures.attempt("x", "10.0.0.1");
    expect(() => failures.attempt("y", "10.0.0.1")).toThrow("Too many failed");
  });

  it("a hundred at once are a hundred, though none has failed yet", () => {
    const outcomes = Array.from({ length: 100 }, () => {
      try {
        failures.attempt("anna", "10.0.0.1");
        return "tried";
      } catch {
        return "refused";
      }
    });
    expect(outcomes.filter((outcome) => outcome === "tried")).toHaveLength(10);
  });

  it("slide: each failure is forgotten 15 minutes after it happened", () => {
    fail("anna", "10.0.0.1", 5);
    clock.advance(10 * 60_000);
    fail("anna", "10.0.0.1", 5);
    expect(() => failures.attempt("anna", "10.0.0.1")).toThrow("in 5 minutes");
    clock.advance(5 * 60_000);
    fail("anna", "10.0.0.1", 5);
    expect(() => failures.attempt("anna", "10.0.0.1")).toThrow("in 10 minutes");
  });

  it("are not forgotten because refused attempts invent names", () => {
    fail("anna", "10.0.0.1", 10);
    for (let index = 0; index < 40; index++) failures.attempt(`account${index}`, "10.0.0.1");
    for (let index = 0; index < 20_001; index++) expect(refuses(`invented${index}`, "10.0.0.1")).toBe(true);
    expect(() => failures.attempt("anna", "10.0.0.2")).toThrow("Too many failed");
  });

  it("count one IPv6 network as one address", () => {
    for (let index = 0; index < 50; index++) failures.attempt(`account${index}`, `2001:db8:0:7::${index + 1}`);
    expect(() => failures.attempt("another", "2001:db8:0:7:a:b:c:d")).toThrow("Too many failed");
    failures.attempt("another", "2001:db8:0:8::1");
    failures.attempt("yet-another", "2001:db8::7");
    for (let index = 0; index < 50; index++) failures.attempt(`local${index}`, "::1");
    expect(() => failures.attempt("another", "::1")).toThrow("Too many failed");
  });
});
