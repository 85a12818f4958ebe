import { beforeEach, describe, expect, it } from "vitest";
import { LeaseFilter, LeaseResponse, LeasesQuery, LeasesResponse } from "@/lib/api/contract/leases";
import type { Lease, LeaseFolder } from "@/lib/domain/lease/lease";
import { DeskError } from "@/lib/errors";
import type { SdkLease } from "@/lib/site/sdk";
import { readLeasesCsv } from "./leases-csv";
import { readLease } from "./read-lease";
import { readLeases } from "./read-leases";
import { aGroup, aLease, aMachine, aPerson, LEASES_READ, NOON, readingAt, TestSite } from "./site.fixture";

/** The list of leases, its CSV, and one lease with its document. */

const HOUR = 3_600_000;
let site: TestSite;
const list = (query: Record<string, unknown> = {}) => readLeases(readingAt(site), LeasesQuery.parse(query));
const keys = (query: Record<string, unknown> = {}) => list(query).rows.map(({ key }) => key);

const anna = aPerson(1, "CORP\\anovak", { fullName: "Anna Nováková" });
const lease = (key: string, hours: number, facts: Partial<Lease> = {}) =>
  aLease(1, { ownerName: "CORP\\anovak", ownerUpn: null, expiresAt: NOON + hours * HOUR, ...facts, key });
const LEASES = [
  lease("a", 10, { resources: [{ group: "Office", application: "Word" }] }),
  lease("b", -1, { resources: [{ group: "Office", application: null }], machine: "OLD1" }),
  lease("c", 50, {
    type: "Enumeration",
    machine: null,
    resources: [
      { group: "Office", application: "Word" },
      { group: "Lab", application: null },
    ],
  }),
  lease("d", 200, {
    ownerSid: "S-1-5-21-9",
    ownerName: "CORP\\zoe",
    machine: "SRV0002",
    problem: "Not understood.",
    resources: [],
  }),
];

beforeEach(() => {
  site = new TestSite();
  site.publish({
    ...{ people: [anna], machines: [aMachine(1), aMachine(2)], groups: [aGroup(1, "Office")], leases: LEASES },
    surroundings: { reading: LEASES_READ },
  });
});

describe("the list of leases", () => {
  it("shows who, what, which machine and until when, the next to expire first", () => {
    const answer = list();
    expect(LeasesResponse.parse(answer)).toEqual(answer);
    expect(answer.rows.map(({ key }) => key)).toEqual(["b", "a", "c", "d"]);
    expect(answer.rows[1]).toMatchObject({
      ...{
        user: "CORP\\anovak",
        userFullName: "Anna Nováková",
        userKey: anna.key,
        group: "Office",
        application: "Word",
      },
      ...{ machine: "SRV0001", machineKey: aMachine(1).key, resources: 1, expiresAt: "2026-03-11T22:00:00.000Z" },
    });
    expect(answer.rows[0]).toMatchObject({ machine: "OLD1", machineKey: null, application: null });
    expect(answer.rows[2]).toMatchObject({ group: null, application: null, resources: 2 });
    expect(answer.rows[3]).toMatchObject({ user: "CORP\\zoe", userKey: null, problem: "Not understood." });
    expect(answer).toMatchObject({
      ...{ total: 4, buckets: { expired: 1, day: 1, threeDays: 1, later: 1 }, byType: { Enumeration: 1, Launch: 3 } },
      reading: { state: "ok", asOf: "2026-03-11T12:00:00.000Z" },
    });
  });

  it("is filtered, with counts over everything but `before`", () => {
    expect(keys({ q: "novak word" })).toEqual(["a", "c"]);
    expect(keys({ user: "anovak" })).toEqual(["b", "a", "c"]);
    expect(keys({ user: "corp\\ZOE" })).toEqual(["d"]);
    expect(keys({ server: "srv0001" })).toEqual(["a"]);
    expect(keys({ server: "old1" })).toEqual(["b"]);
    expect(keys({ server: "srv0001", user: "CORP\\zoe" })).toEqual([]);
    expect(keys({ type: "Enumeration" })).toEqual(["c"]);
    const soon = list({ before: "2026-03-12T12:00:00.000Z", user: "anovak" });
    expect([soon.rows.map(({ key }) => key), soon.total]).toEqual([["b", "a"], 2]);
    expect(soon.buckets).toEqual({ expired: 1, day: 1, threeDays: 1, later: 0 });
    expect(list({ before: "2026-03-11T22:00:00.000Z" }).total).toBe(1);
  });

  it("is sorted, unknown last", () => {
    expect(keys({ sort: "-expiresAt" })).toEqual(["d", "c", "a", "b"]);
    expect(keys({ sort: "-user" })[0]).toBe("d");
    expect(keys({ sort: "machine" })).toEqual(["b", "a", "d", "c"]);
    expect(keys({ sort: "application" })[0]).toBe("a");
    expect(keys({ sort: "-machine", user: "anovak" })).toEqual(["a", "b", "c"]);
  });

  it("goes on from a cursor where leases came, went and were renewed meanwhile", () => {
    const first = list({ limit: 2 });
    expect(first.rows.map(({ key }) => key)).toEqual(["b", "a"]);
    site.publish({ leases: [lease("a", 300), lease("e", 11), lease("f", 1)], leasesGone: ["c"] });
    expect(keys({ limit: 2, cursor: first.next })).toEqual(["e", "d"]);
    expect(keys({ offset: 4 })).toEqual(["a"]);
    expect(() => list({ cursor: first.next, sort: "user" })).toThrow(expect.objectContaining({ field: "cursor" }));
  });

  it.each([
    [{ user: "nobody" }, "not-found", "user"],
    [{ server: "SRV9999" }, "not-found", "server"],
    [{ controller: "ddc1" }, "not-found", "controller"],
    [{ sort: "colour" }, "invalid", "sort"],
  ])("refuses %o", (query, code, field) => {
    expect(() => list(query)).toThrow(expect.objectContaining({ code, field }));
  });

  it("shows what one controller holds, as far as its folder could be compared", () => {
    const folder: LeaseFolder = {
      ...{
        controller: "ddc1.corp.example",
        path: "cache",
        reading: LEASES_READ,
        enumeration: 1,
        launch: 1,
        expired: 0,
      },
      ...{ missing: 2, missingKeys: ["b", "d"], problems: [], unread: 0 },
      files: { Apps: 0, Desktops: 0, Icons: 0, Enumeration: 1, Launch: 1, Workers: 0 },
    };
    site.publish({ surroundings: { folders: [folder] } });
    expect(keys({ controller: "DDC1.corp.example" })).toEqual(["a", "c"]);
    site.publish({ surroundings: { folders: [{ ...folder, missing: null, missingKeys: [] }] } });
    expect(() => list({ controller: "ddc1.corp.example" })).toThrow(expect.objectContaining({ field: "controller" }));
  });

  it("says that nothing was read rather than zero", () => {
    const unread = new TestSite();
    unread.publish({ surroundings: { reading: { state: "absent", asOf: null, problem: "No bridge." } } });
    expect(readLeases(readingAt(unread), LeasesQuery.parse({}))).toMatchObject({
      ...{ total: null, buckets: null, byType: null, rows: [], next: null, era: "unknown" },
      reading: { state: "absent", asOf: null, problem: "No bridge." },
    });
  });
});

