import { describe, expect, it } from "vitest";
import { capitalised, countOf, listOfWords, onMachine, readable } from "./words";

describe("words", () => {
  it.each([
    ["Active", "Active"],
    ["PreparingSession", "Preparing session"],
    ["StuckOnBoot", "Stuck on boot"],
    ["NonBrokeredSession", "Non-brokered session"],
    ["LogonInProgress", "Logon in progress"],
    ["AgentError", "Agent error"],
    ["42", "no. 42"],
  ])("puts %s into words", (name, words) => {
    expect(readable(name)).toBe(words);
  });

  it("counts and lists", () => {
    expect(countOf(1, "session")).toBe("1 session");
    expect(countOf(4812, "session")).toBe("4,812 sessions");
    expect(countOf(2, "person", "people")).toBe("2 people");
    expect(listOfWords([])).toBe("");
    expect(listOfWords(["a"])).toBe("a");
    expect(listOfWords(["a", "b", "c"])).toBe("a, b and c");
  });

  it("begins a sentence, and says where", () => {
    expect(capitalised("since 10:42")).toBe("Since 10:42");
    expect(capitalised("")).toBe("");
    expect(onMachine("SRV-07")).toBe("on SRV-07");
    expect(onMachine(null)).toBe("on a machine the site does not name");
  });
});
