import { literalText, type SyntaxNode, unwrapped, variableName } from "./grammar";

/** A call in a script: its name and what it is given. */

export interface Argument {
  /** Without its dash, as it is written; null: given by its place. */
  readonly parameter: string | null;
  /** Null for a switch. */
  readonly value: SyntaxNode | null;
}

export interface Command {
  readonly node: SyntaxNode;
  /** As it is written; null where it is computed. */
  readonly name: string | null;
  /** `&` or `.` before it. */
  readonly operator: string | null;
  readonly called: SyntaxNode | null;
  readonly args: readonly Argument[];
  /** Names of the variables that are splatted onto it, in lower case. */
  readonly splats: readonly string[];
}

export function commandsOf(root: SyntaxNode): Command[] {
  return root.descendantsOfType("command").map(readCommand);
}

function readCommand(node: SyntaxNode): Command {
  const named = node.namedChildren;
  const operator = named.find(({ type }) => type === "command_invokation_operator")?.text ?? null;
  const called = named.find(({ type }) => type === "command_name" || type === "command_name_expr") ?? null;
  const elements = named.find(({ type }) => type === "command_elements")?.namedChildren ?? [];
  const parts = elements.filter(
    ({ type, text }) => type !== "command_argument_sep" && type !== "redirection" && text !== "",
  );
  return { node, name: nameOf(called), operator, called, ...readParts(parts) };
}

function nameOf(called: SyntaxNode | null): string | null {
  if (called?.type === "command_name") return called.text;
  const only = called?.namedChildren[0];
  if (only?.type === "command_name") return only.text;
  return only ? literalText(only) : null;
}

function readParts(parts: readonly SyntaxNode[]): Pick<Command, "args" | "splats"> {
  const args: Argument[] = [];
  const splats: string[] = [];
  let waiting: string | null = null;
  for (const part of parts) {
    const isParameter = part.type === "command_parameter";
    // A parameter that nothing but another parameter or a splat follows is a switch.
    if (waiting !== null && (isParameter || isSplat(part))) args.push({ parameter: waiting, value: null });
    if (isSplat(part)) splats.push(variableName(part) ?? "");
    else if (!isParameter) args.push({ parameter: waiting, value: part });
    waiting = isParameter ? part.text.slice(1) : null;
  }
  if (waiting !== null) args.push({ parameter: waiting, value: null });
  return { args, splats };
}

function isSplat(node: SyntaxNode): boolean {
  return unwrapped(node).type === "variable" && node.text.startsWith("@");
}

/** The value of a parameter, by its full name in whatever case; undefined where it is not given. */
export function argumentOf({ args }: Command, parameter: string): Argument | undefined {
  return args.find((argument) => argument.parameter?.toLowerCase() === parameter.toLowerCase());
}
