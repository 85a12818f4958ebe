import { describe, expect, it } from "vitest";
import { operationRow } from "./operation.fixture";
import { randomKey } from "./random-key";
import { isReason, parseReasons, withReason } from "./recent-reasons";
import { keptInTray } from "./tray-keeping";
import { parseWatched, withWatched } from "./watched";

describe("what this browser remembers", () => {
  it("keeps the newest reasons, each once", () => {
    expect(withReason(["a b c", "Excel hangs"], "excel hangs")).toEqual(["excel hangs", "a b c"]);
    expect(withReason(["1st", "2nd", "3rd", "4th"], "5th")).toEqual(["5th", "1st", "2nd", "3rd"]);
    expect(parseReasons(["ok then", 7, null, " a ", "x".repeat(501)])).toEqual(["ok then"]);
    expect(parseReasons({ reasons: 1 })).toEqual([]);
    expect([isReason("ab"), isReason("  ab "), isReason("abc")]).toEqual([false, false, true]);
  });

  it("keeps what was started, and a repeated one where it is", () => {
    const first = { id: "a", at: 1 };
    expect(withWatched([first], { id: "a", at: 9 })).toEqual([first]);
    expect(withWatched([first], { id: "b", at: 9 })).toEqual([{ id: "b", at: 9 }, first]);
    expect(
      withWatched(
        Array.from({ length: 8 }, (_, at) => ({ id: `${at}`, at })),
        { id: "n", at: 9 },
      ),
    ).toHaveLength(8);
    expect(parseWatched([first, { id: 3, at: 1 }, "x"])).toEqual([first]);
    expect(parseWatched("nonsense")).toEqual([]);
  });
});

describe("the corner", () => {
  const followed = (id: string, state: Parameters<typeof operationRow>[0], lost = false) => {
    return { watched: { id, at: 0 }, operation: state ? operationRow(state) : undefined, lost };
  };

  it("lets go of what worked long ago, and of nothing that needs somebody", () => {
    const kept = keptInTray([
      followed("new", { state: "verified" }),
      followed("stuck", { state: "still-there" }),
      followed("going", { state: "accepted" }),
      followed("unknown", { state: "unknown" }),
      followed("second", { state: "verified" }),
      followed("third", { state: "verified" }),
      followed("sent", { verb: "message", state: "accepted" }),
      followed("read now", undefined),
      followed("lost", undefined, true),
    ]);
    expect(kept.map(({ id }) => id)).toEqual(["new", "stuck", "going", "unknown", "second", "read now"]);
  });
});

describe("a key of a request", () => {
  it("is a random UUID also without a secure page", () => {
    expect(randomKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(randomKey(new Uint8Array(16))).toBe("00000000-0000-4000-8000-000000000000");
    expect(randomKey(new Uint8Array(16).fill(255))).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
    expect(new Set(Array.from({ length: 100 }, () => randomKey())).size).toBe(100);
  });
});
