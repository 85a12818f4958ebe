import { functionAround, literalText, type SyntaxNode, unwrapped, variableName } from "./grammar";

/** What a splatted table may hold, read from where it is written down. */

export interface Splat {
  /** Keys that it has from the beginning, in lower case. */
  readonly always: readonly string[];
  /** Keys that are set afterwards, perhaps under a condition. */
  readonly perhaps: readonly string[];
}

/** The table behind `@name` at a call; null where it is not a table written out in the same function. */
export function splatOf(name: string, call: SyntaxNode): Splat | null {
  const uses = functionAround(call)?.descendantsOfType("variable") ?? [];
  const own = uses.filter((node) => variableName(node) === name && !node.text.startsWith("@"));
  const keys = own.map(keysOf);
  const tables = keys.flatMap((each) => (each?.always ? [each.always] : []));
  const [always, ...more] = tables;
  if (always === undefined || more.length > 0 || keys.includes(null)) return null;
  return { always, perhaps: keys.flatMap((each) => each?.perhaps ?? []) };
}

/** What one mention of the variable says of its keys; null where it is more than a table written out or one key of it set. */
function keysOf(use: SyntaxNode): Partial<Splat> | null {
  const written = assignmentTo(use);
  const key = written && memberKey(written.target);
  if (written === null || key === null) return null;
  if (key !== "") return { perhaps: [key] };
  const always = literalKeys(written.value);
  return always && { always };
}

/** The assignment whose left side a variable stands in; null where it is used in any other way. */
function assignmentTo(use: SyntaxNode): { target: SyntaxNode; value: SyntaxNode } | null {
  for (let above: SyntaxNode | null = use.parent; above !== null; above = above.parent) {
    if (above.type === "left_assignment_expression") {
      const [target, operator, value] = above.parent?.namedChildren ?? [];
      return target && value && operator?.text === "=" ? { target, value } : null;
    }
    if (above.type === "pipeline" || above.type === "argument_list") return null;
  }
  return null;
}

/** `$table.Name = …` and `$table['Name'] = …`: the key in lower case; "" for `$table = …`; null for anything else. */
function memberKey(target: SyntaxNode): string | null {
  const inner = unwrapped(target.namedChildren[0] ?? target);
  if (inner.type === "variable") return "";
  if (inner.type !== "member_access" && inner.type !== "element_access") return null;
  const [table, key] = inner.namedChildren;
  if (!table || !key || unwrapped(table).type !== "variable") return null;
  const name = literalText(key.type === "member_name" ? (key.namedChildren[0] ?? key) : key);
  return name === null ? null : name.toLowerCase();
}

function literalKeys(value: SyntaxNode): string[] | null {
  const table = unwrapped(value);
  if (table.type !== "hash_literal_expression") return null;
  const entries = table.namedChildren[0]?.namedChildren ?? [];
  const keys = entries.map(
    (entry) => literalText(entry.namedChildren[0]?.namedChildren[0] ?? entry)?.toLowerCase() ?? null,
  );
  return keys.every((key) => key !== null) ? keys : null;
}
