import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ACTION_OPTIONS, isKnownAction } from "./action-words";
import { detailWords, subjectWords, whatWords } from "./audit-words";

const entry = (action: string, subject: string, detail: Record<string, unknown> = {}) => ({ action, subject, detail });
const said = (...of: Parameters<typeof entry>) => {
  const row = entry(...of);
  return [whatWords(row), subjectWords(row), detailWords(row)];
};

/** Every action that the program writes, read from its own text. */
function writtenActions(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => /\.ts$/.test(file) && !/(test|fixture)\.ts$/.test(file));
  const named = sources.flatMap((file) => [
    ...readFileSync(path.join("lib", file), "utf8").matchAll(
      /(?<!event: )"((?:operation|ghost|sign-in|account|token|settings)\.[a-z-]+)"/g,
    ),
  ]);
  return [...new Set(named.flatMap(([, action]) => (action ? [action] : [])))].sort();
}

describe("words of the audit", () => {
  it("there are for every action that the program writes", () => {
    const actions = writtenActions();
    expect(actions.length).toBeGreaterThan(15);
    expect(actions).toEqual(expect.arrayContaining(["ghost.take", "operation.settled", "sign-in.refused"]));
    expect(actions.filter((action) => !isKnownAction(action))).toEqual([]);
  });

  it("say what was done to whom, and the rest in one line", () => {
    const operation = { verb: "log-off", label: "maria on SRV-07" };
    const id = "4f6d0a3e-0000-4000-8000-000000000001";
    expect(said("operation.intended", id, { ...operation, reason: "She asked for it.", ticket: "INC-7" })).toEqual([
      ...["Log off: asked for", "maria on SRV-07", "She asked for it. · INC-7"],
    ]);
    expect(said("operation.settled", id, { ...operation, state: "verified", message: null })).toEqual([
      ...["Log off: settled", "maria on SRV-07", "Worked"],
    ]);
    expect(said("operation.stop", id, { ...operation, waiting: 1 })[2]).toBe("1 act not sent");
    const ghost = { class: "nameless", session: "k", user: null, machine: "SRV-07" };
    expect(said("ghost.dismiss", id, { ...ghost, reason: "A robot." })).toEqual([
      ...["Ghost dismissed", "A nameless session on SRV-07", "Nameless · A robot."],
    ]);
    expect(said("ghost.take", id, { class: "failure-trace", machine: "SRV-07", user: null })[1]).toBe("SRV-07");
    expect(said("sign-in.refused", "maria", { why: "wrong-password", address: "10.0.0.1" })).toEqual([
      ...["Sign-in refused", "maria", "wrong password · from 10.0.0.1"],
    ]);
    expect(said("sign-in.omitted", "several", { count: 4_801, from: "a", to: "b" })).toEqual([
      ...["More sign-ins refused", "several", "4,801 attempts not listed one by one"],
    ]);
    expect(said("account.change", "anna", { role: { from: "desk", to: "admin" }, passwordChanged: true })).toEqual([
      ...["Account changed", "anna", "role desk → admin · new password"],
    ]);
    expect(said("account.add-demo", "viewer, desk", { roles: ["viewer", "desk"] })[2]).toBe("viewer and desk");
    expect(said("token.add", "backup", { role: "viewer" })).toEqual(["Token made", "backup", "role viewer"]);
    expect(said("token.revoke", "backup")).toEqual(["Token revoked", "backup", ""]);
  });

  it("name settings as their page does, with their units", () => {
    const detail = {
      justOldHours: { from: 24, to: 48 },
      ticketRequired: { from: false, to: true },
      excludedAccounts: { from: [], to: ["CORP\\robot*"] },
    };
    expect(said("settings.change", "ghosts and actions", detail)).toEqual([
      "Settings changed",
      "Rules of ghosts and actions",
      "Just old: after: 24 hours → 48 hours · Ticket number: off → on · Excluded accounts: none → CORP\\robot*",
    ]);
    expect(said("settings.change", "actions", { gone: { from: 1, to: 2 } })).toEqual([
      ...["Settings changed", "Actions", "gone 1 → 2"],
    ]);
  });

  it("leave what they do not know as it is written", () => {
    expect(said("lease.melted", "x", { a: 1, b: ["c"] })).toEqual(["lease.melted", "x", 'a 1 · b ["c"]']);
    expect(said("ghost.take", "x", { class: "poltergeist" })[2]).toBe("");
    expect(said("operation.sent", "the id", { verb: "haunt" }).slice(0, 2)).toEqual(["Sent", "the id"]);
    expect(said("sign-in.refused", "a", { why: "moon phase" })[2]).toBe("moon phase");
    expect(said("toString", "a")[0]).toBe("toString");
  });
});

it("the filter offers every noun and every action once", () => {
  const values = ACTION_OPTIONS.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(values).toEqual(expect.arrayContaining(["operation", "sign-in", "sign-in.refused", "settings"]));
});
