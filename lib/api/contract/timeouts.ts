import * as z from "zod";
import { LIFE_STATES, STANDING_STATES, TIMERS } from "@/lib/domain/session/life";
import { LIMIT_SOURCES } from "@/lib/domain/session/limits";
import { REPLAYED_TIMERS } from "@/lib/domain/session/what-if";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { Due } from "./ends";
import { IsoInstant, NoBody, Nothing, SnapshotEnvelope } from "./envelope";

const Count = z.number().int().min(0);

/** Sessions by their place in the diagram. */
const States = z.record(z.enum(STANDING_STATES), Count);

/** One limit of a group: of its machines where all that were asked agree. */
const GroupLimit = z.object({
  timer: z.enum(TIMERS),
  kind: z.enum(["set", "off", "mixed", "unknown"]),
  seconds: z.number().nullable().describe("the usual one where it is mixed"),
  source: z.enum(LIMIT_SOURCES).nullable(),
  readAt: IsoInstant.nullable(),
  machines: Count.nullable().describe("how many machines said so; null for what belongs to the group"),
});
export type GroupLimit = z.infer<typeof GroupLimit>;

export const TimeoutGroup = z.object({
  key: z.string(),
  name: z.string(),
  sessionSupport: z.string().nullable(),
  sessions: Count,
  states: States,
  limits: z.array(GroupLimit),
  nextAt: IsoInstant.nullable(),
});
export type TimeoutGroup = z.infer<typeof TimeoutGroup>;

export const TimeoutServer = z.object({
  key: z.string(),
  name: z.string(),
  deliveryGroup: z.string().nullable(),
  sessions: Count,
  states: States,
  nextAt: IsoInstant.nullable(),
});

/** A session that something ends. */
export const EndingRow = z.object({
  sessionKey: z.string(),
  user: z.string().nullable(),
  userFullName: z.string().nullable(),
  userKey: z.string().nullable(),
  machine: z.string().nullable(),
  machineKey: z.string().nullable(),
  deliveryGroup: z.string().nullable(),
  life: z.enum(LIFE_STATES),
  due: Due,
  ghostId: z.string().nullable().describe("its open incident"),
});
export type EndingRow = z.infer<typeof EndingRow>;

export const TimeoutsQuery = z.strictObject({
  group: z.string().max(255).optional().describe("delivery group key or name"),
  server: z.string().max(255).optional().describe("machine key or unambiguous name"),
});
export type TimeoutsQuery = z.infer<typeof TimeoutsQuery>;

export const TimeoutsResponse = SnapshotEnvelope.extend({
  sessions: Count,
  states: States,
  apart: z
    .object({ starting: Count, unknown: Count, notBrokered: Count })
    .describe("sessions with no place in the diagram: logging on, application state unknown, at the console or by RDP"),
  flows: z.object({
    since: IsoInstant.nullable().describe("counted since then, an hour at most; null where nothing was counted yet"),
    rows: z.array(z.object({ from: z.enum(LIFE_STATES), to: z.enum(LIFE_STATES), count: Count })),
  }),
  limits: z
    .object({ groupsReadAt: IsoInstant.nullable(), machinesRead: Count, machinesWithSessions: Count })
    .describe("how much of the limits was read"),
  next: z.array(EndingRow).describe("the next hundred"),
  due: Count.describe("sessions with a deadline ahead, in all"),
  overdue: z.object({ count: Count, rows: z.array(EndingRow) }).describe("past their deadline; the oldest twenty"),
  withoutDeadline: z.record(z.string(), Count).describe("sessions by why nothing ends them"),
  standby: z.object({
    sessions: Count.describe("pre-launched and lingering"),
    licences: Count.describe("people who hold a licence by these alone: connected in them and in nothing else"),
    megabytes: Count.describe("sessions times the setting below"),
    megabytesEach: Count.describe("assumed, a setting: nothing the site keeps tells it"),
  }),
  groups: z.array(TimeoutGroup),
  servers: z.array(TimeoutServer).describe("the fifty whose next deadline is the nearest"),
});
export type TimeoutsResponse = z.infer<typeof TimeoutsResponse>;

export const getTimeouts = {
  ...ROUTES.getTimeouts,
  summary: "Sessions by the state of their life, what flows between the states, and what ends next",
  permission: "read",
  params: Nothing,
  query: TimeoutsQuery,
  body: NoBody,
  response: TimeoutsResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;

const Minutes = z.number().min(0).max(525_600).describe("minutes; 0 is off");

export const WhatIfBody = z.strictObject({
  group: z.string().min(1).max(255).describe("delivery group key or name"),
  timers: z
    .strictObject({
      disconnected: Minutes.optional(),
      "pre-launch-disconnect": Minutes.optional(),
      "pre-launch-terminate": Minutes.optional(),
      "linger-disconnect": Minutes.optional(),
      "linger-terminate": Minutes.optional(),
    })
    .describe("the timers to change; others stay as they were read"),
  from: IsoInstant.optional().describe("seven days ago if absent"),
  to: IsoInstant.optional().describe("now if absent"),
});
export type WhatIfBody = z.infer<typeof WhatIfBody>;

const Totals = z.object({
  licencesPeak: Count,
  slotsPeak: Count,
  licencesMean: z.number(),
  slotsMean: z.number(),
});

export const WhatIfResponse = z.object({
  group: z.object({ key: z.string(), name: z.string() }),
  from: IsoInstant,
  to: IsoInstant,
  /** The first moment the history has; later than `from` where the site keeps less. */
  historyFrom: IsoInstant.nullable(),
  sessions: Count,
  timers: z.array(
    z.object({
      timer: z.enum(REPLAYED_TIMERS),
      nowMinutes: z.number().nullable().describe("0 is off; null is not known"),
      thenMinutes: z.number().nullable(),
      source: z.enum(LIMIT_SOURCES).nullable(),
    }),
  ),
  now: Totals,
  changed: Totals,
  logonsMore: Count,
  logonsFewer: Count,
  waitingMinutes: z.number().describe("more waiting for logons, all people together; negative is saved"),
  logonSeconds: z.number().nullable().describe("what a logon takes here in the middle"),
  days: z.number().describe("length of the replayed time in days"),
  series: z.array(
    z.object({
      at: IsoInstant,
      licencesNow: Count,
      licencesThen: Count,
      slotsNow: Count,
      slotsThen: Count,
    }),
  ),
  assumptions: z.array(z.string()).describe("sentences for people"),
});
export type WhatIfResponse = z.infer<typeof WhatIfResponse>;

/** Changes nothing: a question with a body. */
export const askWhatIf = {
  ...ROUTES.askWhatIf,
  summary: "What other timers of a delivery group would have saved or cost, replayed over the site's history",
  permission: "read",
  params: Nothing,
  query: Nothing,
  body: WhatIfBody,
  response: WhatIfResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;
