import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deadline } from "./deadline";

describe("the limit of a read", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("hands on what came in time, good or bad, and leaves no timer behind", async () => {
    expect(await deadline(Promise.resolve(7), 1_000)).toBe(7);
    await expect(deadline(Promise.reject(new Error("its own")), 1_000)).rejects.toThrow("its own");
  });

  it("waits no longer than said, though the work never ends", async () => {
    const late = expect(deadline(new Promise(() => {}), 20_000)).rejects.toMatchObject({
      code: "unavailable",
      message: "No answer within 20 s.",
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await late;
  });
});
