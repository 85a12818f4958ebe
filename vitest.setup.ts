import { afterEach, beforeEach, expect, vi } from "vitest";

// A console error or warning that no test expected is a failure: it would be one on a desk's screen too.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});
afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, "console.error was called").toEqual([]);
  expect(vi.mocked(console.warn).mock.calls, "console.warn was called").toEqual([]);
});
