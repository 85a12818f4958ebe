import * as z from "zod";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing } from "./envelope";

/** The practice site's controls: administrators only, and 404 where the site is not simulated. */

/** An ISO 8601 duration in days, hours, minutes and seconds, such as PT15M or P1DT2H. */
export const IsoDuration = z
  .string()
  .regex(/^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, "Write a duration such as PT15M or P1D.");

export const ScenarioRow = z.object({
  name: z.string(),
  kind: z.enum(["ghost", "look-alike", "plumbing"]),
  /** What a person would see, without saying which session it is. */
  summary: z.string(),
  running: z.boolean(),
  startedAt: IsoInstant.nullable(),
  /** When it ends by itself; site time, plumbing faults real time. */
  endsAt: IsoInstant.nullable(),
});
export type ScenarioRow = z.infer<typeof ScenarioRow>;

const practice = {
  permission: "run-practice",
  params: Nothing,
  query: Nothing,
  body: NoBody,
  status: 200,
  mediaType: "application/json",
} as const;
const named = z.object({ name: z.string().max(64) });

export const listScenarios = {
  ...practice,
  ...ROUTES.listScenarios,
  summary: "The practice site's scenarios, and its clock",
  response: z.object({ now: IsoInstant, scenarios: z.array(ScenarioRow) }),
} as const satisfies Endpoint;

export const startScenario = {
  ...practice,
  ...ROUTES.startScenario,
  summary: "Start a scenario; never says which session it broke",
  params: named,
  body: z
    .object({
      count: z.number().int().min(1).max(1000).optional().describe("how many sessions or machines it touches"),
      at: IsoInstant.optional().describe("site time to start at; now unless said"),
      for: IsoDuration.optional().describe("how long it lasts; faults of the plumbing PT2M unless said"),
    })
    .optional(),
  response: z.object({ scenario: z.string(), startedAt: IsoInstant }),
  status: 202,
} as const satisfies Endpoint;

export const endScenario = {
  ...practice,
  ...ROUTES.endScenario,
  summary: "End a scenario",
  params: named,
  response: NoBody,
  status: 204,
} as const satisfies Endpoint;

export const advanceClock = {
  ...practice,
  ...ROUTES.advanceClock,
  summary: "Move the practice site's clock; answers once everything in between has happened. At most P14D",
  body: z.object({ advance: IsoDuration }),
  response: z.object({ now: IsoInstant }),
} as const satisfies Endpoint;
