import { describe, expect, it } from "vitest";
import { repairOption } from "./operation.fixture";
import { chooseRepair, noteOf, workedWords } from "./repair-choice";

const logOff = repairOption();
const hide = repairOption({ verb: "hide", refused: "Sessions of private desktops can never be hidden." });
const restart = repairOption({ verb: "restart-agent" });

describe("the one button", () => {
  it("is the step that the server says, with the rest behind it in their order", () => {
    const choice = chooseRepair({ primary: "restart-agent", why: "It may help.", options: [logOff, hide, restart] });
    expect(choice).toEqual({ main: restart, why: "It may help.", others: [logOff, hide] });
  });

  it("takes the action of a verb that can be done, where there are several", () => {
    const off = repairOption({ verb: "power", action: "TurnOn", refused: "It is on already." });
    const on = repairOption({ verb: "power", action: "Restart" });
    expect(chooseRepair({ primary: "power", why: null, options: [off, on] }).main).toBe(on);
    expect(chooseRepair({ primary: "power", why: null, options: [off] }).main).toBe(off);
  });

  it("is none where nothing needs repair, but stays to say why where everything is ruled out", () => {
    expect(chooseRepair({ primary: null, why: null, options: [logOff, hide] })).toMatchObject({
      main: null,
      others: [logOff, hide],
    });
    const tables = "Ghostdesk reads from tables only.";
    const off = [repairOption({ refused: tables }), repairOption({ verb: "hide", mayNot: "Your role may not." })];
    expect(chooseRepair({ primary: null, why: null, options: off }).main).toBe(off[0]);
    expect(chooseRepair({ primary: null, why: null, options: [] })).toEqual({ main: null, why: null, others: [] });
  });
});

describe("what stands beside a step", () => {
  it("says how often it helped", () => {
    const words = (cleared: number, of: number) => workedWords(repairOption({ worked: { cleared, of } }));
    expect(words(9, 11)).toBe("cleared 9 of 11 of this class here");
    expect(words(0, 3)).toBe("cleared 0 of 3 of this class here");
    expect(words(1, 1)).toBe("cleared the one of this class it was tried on here");
    expect(words(0, 1)).toBe("did not clear the one of this class it was tried on here");
    expect(words(0, 0)).toBeNull();
    expect(workedWords(logOff)).toBeNull();
  });

  it("says first why it is ruled out for everybody", () => {
    expect(noteOf(repairOption({ refused: "It is off.", mayNot: "Your role may not." }))).toBe("It is off.");
    expect(noteOf(repairOption({ mayNot: "Your role may not.", worked: { cleared: 1, of: 2 } }))).toBe(
      "Your role may not.",
    );
    expect(noteOf(logOff)).toBeUndefined();
  });
});
