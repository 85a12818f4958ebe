import { describe, expect, it } from "vitest";
import { noGhostsWords, openWords } from "./ghost-need-words";

const NOW = Date.parse("2026-11-21T14:00:00Z");
const asOf = "2026-11-21T13:59:00.000Z";
const emptySince = "2026-11-21T13:05:00.000Z";

describe("what the front page says of ghosts", () => {
  it("counts the open ones by how far they are known, what ended left out", () => {
    expect(openWords({ suspect: 38, confirmed: 12, cleared: 900, dismissed: 4 })).toBe("12 confirmed, 38 suspect");
    expect(openWords({ returned: 1, acting: 2, confirmed: 0 })).toBe("1 returned, 2 acting");
    expect(openWords({})).toBe("");
  });

  it("says since when there has been none", () => {
    expect(noGhostsWords({ emptySince, asOf }, false, NOW, "Europe/Vienna")).toBe("No ghosts since 14:05");
    expect(noGhostsWords({ emptySince: "2026-11-20T13:05:00.000Z", asOf }, false, NOW, "Europe/Vienna")).toBe(
      "No ghosts since yesterday 14:05",
    );
  });

  it("claims no more than the newest read where nobody knows since when", () => {
    expect(noGhostsWords({ emptySince: null, asOf }, false, NOW, "Europe/Vienna")).toBe("No ghosts at 14:59");
  });

  it("does not speak of now while the site cannot be read", () => {
    expect(noGhostsWords({ emptySince, asOf }, true, NOW, "Europe/Vienna")).toBe(
      "No ghosts were known at 14:59, when the site was last read",
    );
  });
});
