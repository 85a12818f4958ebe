import * as z from "zod";
import { fitsEverybody } from "@/lib/domain/ghost/accounts";
import { ENTRY_LENGTH_MOST, ROW_ID_MOST } from "@/lib/domain/ghost/setting-rule";
import { SETTINGS, type SettingName } from "@/lib/domain/settings";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing } from "./envelope";

/**
 * What the rules go by and how much may be done. Everybody may read it, since screens print the graces; administrators change it, and
 * every change is audited.
 */

function schemaOf(name: SettingName) {
  const rule = SETTINGS[name];
  switch (rule.kind) {
    case "number": {
      const kind = rule.unit === "per hour" ? "a whole number per hour" : `a whole number of ${rule.unit}`;
      const error = `“${rule.label}” is ${kind} from ${rule.least} to ${rule.most}.`;
      return z.int({ error }).min(rule.least, error).max(rule.most, error).describe(`${rule.unit}; ${rule.help}`);
    }
    case "numbers": {
      const error = `“${rule.label}” is a list of at most ${rule.most} row ids, each a whole number from 0 on.`;
      const id = z.int({ error }).min(0, error).max(ROW_ID_MOST, error);
      return z.array(id, { error }).max(rule.most, error).describe(rule.help);
    }
    case "texts": {
      const error = `“${rule.label}” is a list of at most ${rule.most} names, each of 1 to ${ENTRY_LENGTH_MOST} characters.`;
      const everybody = `“${rule.label}”: a name of stars alone would exclude everybody.`;
      const name = z
        .string({ error })
        .trim()
        .min(1, error)
        .max(ENTRY_LENGTH_MOST, error)
        .refine((text) => !fitsEverybody(text), everybody);
      return z.array(name, { error }).max(rule.most, error).describe(rule.help);
    }
    case "flag":
      return z.boolean({ error: `“${rule.label}” is true or false.` }).describe(rule.help);
  }
}

interface SchemaOfKind {
  readonly number: z.ZodNumber;
  readonly numbers: z.ZodArray<z.ZodNumber>;
  readonly texts: z.ZodArray<z.ZodString>;
  readonly flag: z.ZodBoolean;
}
type SchemaOf<TName extends SettingName> = SchemaOfKind[(typeof SETTINGS)[TName]["kind"]];

const shape = Object.fromEntries(
  (Object.keys(SETTINGS) as SettingName[]).map((name) => [name, schemaOf(name)]),
  // schemaOf makes for each name what SchemaOf says, by the same table.
) as unknown as { [TName in SettingName]: SchemaOf<TName> };

export const SettingsValues = z.strictObject(shape);
export type SettingsValues = z.infer<typeof SettingsValues>;

export const SettingsResponse = z.object({
  settings: SettingsValues,
  changed: z
    .record(z.string(), z.object({ at: IsoInstant, by: z.string() }))
    .describe("who changed which setting last; a setting that is not named stands at its default"),
});
export type SettingsResponse = z.infer<typeof SettingsResponse>;

const json = { params: Nothing, query: Nothing, status: 200, mediaType: "application/json" } as const;

export const getSettings = {
  ...json,
  ...ROUTES.getSettings,
  summary: "The settings of the ghost rules and of actions",
  permission: "read",
  body: NoBody,
  response: SettingsResponse,
} as const satisfies Endpoint;

export const changeSettings = {
  ...json,
  ...ROUTES.changeSettings,
  summary: "Change settings; what is not named stays as it is",
  permission: "manage-settings",
  body: z.object(shape).partial(),
  response: SettingsResponse,
} as const satisfies Endpoint;
