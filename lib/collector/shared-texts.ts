/** One string for many equal ones: user names, machines, groups and states repeat in tens of thousands of records. */

/** Forgotten as a whole beyond this: texts that are in use then are shared again as they come by. */
const TEXTS_MAX = 500_000;
/** Fields whose texts other records have too; a client's address or a session's key stands once, and sharing it would only cost. */
const SHARED = new Set(
  `user userKey userFullName userSource machine machineKey deliveryGroup deliveryGroupKey sessionSupport sessionType state appState
  clientVersion clientPlatform protocol connectionMode account fullName domain catalog hypervisor agentVersion osType controller
  registration power fault`.split(/\s+/),
);
const texts = new Map<string, string>();

function share(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= TEXTS_MAX) texts.clear();
  texts.set(text, text);
  return text;
}

/** The same record with its repeated texts replaced by shared ones. Changes it in place: it must not be in use yet. */
export function shareTexts<TRecord extends object>(record: TRecord): TRecord {
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === "string" && SHARED.has(name)) Object.assign(record, { [name]: share(value) });
  }
  return record;
}
