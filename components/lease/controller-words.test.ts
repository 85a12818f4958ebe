import { describe, expect, it } from "vitest";
import {
  type Controller,
  folderFiles,
  folderLeases,
  refreshRefusal,
  serviceLook,
  stateTone,
  unwellController,
} from "./controller-words";

const controller = (part: Partial<Controller> = {}): Controller => ({
  dnsName: "ddc1.vienna.example",
  state: "Active",
  serviceStatus: "OK",
  folder: null,
  ...part,
});

describe("refreshRefusal", () => {
  it("lets a cache be refreshed only while the database is there and the controller is well", () => {
    expect(refreshRefusal({ era: "leases", inUse: null }, controller())).toBeNull();
    expect(refreshRefusal({ era: "both", inUse: null }, controller())).toBeNull();
    expect(refreshRefusal({ era: "cache", inUse: null }, controller())).toContain("not on");
    const inUse = { since: null, sessions: 0, why: "." };
    expect(refreshRefusal({ era: "leases", inUse }, controller())).toContain("Not while the database is away");
    expect(refreshRefusal({ era: "leases", inUse: null }, controller({ serviceStatus: "PendingFailure" }))).toContain(
      "deletes first",
    );
  });

  it("does not take an unknown service for a well one", () => {
    expect(refreshRefusal({ era: "leases", inUse: null }, controller({ serviceStatus: null }))).toContain("(unknown)");
    expect(unwellController([controller(), controller({ serviceStatus: null })])).toContain("not well");
    expect(unwellController([controller()])).toBeNull();
  });
});

describe("what a controller says", () => {
  it("is told in tones", () => {
    expect(serviceLook("OK").tone).toBe("ok");
    expect(serviceLook("PendingFailure")).toEqual({ label: "Database just lost", tone: "bad" });
    expect(serviceLook("DBNotFound").label).toBe("Database not found");
    expect(serviceLook("Unknown").tone).toBe("unknown");
    expect(serviceLook("OfTomorrow")).toEqual({ label: "Service: OfTomorrow", tone: "bad" });
    expect(serviceLook(null).tone).toBe("unknown");
    expect(["Active", "On", "Failed", "Off", "7"].map(stateTone)).toEqual(["ok", "ok", "bad", "bad", "unknown"]);
  });

  it("is counted by folder", () => {
    const files = { Apps: 120, Desktops: 0, Icons: 1_098, Enumeration: 612, Launch: 4_698, Workers: 200 };
    expect(folderFiles({ files })).toBe(
      "Apps 120, Desktops 0, Icons 1,098, Enumeration 612, Launch 4,698, Workers 200",
    );
    expect(folderFiles({ files: {} })).toBe("none");
    expect(folderLeases({ enumeration: 612, launch: 4_698 })).toBe("5,310 leases: 612 enumeration, 4,698 launch");
  });
});
