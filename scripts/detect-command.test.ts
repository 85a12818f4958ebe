import path from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ClaimRow, GhostRow } from "@/lib/api/contract/ghosts";
import { changed, copyOf, type LivedSite, livedSite } from "@/lib/collector/detect/copied-practice.fixture";
import { runDetect } from "./detect-command";

const Row = GhostRow.extend({ evidence: z.array(ClaimRow).min(1) });
const Read = z.object({ asOf: z.iso.datetime(), total: z.number(), rows: z.array(Row) });
const Output = Read.extend({ reads: z.array(Read).min(1), notes: z.array(z.string()) });

const NO_DATABASE = fileURLToPath(import.meta.url);

let lived: LivedSite;
beforeAll(async () => {
  lived = await livedSite(4, 7);
});

function run(...args: string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const outside = {
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void complaints.push(line),
    folder: path.dirname(lived.late),
  };
  const code = runDetect(args, outside);
  return { code, printed, complaints };
}

function detect(file: string, ...args: string[]): z.infer<typeof Output> {
  const { code, printed, complaints } = run("--monitor", file, "--json", ...args);
  expect([code, complaints]).toEqual([0, []]);
  return Output.parse(JSON.parse(printed.join("\n")));
}

const momentOf = (index: number) => new Date(lived.earlier[index]?.at ?? 0).toISOString();
const found = (read: z.infer<typeof Read>) => read.rows.map((row) => `${row.class} ${row.sessionKey}`).sort();

/** What the simulation had broken an hour before, by its own record. */
function brokenBy(moment: string): { scenario: string; subject: string }[] {
  const db = new Database(lived.late);
  const rows = db
    .prepare(
      `SELECT Scenario AS scenario, Subject AS subject FROM SimTruth
       WHERE AppearedAt <= ? AND (ClearedAt IS NULL OR ClearedAt > ?)`,
    )
    .all([new Date(Date.parse(moment) - 3_600_000).toISOString(), moment]) as { scenario: string; subject: string }[];
  db.close();
  return rows;
}

describe("what is found in a copy", () => {
  it("is what was broken, with its class, confirmed; and no look-alike", () => {
    const moment = momentOf(6);
    const { rows, total, asOf } = detect(lived.late, "--at", moment);
    expect([asOf, total]).toEqual([moment, rows.length]);
    const sure = rows.filter((row) => ["nameless", "hung-logon", "stuck-connected"].includes(row.class));
    expect(new Set(sure.map(({ state }) => state))).toEqual(new Set(["confirmed"]));
    const broken = brokenBy(moment).filter(({ scenario }) => /nameless|hung|stuck/.test(scenario));
    expect(broken.length).toBeGreaterThan(5);
    expect(sure.map(({ sessionKey }) => sessionKey).sort()).toEqual(broken.map(({ subject }) => subject).sort());
    const gone = brokenBy(moment).filter(({ scenario }) => scenario.startsWith("named-"));
    for (const row of rows.filter((each) => each.class === "named-gone")) {
      expect(gone.map(({ subject }) => subject)).toContain(row.sessionKey);
      expect(row.state).toBe("suspect");
    }
  });

  it("is the same from an early copy as from a late one", () => {
    const early = lived.earlier[5];
    if (!early) throw new Error("There is no such copy");
    expect(found(detect(early.file, "--at", momentOf(5)))).toEqual(found(detect(lived.late, "--at", momentOf(5))));
  });

  it("is told for several moments in order of time, a later one knowing the earlier", () => {
    const { reads, asOf, rows } = detect(lived.late, "--at", momentOf(6), "--at", momentOf(1), "--at", momentOf(3));
    expect(reads.map((read) => read.asOf)).toEqual([momentOf(1), momentOf(3), momentOf(6)]);
    expect([asOf, rows]).toEqual([momentOf(6), reads[2]?.rows]);
    const [first, , last] = reads;
    const again = last?.rows.filter(({ id }) => first?.rows.some((row) => row.id === id)) ?? [];
    expect(again.length).toBeGreaterThan(0);
    for (const row of again) expect(row.firstSeenAt <= momentOf(1)).toBe(true);
  });

  it("is of the newest change where no time is given", () => {
    const early = lived.earlier[6];
    const { reads } = detect(early?.file ?? "");
    expect(reads).toHaveLength(1);
    const behindMs = (early?.at ?? 0) - Date.parse(reads[0]?.asOf ?? "");
    expect(behindMs).toBeGreaterThanOrEqual(0);
    expect(behindMs).toBeLessThan(120_000);
  });

  it("is printed as a table", () => {
    const { printed } = run("--monitor", lived.late, "--at", momentOf(0), "--at", momentOf(6));
    expect(printed.filter((line) => line.startsWith("CLASS"))).not.toHaveLength(0);
    expect(printed.some((line) => /^nameless +confirmed +likely/.test(line))).toBe(true);
    expect(printed.at(-1)).toMatch(/Tables only/);
  });

  it("says so where nothing is", () => {
    const { printed } = run("--monitor", lived.late, "--at", "2026-12-01");
    expect(printed.join("\n")).toMatch(/2026-12-01 00:00:00Z: nothing found\./);
  });
});

