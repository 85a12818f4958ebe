import { describe, expect, it } from "vitest";
import { operation, part } from "./operation.fixture";
import { nextRequest, requestFor } from "./operation-request";

const subject = { sessionKey: "s1", machineKey: "m7", machine: "SRV-07", person: "Anna Novak" };

describe("a request from the ladder", () => {
  it("is about the session or about its machine, as the verb says", () => {
    expect(requestFor({ verb: "log-off", action: null }, subject)).toEqual({
      ...{ verb: "log-off", target: { sessions: ["s1"] }, subject: "the session of Anna Novak on SRV-07" },
    });
    expect(requestFor({ verb: "power", action: "Restart" }, subject)).toEqual({
      ...{ verb: "power", target: { machine: "m7" }, subject: "SRV-07", params: { action: "Restart" } },
    });
    const nameless = { ...subject, person: null };
    expect(requestFor({ verb: "hide", action: null }, nameless)?.subject).toBe("the session without a user on SRV-07");
  });

  it("cannot be made of what the place does not know", () => {
    expect(requestFor({ verb: "log-off", action: null }, { ...subject, sessionKey: null })).toBeNull();
    expect(requestFor({ verb: "restart-agent", action: null }, { ...subject, machineKey: null })).toBeNull();
    expect(requestFor({ verb: "remove-lease", action: null }, subject)).toBeNull();
  });
});

describe("the step after one that did not help", () => {
  it("is for the sessions that are left alone", () => {
    const items = [
      part(1),
      part(2, { state: "still-there" }),
      part(3, { state: "failed" }),
      part(4, { state: "stopped" }),
    ];
    expect(nextRequest(operation({ state: "still-there", next: "hide", items }))).toEqual({
      ...{ verb: "hide", target: { sessions: ["s2", "s3"] }, subject: "2 sessions" },
    });
    const [first, second] = items;
    expect(first && second && nextRequest(operation({ next: "hide", items: [first, second] }))?.subject).toBe(
      "Person 2 on SRV-07",
    );
  });

  it("is for the machine where the rung is about machines", () => {
    expect(nextRequest(operation({ state: "still-there", next: "restart-agent" }))).toEqual({
      ...{ verb: "restart-agent", target: { machine: "m7" }, subject: "SRV-07" },
    });
    expect(nextRequest(operation({ next: "restart-agent", machineKey: null }))).toBeNull();
  });

  it("is none where the server names none, or nothing is left", () => {
    expect(nextRequest(operation({ state: "still-there" }))).toBeNull();
    expect(nextRequest(operation({ next: "hide", items: [part(1)] }))).toBeNull();
  });
});
