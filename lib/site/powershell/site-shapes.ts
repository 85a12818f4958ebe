import { z } from "zod";
import type { SdkSite } from "@/lib/site/port";
import type { SdkAccessRule, SdkLease, SdkStandby } from "@/lib/site/sdk";
import { Count, exactly, InstantOrNull, InstantText, Milliseconds, Text, TextOrNull, Texts, Uid } from "./shape";

/** The site, its leases and its rules as the scripts answer them, read into the shapes of the port. */

export const Site = exactly<SdkSite>()(
  z.object({
    name: Text,
    version: TextOrNull,
    connectionLeasingEnabled: z.boolean().nullable(),
    localHostCacheEnabled: z.boolean().nullable(),
    reuseMachinesWithoutShutdownInOutage: z.boolean().nullable(),
    controllers: z
      .array(z.object({ dnsName: Text, state: Text, serviceStatus: TextOrNull, lastActivityAt: InstantOrNull }))
      .max(1_000)
      .readonly(),
  }),
);

/** An enumeration lease grows with what its owner may start; more than this is no lease. */
const LEASE_CHARS_MAX = 512 * 1_024;

export const Lease = exactly<SdkLease>()(
  z.object({
    uid: Uid,
    key: Text,
    type: z.enum(["Enumeration", "Launch"]),
    ownerName: TextOrNull,
    ownerSid: TextOrNull,
    ownerUpn: TextOrNull,
    modifiedAt: InstantText,
    expiresAt: InstantText,
    zone: TextOrNull,
    value: z.string().max(LEASE_CHARS_MAX),
  }),
);

const StandbyRow = z.object({
  kind: z.enum(["linger", "pre-launch"]),
  deliveryGroup: Text,
  deliveryGroupUid: Uid,
  enabled: z.boolean(),
  disconnectMs: Milliseconds,
  terminateMs: Milliseconds,
  averageLoadMost: Count,
  machineLoadMost: Count,
  users: Texts.nullable(),
});
export const StandbySettings = exactly<readonly SdkStandby[]>()(z.array(StandbyRow).max(10_000).readonly());

const AccessRuleRow = z.object({
  kind: z.enum(["access", "desktop-entitlement", "app-entitlement", "desktop-assignment", "app-assignment"]),
  uid: Uid,
  name: Text,
  deliveryGroupUid: Uid,
  enabled: z.boolean(),
  includedUsers: Texts.nullable(),
  excludedUsers: Texts.nullable(),
  allowedConnections: TextOrNull,
  allowedProtocols: Texts,
  leasing: TextOrNull,
});
export const AccessRules = exactly<readonly SdkAccessRule[]>()(z.array(AccessRuleRow).max(20_000).readonly());
