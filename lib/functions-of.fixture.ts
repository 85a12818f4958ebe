/** The functions of a source file and how long they are, for the architecture test. */

export interface Block {
  readonly name: string;
  readonly lines: number;
  /** Named as a component is. */
  readonly component: boolean;
}

/** A line that opens the body of a function, and what closes it: statements in braces, or one expression in brackets. */
const OPENS_STATEMENTS = /(=>|\)(: .*\S)?|^\s*\}) \{$/;
const OPENS_EXPRESSION = /=> \($/;
const CONTROL = /^\s*(\} )?(if|for|while|switch|catch|else)\b/;
const NAME = /\b(?:function\*?|const|let) (\w+)|^\s*(?:[a-z]+ )*\*?(#?\w+)[(<]/;

function closerOf(line: string): "}" | ")" | null {
  if (OPENS_STATEMENTS.test(line)) return "}";
  return OPENS_EXPRESSION.test(line) ? ")" : null;
}

const indentOf = (line: string) => /^\s*/.exec(line)?.[0] ?? "";

/**
 * Functions of every kind (methods, arrows, callbacks) by indentation: the formatter guarantees that a body ends where a line closes
 * at the indentation of the line that opened it, and that a signature of several lines begins at the same one.
 */
export function functionsOf(text: string): Block[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const close = closerOf(line);
    if (close === null) return [];
    const indent = indentOf(line);
    const isSignature = (other = "") => indentOf(other) === indent && !/^[)}\]>]/.test(other.trimStart());
    const start = isSignature(line) ? index : lines.findLastIndex((other, at) => at < index && isSignature(other));
    const first = lines[start] ?? line;
    if (CONTROL.test(line) || CONTROL.test(first)) return [];
    const end = lines.findIndex((other, at) => at > index && other.startsWith(`${indent}${close}`));
    const match = NAME.exec(first);
    const name = match?.[1] ?? match?.[2] ?? "";
    return end < 0 ? [] : [{ name, lines: end - start + 1, component: /^[A-Z]/.test(name) }];
  });
}
