import { z } from "zod";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import type { AppState, ConnectionMode, SessionState, SessionSupport } from "@/lib/domain/states";
import type { SdkSession } from "@/lib/site/port";
import type { SdkConnectionAttempt, SdkSessionNow } from "@/lib/site/sdk";
import { exactly, Guid, InstantOrNull, InstantText, Text, TextOrNull, Uid, wordOrNull, wordOrUnknown } from "./shape";

/** Sessions and connections as the scripts answer them, read into the shapes of the port. */

const AppStateWord: z.ZodType<AppState | null> = wordOrNull([
  "PreLogon",
  "PreLaunched",
  "Active",
  "Desktop",
  "Lingering",
  "NoApps",
]);

const ConnectionModeWord: z.ZodType<ConnectionMode | null> = wordOrNull([
  "Brokered",
  "Unbrokered",
  "LeasedConnection",
  "VdaHighAvailabilityMode",
  "ThirdPartyBroker",
  "ThirdPartyBrokerWithLicensing",
]);

const STATES = [
  "Connected",
  "Disconnected",
  "Terminated",
  "PreparingSession",
  "Active",
  "Reconnecting",
  "NonBrokeredSession",
  "Other",
  "Pending",
] as const;
/** The SDK's documentation spells one state in two ways. */
const StateWord: z.ZodType<SessionState> = z.preprocess(
  (word) => (word === "PreparingNewSession" ? "PreparingSession" : word),
  wordOrUnknown(STATES),
);

const SupportWord: z.ZodType<SessionSupport | null> = wordOrNull(["SingleSession", "MultiSession", "Unknown"]);

export const SessionRow = exactly<SdkSession>()(
  z.object({
    sessionKey: Guid,
    appState: AppStateWord,
    appSince: InstantOrNull,
    hidden: z.boolean(),
    untrustedUserName: TextOrNull,
    brokeringUserName: TextOrNull,
    connectionMode: ConnectionModeWord,
  }),
);

export const SessionNow = exactly<SdkSessionNow>()(
  z.object({
    sessionKey: Guid,
    uid: Uid,
    userName: TextOrNull,
    untrustedUserName: TextOrNull,
    brokeringUserName: TextOrNull,
    machineName: Text,
    sessionState: StateWord,
    appState: AppStateWord,
    hidden: z.boolean(),
    logonInProgress: z.boolean(),
    logoffInProgress: z.boolean(),
    stateChangedAt: InstantOrNull,
    startedAt: InstantOrNull,
    desktopKind: wordOrNull(["Private", "Shared"]),
    sessionSupport: SupportWord,
  }),
);

export const ConnectionAttempt = exactly<SdkConnectionAttempt>()(
  z.object({
    uid: Uid,
    machineName: TextOrNull,
    userName: TextOrNull,
    brokeredAt: InstantText,
    establishedAt: InstantOrNull,
    endedAt: InstantOrNull,
    failure: TextOrNull,
    disconnected: z.boolean().nullable(),
  }),
);

/** A state outside the three would be no Windows session that a ghost could be told from: the answer is refused. */
export const WindowsSessions = exactly<readonly WindowsSession[]>()(
  z
    .array(
      z.object({
        id: z.number().int().nonnegative(),
        user: TextOrNull,
        state: z.enum(["Active", "Connected", "Disconnected"]),
      }),
    )
    .max(5_000)
    .readonly(),
);
