import { describe, expect, it } from "vitest";
import { borrowedNames } from "./borrowed-names";

describe("names that the site itself does not give", () => {
  it("are said where they are borrowed, with who gives them", () => {
    expect(borrowedNames([{ userSource: "untrusted" }])).toBe(
      "The site shows no user on this session: the machine says whose it is.",
    );
    expect(borrowedNames([{ userSource: "user" }, { userSource: "brokering" }])).toBe(
      "The site shows no user on 1 session of these: it stands here by who asked for the launch.",
    );
  });

  it("are not mentioned where there are none", () => {
    expect(borrowedNames([{ userSource: "user" }])).toBeNull();
    expect(borrowedNames([])).toBeNull();
  });
});
