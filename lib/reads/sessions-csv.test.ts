import { describe, expect, it } from "vitest";
import { SessionFilter } from "@/lib/api/contract/sessions";
import { csvCell } from "./csv";
import { csvFileName, readSessionsCsv } from "./sessions-csv";
import { aSession, guid, LargeSite, readingAt, TestSite } from "./site.fixture";

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await new Response(stream).arrayBuffer());
}

/** Reads CSV as RFC 4180 says, by itself. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    const [, cell = "", end] = match;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const read = (site: TestSite, filter: Record<string, unknown> = {}) =>
  textOf(readSessionsCsv(readingAt(site), SessionFilter.parse(filter)));

describe("the CSV", () => {
  it("begins with a byte order mark and stable headers, and leaves unknown empty", async () => {
    const site = new TestSite();
    site.publish({ sessions: [aSession(1, { userFullName: 'Jane "J", Doe\nline', idleSince: null, hidden: null })] });
    const text = await read(site);
    expect(text.startsWith("\u{FEFF}key,user,userFullName,userKey,userSource,machine,")).toBe(true);
    const [header = [], row = []] = parseCsv(text.slice(1));
    const cells = Object.fromEntries(header.map((name, index) => [name, row[index]]));
    expect(row).toHaveLength(header.length);
    expect(cells).toMatchObject({ user: "", idleSince: "", hidden: "", state: "Active", anonymous: "false" });
    expect(cells.userFullName).toBe('Jane "J", Doe\nline');
    expect(cells.since).toBe("2026-03-11T11:59:00.000Z");
  });

  it("has exactly the rows of the filter, in its order, though the site changes meanwhile", async () => {
    const large = new LargeSite(2500, 20);
    const filter = { state: "Active", sort: "-since" };
    const before = [...(large.site.current()?.sessions.values() ?? [])].filter(({ state }) => state === "Active");
    const stream = readSessionsCsv(readingAt(large.site), SessionFilter.parse(filter));
    large.tick(500);
    const rows = parseCsv((await textOf(stream)).slice(1)).slice(1);
    expect(rows.map(([key]) => key).sort()).toEqual(before.map(({ key }) => key).sort());
    const since = rows.map((row) => row[12] ?? "");
    expect(since).toEqual([...since].sort().reverse());
  });

  it("refuses a wrong filter before the first byte", () => {
    const site = new TestSite();
    site.publish({ sessions: [aSession(1)] });
    expect(() => readSessionsCsv(readingAt(site), { state: "nonsense" })).toThrow(
      expect.objectContaining({ field: "state" }),
    );
  });

  it("ends early where nobody reads on", async () => {
    const large = new LargeSite(2500, 20);
    const reader = readSessionsCsv(readingAt(large.site), {}).getReader();
    await reader.read();
    await reader.cancel();
    expect((await reader.read()).done).toBe(true);
  });
});

it.each([
  ["x;=1+1", `"x;'=1+1"`],
  ["\uFF1D1+1", "'\uFF1D1+1"],
  ["\n=1", `"'\n=1"`],
  ["=cmd()", "'=cmd()"],
  ["+1", "'+1"],
  ["-", "'-"],
  ["@x", "'@x"],
  ["\tx", "'\tx"],
  ["\rx", '"\'\rx"'],
  ["a,b", '"a,b"'],
  ['=1,"', '"\'=1,"""'],
  ["PC-1", "PC-1"],
  [null, ""],
  [-5, "-5"],
  [false, "false"],
])("%j becomes the cell %s", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

it("is named after the site and the time", () => {
  expect(csvFileName(readingAt(new TestSite()))).toBe("sessions-Test-site-2026-03-11T12-00-00-000Z.csv");
  expect(guid(1, 1)).toHaveLength(36);
});