it("the CSV has exactly the rows of the filter, in its order", async () => {
  const csv = await new Response(
    readLeasesCsv(readingAt(site), LeaseFilter.parse({ sort: "-expiresAt", type: "Launch" })),
  ).text();
  const [head, ...rows] = csv.trimEnd().split("\r\n");
  expect(head).toBe(
    "key,type,user,userFullName,userKey,group,application,resources,machine,machineKey,modifiedAt,expiresAt,zone,sharingKey,problem",
  );
  expect(rows.map((row) => row.split(",")[0])).toEqual(["d", "a", "b"]);
  expect(rows[1]).toContain(",Office,Word,1,SRV0001,");
  expect(() => readLeasesCsv(readingAt(site), { user: "nobody" })).toThrow(DeskError);
});

describe("one lease", () => {
  const row = (value: string): SdkLease => ({
    ...{ uid: 1, key: "c", type: "Enumeration", ownerName: null, ownerSid: null, ownerUpn: null },
    ...{ modifiedAt: NOON, expiresAt: NOON, zone: null, value },
  });
  const read = (answer: (() => Promise<SdkLease | null>) | null, key = "c") =>
    readLease(
      {
        ...readingAt(site),
        sdk: answer && { lease: answer },
        reachSentence: answer ? null : "No bridge is configured.",
      },
      key,
    );

  it("comes with what it names and its document as the site holds it", async () => {
    const answer = await read(async () => row("<Lease/>"));
    expect(LeaseResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ lease: { key: "c" }, xml: "<Lease/>", why: null });
    expect(answer.sees).toEqual([
      { group: "Office", application: "Word" },
      { group: "Lab", application: null },
    ]);
  });

  it.each([
    ["the site cannot be asked", null, "No bridge is configured."],
    ["it is gone", async () => null, "The site has no such lease any more."],
    [
      "it is too long",
      async () => row("é".repeat(200_000)),
      "The document has 391 kB, more than the 256 kB that are shown.",
    ],
    [
      "asking fails",
      async () => {
        throw new DeskError("unavailable", "PowerShell does not answer.");
      },
      "The site could not be asked for the document. PowerShell does not answer.",
    ],
  ])("says why there is no document where %s", async (_, answer, why) => {
    expect(await read(answer)).toMatchObject({ xml: null, why, lease: { key: "c" } });
  });

  it("is not found where there is none, or it went while its document was asked for", async () => {
    await expect(read(null, "nothing")).rejects.toMatchObject({ code: "not-found", field: "key" });
    const going = async () => {
      site.publish({ leasesGone: ["c"] });
      return null;
    };
    await expect(read(going)).rejects.toMatchObject({ code: "not-found" });
  });
});
