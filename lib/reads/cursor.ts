import { DeskError } from "@/lib/errors";
import { isSortValue, type SortValue } from "./sorting";

/** Where a window ended: the last row's place in the order, so that the next starts right after it whatever came or went. */
export interface Place {
  readonly value: SortValue;
  readonly key: string;
}

/** `of` names the list, its order and its filter: a cursor belongs to the request that gave it. */
export function writeCursor(of: string, place: Place): string {
  return Buffer.from(JSON.stringify([fingerprint(of, place), place.value, place.key])).toString("base64url");
}

/** Throws DeskError `invalid` where the cursor was not written for `of`. */
export function readCursor(of: string, cursor: string): Place {
  const place = parse(cursor);
  if (place && place.mark === fingerprint(of, place)) return { value: place.value, key: place.key };
  throw new DeskError("invalid", "This cursor does not belong to this list, filter and order. Start without one.", {
    field: "cursor",
  });
}

function parse(cursor: string): (Place & { mark: unknown }) | null {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(content) || content.length !== 3) return null;
  const [mark, value, key]: unknown[] = content;
  return isSortValue(value) && typeof key === "string" ? { mark, value, key } : null;
}

/** FNV-1a: tells a mistyped, cut or borrowed cursor; a window is no secret, so it need not withstand an attacker. */
function fingerprint(of: string, { value, key }: Place): number {
  let hash = 0x811c9dc5;
  for (const letter of `${of}\n${typeof value} ${value}\n${key}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
