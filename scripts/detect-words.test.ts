import { expect, it } from "vitest";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { detectLine } from "./detect-words";

it("shows what would steer a terminal instead of sending it there", () => {
  const line = detectLine(anIncident(1, { user: "CORP\\\u001b[2Jann", machine: "SRV\u0007" }));
  expect(line.slice(3, 5)).toEqual(["CORP\\\u{FFFD}[2Jann", "SRV\u{FFFD}"]);
});