describe("another way to write a copy", () => {
  it("changes nothing: names with their schema, dates without a zone, columns in capitals", () => {
    const file = copyOf(lived.late, "renamed");
    const columns = ["StartDate", "EndDate", "ConnectionStateChangeDate", "CreatedDate", "ModifiedDate"];
    changed(file, [
      ...columns.map((name) => `UPDATE Session SET ${name} = replace(replace(${name}, 'T', ' '), 'Z', '')`),
      `UPDATE Connection SET LogOnEndDate = CAST(round((julianday(LogOnEndDate) - 2440587.5) * 86400000) AS INTEGER)`,
      `ALTER TABLE Connection RENAME COLUMN LogOnEndDate TO LOGONENDDATE`,
      `ALTER TABLE Session RENAME TO "MonitorData.Session"`,
      `ALTER TABLE Connection RENAME TO "monitordata_connection"`,
      `ALTER TABLE User RENAME TO "MONITORDATA.USER"`,
    ]);
    expect(found(detect(file, "--at", momentOf(6)))).toEqual(found(detect(lived.late, "--at", momentOf(6))));
  });

  it("may leave out what is optional, and that is said", () => {
    const file = copyOf(lived.late, "smaller");
    changed(file, [
      "DROP TABLE ConnectionFailureLog",
      "DROP TABLE ApplicationInstance",
      "DROP TABLE LoadIndex",
      "ALTER TABLE Session DROP COLUMN IsAnonymous",
      "ALTER TABLE Session DROP COLUMN SessionIdleTime",
    ]);
    const { notes, rows } = detect(file, "--at", momentOf(6));
    expect(notes[0]).toMatch(/read without: Session\.IsAnonymous, Session\.SessionIdleTime, .*ConnectionFailureLog/);
    expect(rows.filter((row) => row.class === "stuck-connected")).toHaveLength(2);
  });

  it("may bring the broker's own rows, which can speak against a ghost", () => {
    const file = copyOf(lived.earlier[6]?.file ?? "", "broker");
    const nameless = (...args: string[]) =>
      detect(file, "--at", momentOf(6), ...args).rows.filter((row) => row.class === "nameless").length;
    expect([nameless(), nameless("--broker", file)]).toEqual([3, 3]);
    changed(file, ["UPDATE Sessions SET TrustedUserUid = 1 WHERE TrustedUserUid IS NULL"]);
    expect([nameless(), nameless("--broker", file)]).toEqual([3, 0]);
  });
});

describe("what cannot be done", () => {
  const complaint = (...args: string[]) => {
    const { code, printed, complaints } = run(...args);
    expect(printed).toEqual([]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).not.toMatch(/\n/);
    return [code, complaints[0]];
  };

  it("is told in one line, with exit code 2, where the command is wrong", () => {
    expect(complaint()).toEqual([2, expect.stringMatching(/^A file is missing\. Usage/)]);
    expect(complaint("--monitor", "no.db")).toEqual([2, expect.stringMatching(/^There is no file .*no\.db\.$/)]);
    expect(complaint("--monitor", NO_DATABASE)).toEqual([2, expect.stringMatching(/is no SQLite database/)]);
    expect(complaint("--monitor", lived.late, "--broker", NO_DATABASE)).toEqual([2, expect.stringMatching(/SQLite/)]);
    expect(complaint("--monitor", lived.late, "--what")).toEqual([2, expect.stringMatching(/Usage/)]);
    expect(complaint("--monitor", lived.late, "x")).toEqual([2, expect.stringMatching(/Usage/)]);
  });

  it.each(["yesterday", "2027-13-01", "1799920463149", ""])("is told of the time '%s'", (time) => {
    expect(complaint("--monitor", lived.late, "--at", time)).toEqual([2, expect.stringMatching(/is no time/)]);
  });

  it("is told in one line, with exit code 1, where the copy lacks what is needed", () => {
    const file = changed(copyOf(lived.late, "lacking"), [
      "DROP TABLE Machine",
      "ALTER TABLE Session RENAME COLUMN UserId TO Somebody",
    ]);
    expect(complaint("--monitor", file)).toEqual([1, expect.stringMatching(/needed: Session\.UserId, Machine\.$/)]);
  });
});
