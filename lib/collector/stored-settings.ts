import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { log } from "@/lib/log";

/** Which of the stored settings somebody reads. */
export interface SettingsTable<TName extends string> {
  isName(name: string): name is TName;
  isAllowed(name: TName, value: unknown): boolean;
  /** Names that belong to another table: passed over without a word. */
  isElsewhere(name: string): boolean;
}

/**
 * The settings of one table that somebody changed on that site, by name. One that is unknown or out of its bounds is ignored, with one
 * line in the log for all of these.
 */
export async function readStored<TName extends string>(
  desk: Desk | DeskTransaction,
  siteId: string,
  table: SettingsTable<TName>,
): Promise<Partial<Record<TName, unknown>>> {
  const rows = await desk.setting.findMany({ where: { siteId }, orderBy: { name: "asc" } });
  const values: Partial<Record<TName, unknown>> = {};
  const ignored: string[] = [];
  for (const { name, value: json } of rows.filter((row) => !table.isElsewhere(row.name))) {
    const value = parseJson(json);
    if (table.isName(name) && table.isAllowed(name, value)) values[name] = value;
    else ignored.push(name);
  }
  if (ignored.length > 0) log.warn({ event: "settings.ignored", names: ignored });
  return values;
}

/** Undefined, which no setting allows, where the text is no JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
