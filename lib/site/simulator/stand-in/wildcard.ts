/** PowerShell's wildcards (about_Wildcards): `*`, `?`, `[a-c]`, and a backtick before what is meant literally. */

const SPECIAL = /[*?[`]/;

export function isPattern(text: string): boolean {
  return SPECIAL.test(text);
}

/** Matches the whole text, whatever its case. Made of single tokens, each of which matches one character or any run of them. */
export function wildcard(pattern: string): (text: string) => boolean {
  const source = [...pattern.matchAll(/`(.)|\[([^\]]+)\]|([\s\S])/gu)].map(([, literal, set, one]) => {
    if (literal !== undefined) return escapeForRegExp(literal);
    if (set !== undefined) return `[${set.replaceAll(/[\\^\]]/g, "\\$&")}]`;
    if (one === "*") return "[\\s\\S]*";
    return one === "?" ? "[\\s\\S]" : escapeForRegExp(one ?? "");
  });
  // Runs of stars would make the expression slow and mean no more than one.
  const expression = new RegExp(`^${source.join("").replaceAll(/(\[\\s\\S\]\*)+/g, "[\\s\\S]*")}$`, "iu");
  return (text) => expression.test(text);
}

function escapeForRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
