import { describe, expect, it } from "vitest";
import type { SdkLease } from "@/lib/site/sdk";
import { practiceSite } from "@/lib/site/simulator/practice.fixture";
import { all, sdkOf } from "@/lib/site/simulator/sdk-reads.fixture";
import { enumerationXml, launchXml } from "./cache-folder.fixture";
import { leaseOfSdk } from "./sdk-lease";

const row = (said: Partial<SdkLease> = {}): SdkLease => ({
  ...{ uid: 1, key: "AB12", type: "Launch", ownerName: "CORP\\ann", ownerSid: "S-1-5-21-7", ownerUpn: null },
  ...{ modifiedAt: 1_000, expiresAt: 2_000, zone: null },
  value: launchXml({ user: 1, expires: "2026-12-01T00:00:00Z" }),
  ...said,
});

describe("a row of Get-BrokerLease", () => {
  it("counts before its document, which tells the rest", () => {
    expect(leaseOfSdk(row())).toEqual({
      ...{ key: "AB12", type: "Launch", ownerName: "CORP\\ann", ownerSid: "S-1-5-21-7", ownerUpn: null },
      ...{ modifiedAt: 1_000, expiresAt: 2_000, zone: null },
      resources: [{ group: "Office", application: "Calc" }],
      ...{ machine: "SRV-01", machineSid: "S-1-5-21-1-2-3-90001", sharingKey: "1:HDX", problem: null },
    });
  });

  it("names its owner by the document where the columns do not", () => {
    const lease = leaseOfSdk(row({ ownerName: null, ownerSid: null }));
    expect(lease).toMatchObject({ ownerName: "CORP\\user1", ownerSid: "S-1-5-21-1-2-3-1" });
  });

  it.each([
    [
      "a launch lease without a machine",
      "<Lease><DesktopGroup name='Office'/></Lease>",
      "It names no machine that is understood.",
    ],
    ["no document", "", "It is empty."],
    [
      "entities",
      "<!DOCTYPE l [<!ENTITY a 'b'>]><l>&a;</l>",
      "It defines a document type or entities, which are refused.",
    ],
  ])("with %s says so and stays a lease", (_, value, problem) => {
    expect(leaseOfSdk(row({ value }))).toMatchObject({ key: "AB12", expiresAt: 2_000, machine: null, problem });
  });

  it("of enumeration leads to no machine, and needs none", () => {
    const value = enumerationXml({ user: 1, expires: "2026-12-01T00:00:00Z" }).replace(
      "</Lease>",
      "<Worker name='X'/></Lease>",
    );
    expect(leaseOfSdk(row({ type: "Enumeration", value }))).toMatchObject({
      machine: null,
      machineSid: null,
      problem: null,
    });
  });
});

describe("the practice site's leases", () => {
  it("say what they were made from", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const people = new Map([...world.people.values()].map((person) => [person.sid, person]));
    const rows = await all(sdkOf(opened).leases());
    const leases = rows.map(leaseOfSdk);
    expect(leases.filter(({ problem }) => problem !== null)).toEqual([]);
    const launches = leases.filter(({ type }) => type === "Launch");
    const made = [...world.leases.values()].filter(({ type }) => type === "Launch");
    expect(launches).toHaveLength(made.length);
    const told = launches.map(({ ownerSid, resources, machine }) => {
      const [{ group, application } = { group: null, application: null }] = resources;
      return [people.get(ownerSid ?? "")?.id, group, application, machine].join(" | ");
    });
    const expected = made.map(({ personId, resource, machineId }) => {
      const group = resource && world.groupById(resource.groupId);
      const application = resource?.applicationId ? world.applications.get(resource.applicationId) : null;
      const machine = machineId === null ? null : world.machineById(machineId).name.toUpperCase();
      return [personId, group?.name, application?.publishedName ?? null, machine].join(" | ");
    });
    expect(told.sort()).toEqual(expected.sort());
    for (const { resources } of launches) expect(resources).toHaveLength(1);
  });

  it("list what their owners see", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const people = new Map([...world.people.values()].map((person) => [person.sid, person]));
    const enumerations = (await all(sdkOf(opened).leases()))
      .filter(({ type }) => type === "Enumeration")
      .map(leaseOfSdk);
    expect(enumerations.length).toBeGreaterThan(0);
    for (const { ownerSid, resources } of enumerations) {
      const { groupId, secondGroupId } = people.get(ownerSid ?? "") ?? { groupId: "", secondGroupId: null };
      const seen = [groupId, ...(secondGroupId === null ? [] : [secondGroupId])].flatMap((id) => {
        const { name, applicationIds } = world.groupById(id);
        const names = applicationIds.map((each) => world.applications.get(each)?.publishedName);
        return names.length === 0 ? [`${name} | `] : names.map((each) => `${name} | ${each}`);
      });
      expect(resources.map(({ group, application }) => `${group} | ${application ?? ""}`).sort()).toEqual(seen.sort());
    }
  });
});
