import { expect, it } from "vitest";
import { workWords } from "./work-words";

it("says who works on a ghost: a colleague, the reader, nobody", () => {
  expect(workWords("Maria", "desk")).toBe("Maria is working on it.");
  expect(workWords("desk", "desk")).toBe("You are working on it.");
  expect(workWords(null, "desk")).toBe("Nobody is working on it.");
});
