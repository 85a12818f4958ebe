import { describe, expect, it } from "vitest";
import { parseRecent, withPerson } from "./recent-people";

const person = (key: string) => ({ key, name: `Name ${key}`, account: `SITE\\${key}` });

describe("recently looked up people", () => {
  it("puts the newest first, once, and keeps eight", () => {
    const many = Array.from({ length: 9 }, (_, index) => person(`p${index}`));
    const list = many.reduce<ReturnType<typeof withPerson>>((people, each) => withPerson(people, each), []);
    expect(list.map((each) => each.key)).toEqual(["p8", "p7", "p6", "p5", "p4", "p3", "p2", "p1"]);
    expect(
      withPerson(list, person("p3"))
        .map((each) => each.key)
        .slice(0, 3),
    ).toEqual(["p3", "p8", "p7"]);
  });

  it("copes with whatever is stored", () => {
    expect(parseRecent(undefined)).toEqual([]);
    expect(parseRecent("x")).toEqual([]);
    expect(parseRecent([person("a"), null, { key: 1 }, "x"])).toEqual([person("a")]);
  });
});
