import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AuditFilter, AuditQuery, AuditResponse } from "@/lib/api/contract/audit";
import { type AuditRecord, appendAudit } from "@/lib/audit/append";
import { FixedClock } from "@/lib/clock";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { readAuditCsv } from "./audit-csv";
import { type AuditReading, readAudit } from "./read-audit";

const NOON = Date.parse("2026-11-21T12:00:00.000Z");
const MINUTE = 60_000;
let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const CHECKED = {
  ...({ state: "broken", sentence: "Entry 3 is gone.", checkedAt: NOON - MINUTE } as const),
  ...{ entries: 2, uncovered: 1, brokenAt: 3 },
};
const reading = (): AuditReading => ({
  ...{ desk: temporary.desk, siteId: "s", wallClock: new FixedClock(NOON), chain: { status: CHECKED } },
});
const list = async (query: Record<string, unknown> = {}) =>
  AuditResponse.parse(await readAudit(reading(), AuditQuery.parse(query)));
const subjects = async (query: Record<string, unknown> = {}) => (await list(query)).rows.map(({ subject }) => subject);

async function write(...records: readonly Partial<AuditRecord>[]): Promise<void> {
  for (const [index, each] of records.entries()) {
    const at = NOON + index * MINUTE;
    const usual = { siteId: "s", at, actor: "maria", kind: "person", role: "desk", action: "ghost.take" } as const;
    await temporary.desk.$transaction((tx) => appendAudit(tx, { ...usual, subject: `${index}`, detail: {}, ...each }));
  }
}

describe("the audit", () => {
  it("is newest first, with who, what, whom and when, and says how its chain is", async () => {
    await write({ subject: "old" }, { actor: "Zoë", role: "admin", action: "account.add", detail: { role: "desk" } });
    await write({ siteId: "elsewhere" });
    expect(await list()).toEqual({
      ...{ now: "2026-11-21T12:00:00.000Z", total: 2, first: 0, next: null },
      chain: { ...CHECKED, checkedAt: "2026-11-21T11:59:00.000Z" },
      rows: [
        {
          ...{ id: 2, at: "2026-11-21T12:01:00.000Z", actor: "Zoë", kind: "person", role: "admin" },
          ...{ action: "account.add", subject: "1", detail: { role: "desk" } },
        },
        expect.objectContaining({ id: 1, subject: "old" }),
      ],
    });
  });

  it("is filtered by people, actions or their nouns, subject and time", async () => {
    const actions = ["operation.intended", "operation.settled", "operations.other", "sign-in.granted"];
    await write(...actions.map((action, index) => ({ action, actor: index % 2 ? "anna" : "berta" })));
    expect(await subjects({ action: "operation" })).toEqual(["1", "0"]);
    expect(await subjects({ action: "operation.intended,sign-in" })).toEqual(["3", "0"]);
    expect(await subjects({ actor: "anna" })).toEqual(["3", "1"]);
    expect(await subjects({ actor: "anna,berta", action: "sign-in" })).toEqual(["3"]);
    expect(await subjects({ subject: "2" })).toEqual(["2"]);
    const [from, to] = [new Date(NOON + MINUTE).toISOString(), new Date(NOON + 3 * MINUTE).toISOString()];
    expect(await subjects({ from, to })).toEqual(["2", "1"]);
    expect(await list({ actor: "nobody" })).toMatchObject({ total: 0, rows: [], next: null });
  });

  it("goes on behind a cursor though entries come, and jumps by offset", async () => {
    await write(...Array.from({ length: 5 }, () => ({})));
    const start = await list({ limit: 2 });
    expect([start.total, start.first, start.rows.map(({ id }) => id)]).toEqual([5, 0, [5, 4]]);
    await write({});
    const then = await list({ limit: 2, cursor: start.next });
    expect([then.total, then.first, then.rows.map(({ id }) => id)]).toEqual([6, 3, [3, 2]]);
    const end = await list({ limit: 2, cursor: then.next });
    expect([end.rows.map(({ id }) => id), end.next]).toEqual([[1], null]);
    expect((await list({ limit: 2, offset: 4 })).rows.map(({ id }) => id)).toEqual([2, 1]);
    expect(await list({ offset: 40 })).toMatchObject({ first: 6, rows: [] });
    await expect(list({ cursor: start.next, actor: "maria" })).rejects.toMatchObject({ field: "cursor" });
    await expect(list({ cursor: start.next, offset: 2 })).rejects.toMatchObject({ field: "offset" });
  });

  it("shows as it stands what somebody wrote over an entry", async () => {
    const row = { siteId: "s", at: new Date(NOON), actor: "a", kind: "person", role: "r", action: "x.y", subject: "s" };
    await temporary.desk.auditEntry.createMany({ data: ["{", "[1]", "null"].map((detail) => ({ ...row, detail })) });
    expect((await list()).rows.map(({ detail }) => detail)).toEqual([{ text: "null" }, { text: "[1]" }, { text: "{" }]);
  });
});

describe("the CSV of the audit", () => {
  const read = async (filter: Record<string, unknown> = {}) => {
    const stream = await readAuditCsv(reading(), AuditFilter.parse(filter));
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await new Response(stream).arrayBuffer());
  };

  it("has stable headers, the entries of the filter and their macs, and no formulas", async () => {
    await write({ subject: "=cmd()", detail: { text: 'a "b"' } }, { actor: "anna" });
    const [{ mac } = { mac: "" }] = await temporary.desk.auditEntry.findMany();
    expect(await read({ actor: "maria" })).toBe(
      "\u{FEFF}id,at,actor,kind,role,action,subject,detail,mac\r\n" +
        `1,2026-11-21T12:00:00.000Z,maria,person,desk,ghost.take,'=cmd(),"{""text"":""a \\""b\\""""}",${mac}\r\n`,
    );
    expect(await read({ actor: "nobody" })).toBe("\u{FEFF}id,at,actor,kind,role,action,subject,detail,mac\r\n");
  });

  it("has what stood there when it was asked for, however long it is", async () => {
    const row = { siteId: "s", at: new Date(NOON), actor: "a", kind: "person", role: "r", action: "x.y", detail: "{}" };
    const data = Array.from({ length: 1_200 }, (_, index) => ({ ...row, subject: `${index}` }));
    await temporary.desk.auditEntry.createMany({ data });
    const stream = await readAuditCsv(reading(), {});
    await write({ subject: "late" });
    const lines = (await new Response(stream).text()).trimEnd().split("\r\n").slice(1);
    expect(lines.map((line) => Number(line.split(",")[0]))).toEqual(data.map((_, index) => 1_200 - index));
  });
});
