import { z } from "zod";
import { guidCell, instantCell, optional, textCell, wholeCell } from "@/lib/site/tables/cell";

/** Rows of a copy as they stand in the file, before any moment is chosen. */

/** Beside what the drivers give, a copy may spell bits as texts. */
const bit = z
  .union([z.boolean(), z.number(), z.string().regex(/^(true|false|[01])$/i)])
  .transform((value) => (typeof value === "string" ? /^(true|1)$/i.test(value) : Boolean(value)))
  .nullable();

export const SessionCopy = z.object({
  SessionKey: guidCell,
  StartDate: optional.instant,
  EndDate: optional.instant,
  ConnectionState: wholeCell,
  ConnectionStateChangeDate: optional.instant,
  LifecycleState: wholeCell,
  UserId: optional.whole,
  MachineId: optional.sharedGuid,
  CreatedDate: optional.instant,
  ModifiedDate: optional.instant,
  LogOnDuration: optional.whole,
  CurrentConnectionId: optional.whole,
  SessionType: optional.whole,
  IsAnonymous: bit,
  SessionIdleTime: optional.instant,
  FailureId: optional.whole,
  FailureDate: optional.instant,
});
export type SessionCopy = z.infer<typeof SessionCopy>;

export const ConnectionCopy = z.object({
  Id: wholeCell,
  SessionKey: guidCell,
  ClientName: optional.text,
  ClientAddress: optional.text,
  ClientVersion: optional.sharedText,
  ClientPlatform: optional.sharedText,
  Protocol: optional.sharedText,
  IsReconnect: bit,
  BrokeringDate: optional.instant,
  EstablishmentDate: optional.instant,
  AuthenticationDuration: optional.whole,
  GpoStartDate: optional.instant,
  ProfileLoadStartDate: optional.instant,
  LogOnStartDate: optional.instant,
  LogOnEndDate: optional.instant,
  DisconnectDate: optional.instant,
  CreatedDate: optional.instant,
  ModifiedDate: optional.instant,
});
export type ConnectionCopy = z.infer<typeof ConnectionCopy>;

export const UserCopy = z.object({
  Id: wholeCell,
  Sid: optional.text,
  UserName: z.string(),
  Domain: optional.text,
  FullName: optional.text,
  Upn: optional.text,
  CreatedDate: optional.instant,
  ModifiedDate: optional.instant,
});
export type UserCopy = z.infer<typeof UserCopy>;

export const MachineCopy = z.object({
  Id: guidCell,
  Name: optional.text,
  DnsName: optional.text,
  LifecycleState: wholeCell,
  DesktopGroupId: optional.guid,
  IsInMaintenanceMode: bit,
  CurrentRegistrationState: optional.whole,
  RegistrationStateChangeDate: optional.instant,
  LastDeregisteredCode: optional.whole,
  LastDeregisteredDate: optional.instant,
  CurrentPowerState: optional.whole,
  PowerStateChangeDate: optional.instant,
  PoweredOnDate: optional.instant,
  FailureDate: optional.instant,
  FaultState: optional.whole,
  AssociatedUserNames: optional.text,
  CurrentSessionCount: optional.whole,
  ModifiedDate: optional.instant,
});
export type MachineCopy = z.infer<typeof MachineCopy>;

export const GroupCopy = z.object({
  Id: guidCell,
  Name: z.string(),
  DesktopKind: optional.whole,
  SessionSupport: optional.whole,
  DeliveryType: optional.whole,
  IsInMaintenanceMode: bit,
  IsRemotePC: bit,
});
export type GroupCopy = z.infer<typeof GroupCopy>;

export const ApplicationCopy = z.object({ Id: guidCell, Name: z.string(), PublishedName: textCell.nullable() });

export const InstanceCopy = z.object({
  Id: wholeCell,
  ApplicationId: guidCell,
  SessionKey: guidCell,
  StartDate: optional.instant,
  EndDate: optional.instant,
});
export type InstanceCopy = z.infer<typeof InstanceCopy>;

export const CategoryCopy = z.object({
  Id: wholeCell,
  ConnectionFailureEnumValue: optional.whole,
  Category: optional.whole,
});
export type CategoryCopy = z.infer<typeof CategoryCopy>;

export const FailureCopy = z.object({
  SessionKey: guidCell,
  FailureDate: instantCell,
  ConnectionFailureEnumValue: optional.whole,
  UserId: optional.whole,
  MachineId: optional.guid,
});
export type FailureCopy = z.infer<typeof FailureCopy>;

export const WorkerCopy = z.object({ Uid: wholeCell, UUID: guidCell });

export const BrokerSessionCopy = z.object({
  WorkerUid: wholeCell,
  TrustedUserUid: optional.whole,
  SessionStartTime: optional.instant,
  LogOnTime: optional.instant,
});
export type BrokerSessionCopy = z.infer<typeof BrokerSessionCopy>;

export const RegistrationCopy = z.object({
  Uid: wholeCell,
  LastContactTime: optional.instant,
  RegistrationExpiryTime: optional.instant,
});
export type RegistrationCopy = z.infer<typeof RegistrationCopy>;
