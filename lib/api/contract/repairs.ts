import * as z from "zod";
import { POWER_ACTIONS, VERB_NAMES } from "@/lib/domain/operation/verbs";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing } from "./envelope";
import { OperationRow } from "./operations";

/** What can be done about one session or one server. */

/** One thing that could be done to a session or machine. */
export const RepairOption = z.object({
  verb: z.enum(VERB_NAMES),
  action: z.enum(POWER_ACTIONS).nullable(),
  refused: z.string().nullable().describe("why it is ruled out now; null where it may be previewed"),
  mayNot: z.string().nullable().describe("why the person asking may not; null where they may"),
  worked: z
    .object({ cleared: z.number().int(), of: z.number().int() })
    .nullable()
    .describe("how often it cleared this class here; null where it was never tried or no ghost stands there"),
});
export type RepairOption = z.infer<typeof RepairOption>;

export const RepairsQuery = z.strictObject({
  session: z.string().max(64).optional(),
  server: z.string().max(255).optional().describe("machine key or unambiguous name"),
});
export type RepairsQuery = z.infer<typeof RepairsQuery>;
export const RepairsResponse = z.object({
  now: IsoInstant,
  primary: z
    .enum(VERB_NAMES)
    .nullable()
    .describe("the least harmful step that may work; null where nothing needs repair"),
  why: z.string().nullable().describe("why the primary step, or why there is none, as a sentence"),
  options: z.array(RepairOption).describe("least harm first"),
  running: z.array(OperationRow).describe("operations under way or unknown on it"),
  last: OperationRow.nullable().describe("the last one that ended within the past hour"),
});
export type RepairsResponse = z.infer<typeof RepairsResponse>;

export const getRepairs = {
  ...{ params: Nothing, body: NoBody, status: 200, mediaType: "application/json" },
  ...ROUTES.getRepairs,
  summary: "What can be done about one session or one server, least harm first",
  permission: "read",
  query: RepairsQuery,
  response: RepairsResponse,
} as const satisfies Endpoint;
