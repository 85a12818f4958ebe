import { describe, expect, it } from "vitest";
import { aGhost } from "../ghost/ghost.fixture";
import { leadRepair } from "./lead-repair";

const session = (key: string) => ({ key, machineKey: "m7", machine: "SRV-07" });

describe("the one button of a caller's page", () => {
  it("is about their first ghost, before a machine that fails", () => {
    const trace = aGhost({ id: "t", subject: "machine", sessionKey: null, machineKey: "m9", machine: "SRV-09" });
    const ghost = aGhost({ id: "g", subject: "session", sessionKey: "s1" });
    expect(leadRepair("Ada Lane", [session("s1")], [trace, ghost, aGhost({ id: "h" })])).toMatchObject({
      ghostId: "g",
      subject: { sessionKey: "s1" },
    });
    expect(leadRepair("Ada Lane", [session("s1")], [trace])).toMatchObject({
      ghostId: "t",
      subject: { sessionKey: null, machineKey: "m9", machine: "SRV-09" },
    });
  });

  it("is about the only session where nothing is wrong", () => {
    expect(leadRepair("Ada Lane", [session("s1")], [])).toEqual({
      ghostId: null,
      subject: { sessionKey: "s1", machineKey: "m7", machine: "SRV-07", person: "Ada Lane" },
    });
  });

  it("is not there where nobody says which session it would be about", () => {
    expect(leadRepair("Ada Lane", [], [])).toBeNull();
    expect(leadRepair("Ada Lane", [session("s1"), session("s2")], [])).toBeNull();
  });
});
