import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fittingCitrixCalls, knownCitrixCmdlets, noComputedFilters } from "./citrix-rules";
import { noCompiledCode, noComputedCalls, noTextAsCode } from "./code-rules";
import { commandsOf } from "./command";
import type { Parse } from "./grammar";
import { strictParameters } from "./parameter-rules";
import type { Refusal, Rule, Script } from "./refusal";
import { asciiOnly, noDollarInput, noHiddenDefaults, noNewerSyntax, noParseErrors } from "./syntax-rules";
import { closedTypes, closedVocabulary } from "./vocabulary";

/** Reads every script of a folder and holds it against every rule. */

const RULES_OF_ALL: readonly Rule[] = [
  noParseErrors,
  noNewerSyntax,
  asciiOnly,
  noDollarInput,
  noComputedCalls,
  noTextAsCode,
  noCompiledCode,
  noComputedFilters,
  strictParameters,
  noHiddenDefaults,
  knownCitrixCmdlets,
  fittingCitrixCalls,
  closedVocabulary,
  closedTypes,
];

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** .ps1 and .psm1 of one folder, bytes as Latin-1: what is not ASCII stays visible whatever its encoding. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(folder)
    .filter((file) => /\.psm?1$/i.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "latin1") }));
}

function readSource(source: Source, parse: Parse): Source & Pick<Script, "root" | "commands"> {
  const root = parse(source.text);
  return { ...source, root, commands: commandsOf(root) };
}

/** Refusals of all the files of one folder, each with its file. */
export function checkScripts(
  sources: readonly Source[],
  area: Script["area"],
  parse: Parse,
): (Refusal & { file: string })[] {
  const read = sources.map((source) => readSource(source, parse));
  const functions = new Set(
    read.flatMap(({ root }) => root.descendantsOfType("function_name").map(({ text }) => text.toLowerCase())),
  );
  const given = read.flatMap(({ commands }) => commands.filter(({ splats }) => splats.includes("arguments")));
  const entries = new Set(given.map(({ name }) => (name ?? "").toLowerCase()));
  const siblings = sources.map(({ file }) => file);
  return read.flatMap((own) => {
    const script: Script = { ...own, area, siblings, functions, entries };
    return RULES_OF_ALL.flatMap((rule) => rule(script)).map((refusal) => ({ ...refusal, file: own.file }));
  });
}
