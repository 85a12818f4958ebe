import { describe, expect, it } from "vitest";
import { hiddenWords } from "./hidden-words";
import { operation, part, touchRow } from "./operation.fixture";
import { filterOf, isFiltered, NO_FILTER } from "./operation-search-params";
import { operationTicket } from "./operation-ticket";
import { doingWords, moreWords, touchesSummary, touchName } from "./touch-words";

describe("whom it touches", () => {
  it("says who somebody is and what they do", () => {
    expect(touchName(touchRow())).toBe("Anna Novak");
    expect(touchName(touchRow({ userFullName: null }))).toBe("VIENNA\\anovak");
    expect(touchName(touchRow({ userFullName: null, user: null }))).toBe("nobody named");
    expect(doingWords(touchRow({ applications: ["Excel", "Word"] }))).toBe("Active, Excel and Word");
    expect(doingWords(touchRow({ state: "Connected", loggingOn: true }))).toBe("Connected, logging on now");
    expect(doingWords(touchRow({ state: "Connected", loggingOn: true, ghost: "nameless" }))).toBe("Connected");
    expect(doingWords(touchRow({ applications: ["Word", "Word"] }))).toBe("Active, Word");
    expect(doingWords(touchRow({ appState: "NoApps" }))).toBe("Active, no applications");
    expect(doingWords(touchRow({ appState: "Active" }))).toBe("Active");
  });

  it("counts those it is done to and those who stand beside", () => {
    const others = [touchRow(), touchRow({ isTarget: false })];
    expect(touchesSummary({ touches: [], touchesTotal: 0 })).toBe("No session is touched.");
    expect(touchesSummary({ touches: [touchRow()], touchesTotal: 1 })).toBe("1 session is touched, nobody else.");
    expect(touchesSummary({ touches: others, touchesTotal: 15 })).toBe("1 session, and 14 others on the same machine.");
    expect(touchesSummary({ touches: others.slice(1), touchesTotal: 1 })).toBe("1 session stands on it.");
    expect(moreWords(6, { touchesTotal: 18 })).toBe("and 12 more");
    expect(moreWords(6, { touchesTotal: 6 })).toBeNull();
  });
});

describe("hidden sessions", () => {
  const hidden = (...late: boolean[]) => hiddenWords(late.map((isOverdue) => ({ isOverdue })));

  it("are not forgotten", () => {
    expect(hidden()).toBeNull();
    expect(hidden(false)).toBe("1 session is hidden.");
    expect(hidden(true)).toBe("1 session is hidden; its time is over and it is still a ghost.");
    expect(hidden(true, false, false)).toBe("3 sessions are hidden; 1 is past its time and still a ghost.");
    expect(hidden(true, true)).toBe("2 sessions are hidden; 2 are past their time and still ghosts.");
  });
});

describe("the page's address", () => {
  it("holds the filter of the API and the operation beside it", () => {
    const params = { ...NO_FILTER, state: "open", operation: "op-1" };
    expect(filterOf(params)).toEqual({ state: "open" });
    expect(isFiltered(params)).toBe(true);
    expect(isFiltered({ ...NO_FILTER, operation: "op-1" })).toBe(false);
  });
});

describe("the text for a ticket", () => {
  it("says what, who, why, what came of it and what was known before, with zones", () => {
    const text = operationTicket(
      operation({
        ...{ state: "verified", message: "Gone after 14 s.", ticket: "INC1", settledAt: "2026-11-21T08:00:15.000Z" },
        items: [part(1)],
        evidence: [{ label: "State", value: "Connected", source: "Monitoring database" }],
        ghosts: [{ id: "g", class: "nameless", outcome: "cleared" }],
      }),
      "Europe/Vienna",
    );
    expect(text.split("\n")).toEqual([
      "Log off: Anna Novak on SRV-07",
      "Server: SRV-07",
      "What came of it: Gone after 14 s",
      "Asked Sat 21 Nov 2026, 09:00:00 CET by maria (desk)",
      "Settled Sat 21 Nov 2026, 09:00:15 CET",
      "Why: Caller cannot start Excel",
      "Ticket: INC1",
      "Ghost: Nameless, cleared",
      "",
      "What was known before:",
      "- State: Connected (Monitoring database)",
      "",
      "Operation op-1",
    ]);
  });

  it("lists the parts of a bulk", () => {
    const items = [part(1), part(2, { state: "still-there", message: "The session is still there." })];
    const text = operationTicket(operation({ state: "still-there", parts: 2, partsOver: 2, items }), "UTC");
    expect(text).toContain(
      "1. Person 1 on SRV-07: worked\n2. Person 2 on SRV-07: still there. The session is still there.",
    );
  });
});
