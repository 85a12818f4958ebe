import { describe, expect, it } from "vitest";
import { DeskError } from "@/lib/errors";
import { sentenceFor } from "./failure";

describe("what is told of a failed read", () => {
  it.each([
    ["Login failed for user 'ghostdesk'.", "The database refused the login."],
    ["Authentication failed against the database server", "The database refused the login."],
    ["Raw query failed. Code: `208`. Message: `Ungültiger Objektname`", "A table that should be there is missing."],
    [
      "Raw query failed. Code: `229`. Message: `Die SELECT-Berechtigung`",
      "The login may not read a table that is needed.",
    ],
    ["The SELECT permission was denied on the object 'Session'", "The login may not read a table that is needed."],
    ["file is not a database", "The file is not a database, or is damaged."],
    ["connect ECONNREFUSED 10.0.0.229:18456", "The database cannot be reached."],
  ])("%s", (text, sentence) => {
    expect(sentenceFor(new Error(text))).toBe(sentence);
  });

  it("is what was written for people, where that was", () => {
    expect(sentenceFor(new DeskError("unavailable", "No answer within 20 s."))).toBe("No answer within 20 s.");
  });
});
