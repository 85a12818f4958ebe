import { GHOST_CLASSES, type GhostClass } from "@/lib/domain/ghost/classes";
import { parseNames } from "./comma-list";

/** The classes that the parameter `class` names; null means every class. Throws DeskError `invalid`. */
export function parseClasses(text: string | undefined): ReadonlySet<GhostClass> | null {
  const given = parseNames(text, { field: "class", noun: "ghost class", plural: "Classes", names: GHOST_CLASSES });
  return given.length === 0 ? null : new Set(given);
}
