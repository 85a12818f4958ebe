import type { Command } from "./command";
import type { SyntaxNode } from "./grammar";
import { lineOf } from "./grammar";

/** What the check refuses; each name has a script that triggers it (refusals.test.ts). */
export const RULES = [
  "parse-error",
  "newer-syntax",
  "non-ascii",
  "dollar-input",
  "computed-call",
  "text-as-code",
  "compiled-code",
  "computed-filter",
  "loose-parameter",
  "hidden-default",
  "unknown-command",
  "unknown-type",
  "unknown-citrix-cmdlet",
  "unknown-citrix-parameter",
  "no-parameter-set",
  "unseen-splat",
  "unbounded-read",
  "unlogged-act",
] as const;
export type RuleName = (typeof RULES)[number];

export interface Refusal {
  readonly rule: RuleName;
  /** From 1. */
  readonly line: number;
  readonly what: string;
}

export function refuse(rule: RuleName, node: SyntaxNode, what: string): Refusal {
  return { rule, line: lineOf(node), what };
}

/** A script and what the check knows of the folder around it. */
export interface Script {
  /** Its name without a folder. */
  readonly file: string;
  readonly text: string;
  readonly root: SyntaxNode;
  /** Every call in it, read once. */
  readonly commands: readonly Command[];
  readonly area: "scripts" | "stand-in";
  /** Names of the files of the same folder. */
  readonly siblings: readonly string[];
  /** Names of the functions that the folder's files define, in lower case. */
  readonly functions: ReadonlySet<string>;
  /** Those of them that are given the arguments of a request as they came. */
  readonly entries: ReadonlySet<string>;
}

export type Rule = (script: Script) => Refusal[];
