import { describe, expect, it } from "vitest";
import type { Lease } from "./lease";
import { ANN, aGroup, aLease, anEnumeration, DAY, NOW } from "./lease.fixture";
import { groupNamesOf, type KnownResource, type Pair } from "./pair";
import { pairsOfPerson } from "./pairs";

const groups = groupNamesOf([aGroup(), aGroup({ key: "group-2", name: "Design" })]);
const pairsOf = (leases: readonly Lease[], known: readonly KnownResource[] = []) =>
  pairsOfPerson({ userKey: ANN, userName: "CORP\\ann", leases, known }, groups);
const shortly = ({ groupKey, groupName, application, enumeration, launch, machine }: Pair) =>
  [groupKey ?? groupName, application, enumeration?.key ?? null, launch?.key ?? null, machine] as const;
const known = (said: Partial<KnownResource>): KnownResource => ({
  ...{ origin: "ruled", groupKey: "group-1", application: null, machine: null },
  ...said,
});
const lists = (...resources: [string | null, string | null][]) => ({
  resources: resources.map(([group, application]) => ({ group, application })),
});

describe("the pairs of a person", () => {
  it("are one for each resource, of a launch lease and the enumeration lease that lists it", () => {
    expect(pairsOf([aLease(), anEnumeration()])).toEqual([
      {
        key: `${ANN}\ngroup-1\ncalc`,
        ...{ userKey: ANN, userName: "CORP\\ann", groupKey: "group-1", groupName: "Office", application: "Calc" },
        ...{ enumeration: anEnumeration(), launch: aLease(), machine: "SRV-01", machineSid: "S-1-5-21-1-2-3-9001" },
      },
    ]);
  });

  it.each<[string, Lease[], unknown[]]>([
    [
      "what is listed and was never launched",
      [anEnumeration(lists(["office", "Calc"], ["Office", null]))],
      [
        ["group-1", "Calc", "enumeration-1", null, null],
        ["group-1", null, "enumeration-1", null, null],
      ],
    ],
    [
      "what was launched and is not listed",
      [aLease(lists(["Design", null])), anEnumeration()],
      [
        ["group-2", null, null, "launch-1", "SRV-01"],
        ["group-1", "Calc", "enumeration-1", null, null],
      ],
    ],
    [
      "names in any case",
      [aLease(lists(["OFFICE", "CALC"])), anEnumeration()],
      [["group-1", "CALC", "enumeration-1", "launch-1", "SRV-01"]],
    ],
    [
      "a group that the site does not have",
      [aLease(lists(["Gone", "Calc"]))],
      [["Gone", "Calc", null, "launch-1", "SRV-01"]],
    ],
    [
      "an application that is listed without its group",
      [anEnumeration(lists([null, "calc"])), aLease()],
      [["group-1", "Calc", "enumeration-1", "launch-1", "SRV-01"]],
    ],
    [
      "the launch lease that ends last",
      [
        aLease(),
        aLease({ key: "new", expiresAt: NOW + 14 * DAY, machine: "SRV-02" }),
        aLease({ key: "old", expiresAt: NOW }),
      ],
      [["group-1", "Calc", null, "new", "SRV-02"]],
    ],
    [
      "the enumeration lease that ends last",
      [anEnumeration({ key: "new", expiresAt: NOW + 14 * DAY }), anEnumeration()],
      [["group-1", "Calc", "new", null, null]],
    ],
    [
      "an enumeration lease that names nothing, which may list it",
      [aLease(), anEnumeration({ resources: [] })],
      [["group-1", "Calc", "enumeration-1", "launch-1", "SRV-01"]],
    ],
    [
      "of such the one that was read",
      [
        aLease(),
        anEnumeration({ key: "unread", resources: [], problem: "No.", expiresAt: NOW + 20 * DAY }),
        anEnumeration({ resources: [] }),
      ],
      [["group-1", "Calc", "enumeration-1", "launch-1", "SRV-01"]],
    ],
    [
      "a launch lease that names nothing, by itself",
      [aLease({ resources: [] })],
      [[null, null, null, "launch-1", "SRV-01"]],
    ],
    ["nothing", [], []],
  ])("%s", (_, leases, expected) => {
    expect(pairsOf(leases).map(shortly)).toEqual(expected);
  });

  it("are those of rules and assigned machines too, each once", () => {
    const ruled = [
      known({}),
      known({ application: "Calc" }),
      known({ origin: "assigned", groupKey: "group-2", machine: "PC-7" }),
    ];
    expect(pairsOf([], ruled).map(shortly)).toEqual([
      ["group-1", null, null, null, null],
      ["group-1", "Calc", null, null, null],
      ["group-2", null, null, null, "PC-7"],
    ]);
    expect(pairsOf([aLease()], [known({ application: "CALC" })])).toHaveLength(1);
  });

  it("are not those of rules where a lease lists what the person sees of applications", () => {
    const ruled = [known({}), known({ application: "Paint" })];
    expect(pairsOf([anEnumeration()], ruled).map(shortly)).toEqual([
      ["group-1", "Calc", "enumeration-1", null, null],
      ["group-1", null, null, null, null],
    ]);
    expect(pairsOf([anEnumeration({ resources: [] })], ruled)).toHaveLength(2);
    expect(pairsOf([anEnumeration()], [known({ origin: "used", application: "Paint" })])).toHaveLength(2);
  });

  it("lead where the launch lease leads, though a machine is assigned", () => {
    const [pair] = pairsOf([aLease(lists(["Office", null]))], [known({ origin: "assigned", machine: "PC-7" })]);
    expect(pair?.machine).toBe("SRV-01");
  });

  it("have keys of their own", () => {
    const leases = [
      aLease(),
      aLease({ key: "x", resources: [] }),
      aLease({ key: "y", resources: [] }),
      anEnumeration(lists(["Office", null])),
    ];
    const keys = pairsOf(leases).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
  });
});
