import * as z from "zod";
import { DEADLINE_ENDS, NO_DEADLINES } from "@/lib/domain/session/deadline";
import { TIMERS } from "@/lib/domain/session/life";
import { LIMIT_SOURCES } from "@/lib/domain/session/limits";
import { IsoInstant } from "./envelope";

/** What ends next of a session, and when; or why nothing does. */
export const Due = z.object({
  at: IsoInstant,
  timer: z.enum(TIMERS),
  becomes: z.enum(DEADLINE_ENDS).describe("what the session becomes when the timer runs out"),
  limitSeconds: z.number(),
  source: z.enum(LIMIT_SOURCES),
  readAt: IsoInstant.describe("when the limit was read"),
  unknown: z.array(z.enum(TIMERS)).describe("timers that run too and whose limits were not read"),
});
export type Due = z.infer<typeof Due>;

export const NothingDue = z.object({
  at: z.null(),
  why: z.enum(NO_DEADLINES),
  unknown: z.array(z.enum(TIMERS)),
});

export const Ends = z.union([Due, NothingDue]);
export type Ends = z.infer<typeof Ends>;
