import { describe, expect, it } from "vitest";
import { machineWhere } from "../acts/acts.fixture";
import { practiceSite } from "../practice.fixture";
import { all, sdkOf } from "../sdk-reads.fixture";

describe("leases", () => {
  it("come in pages in the order of their numbers, each with its own document", async () => {
    const opened = practiceSite();
    const sdk = sdkOf(opened);
    const leases = await all(sdk.leases());
    expect(leases).toHaveLength(opened.site.world.leases.size);
    expect(leases.map(({ uid }) => uid)).toEqual([...new Set(leases.map(({ uid }) => uid))].sort((a, b) => a - b));
    expect(new Set(leases.map(({ key }) => key)).size).toBe(leases.length);
    for (const lease of leases.slice(0, 20)) {
      expect(lease.key).toMatch(/^[0-9A-F]{40}$/);
      expect(lease.value).toContain(`expiration="${new Date(lease.expiresAt).toISOString()}"`);
      expect(lease.value).toContain(lease.ownerSid ?? "no owner");
    }
    const launchLease = leases.find(({ type }) => type === "Launch");
    expect(launchLease?.value).toMatch(/<Worker sid="S-1-5-/);
    expect(await sdk.lease(launchLease?.key ?? "")).toEqual(launchLease);
    expect(await sdk.lease("none")).toBeNull();
  });

  it("name all that their owner sees, so that what was never launched can be told", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const people = new Map([...world.people.values()].map((person) => [person.sid, person]));
    const named = (value: string, tag: string) =>
      [...value.matchAll(new RegExp(`<${tag} [^>]*name="([^"]*)"`, "g"))].map((match) => match[1]);
    const enumerations = (await all(sdkOf(opened).leases())).filter(({ type }) => type === "Enumeration");
    for (const { ownerSid, value } of enumerations) {
      const { groupId, secondGroupId } = people.get(ownerSid ?? "") ?? { groupId: "", secondGroupId: null };
      const groups = [groupId, ...(secondGroupId === null ? [] : [secondGroupId])].map((id) => world.groupById(id));
      expect(named(value, "DesktopGroup")).toEqual(groups.map(({ name }) => name));
      expect(named(value, "Desktop")).toEqual(
        groups.filter(({ deliveryType }) => deliveryType === "DesktopsOnly").map(({ name }) => name),
      );
      expect(named(value, "RSApp")).toHaveLength(
        groups.reduce((sum, { applicationIds }) => sum + applicationIds.length, 0),
      );
    }
    expect(enumerations.filter(({ value }) => named(value, "DesktopGroup").length === 2).length).toBeGreaterThan(0);
  });

  it("name the one resource that a launch leads to, and its machine: a private desktop's owner's own", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const launches = (await all(sdkOf(opened).leases())).filter(({ type }) => type === "Launch");
    for (const { value } of launches) expect(value.match(/<(RSApp|Desktop|Worker) /g)).toHaveLength(2);
    const own = launches.filter(({ value }) => value.includes('name="Engineering desktops"'));
    expect(own.length).toBeGreaterThan(0);
    for (const { ownerSid, value } of own) {
      const machine = machineWhere(world, ({ assignedTo }) =>
        assignedTo.some((id) => world.personById(id).sid === ownerSid),
      );
      expect(value).toContain(`<Worker sid="${machine.sid}"`);
    }
  });

  it("go on where they were while some are removed", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const [template] = [...world.leases.values()];
    if (!template) throw new Error("There are no leases");
    for (const person of [...world.people.values()].slice(0, 80)) {
      for (let app = 0; app < 9; app++) {
        const group = [...world.groups.values()].find(({ name }) => name === "Business applications");
        const applicationId = group?.applicationIds[app - 1] ?? null;
        const resource = { groupId: group?.id ?? "", applicationId };
        world.leases.set(`extra ${person.id} ${app}`, {
          ...template,
          id: `extra ${person.id} ${app}`,
          personId: person.id,
          resource,
        });
      }
    }
    const sdk = sdkOf(opened);
    const seen: number[] = [];
    for await (const page of sdk.leases()) {
      expect(page.length).toBeLessThanOrEqual(500);
      seen.push(...page.map(({ uid }) => uid));
      world.leases.delete("extra 79 1");
    }
    expect(seen.length).toBeGreaterThan(600);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
