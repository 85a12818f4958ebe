import { createHash } from "node:crypto";
import { argumentOf, type Command, commandsOf } from "./command";
import { literalText, type SyntaxNode, unwrapped, variableName } from "./grammar";
import { type Rule, refuse, type Script } from "./refusal";

/** Nothing is ever made into code: no computed calls, no text that is run, no compiled code but one pinned block. */

/** `. (Join-Path -Path $PSScriptRoot -ChildPath 'own-file.ps1')`, the one way of loading a file. */
function loadsOwnFile({ operator, called }: Command, { siblings }: Script): boolean {
  if (operator !== "." || !called) return false;
  const [join, ...others] = commandsOf(called);
  if (join?.name !== "Join-Path" || others.length > 0 || join.args.length !== 2) return false;
  if (called.text.trim() !== `(${join.node.text.trim()})`) return false;
  const folder = argumentOf(join, "Path")?.value;
  const file = argumentOf(join, "ChildPath")?.value;
  if (!folder || variableName(folder) !== "psscriptroot" || !file) return false;
  return siblings.includes(literalText(file) ?? "");
}

export const noComputedCalls: Rule = (script) => {
  const calls = script.commands.filter((command) => command.operator !== null && !loadsOwnFile(command, script));
  return calls.map(({ node }) => refuse("computed-call", node, `a computed call: ${node.text.slice(0, 60)}`));
};

const RUNS_TEXT = /^(invoke-expression|iex|set-alias|sal|new-alias|nal|import-alias|ipal|invoke-history|ihy|r|icm)$/i;
/** Members that run a block or a text whatever it came from. */
const RUNNING_MEMBERS =
  /^(invoke|invokereturnasis|invokewithcontext|invokescript|newscriptblock|expandstring|addcommand|createpipeline|createnestedpipeline|getsteppablepipeline|getnewclosure|parseinput|parsefile)$/i;

export const noTextAsCode: Rule = (script) => {
  const commands = script.commands.filter(({ name }) => name !== null && RUNS_TEXT.test(name.replaceAll("`", "")));
  const members = script.root.descendantsOfType("invokation_expression").filter((node) => runsText(node));
  const blocks = script.area === "scripts" ? script.commands.filter(runsComputedBlock) : [];
  return [...commands.map(({ node }) => node), ...members, ...blocks.map(({ node }) => node)].map((node) =>
    refuse("text-as-code", node, `runs what it is given: ${node.text.slice(0, 60)}`),
  );
};

function runsText(call: SyntaxNode): boolean {
  const member = call.namedChildren.find(({ type }) => type === "member_name");
  const name = member?.namedChildren[0];
  if (!name) return false;
  if (name.type !== "simple_name") return true;
  if (/^create$/i.test(name.text))
    return /^\[(system\.management\.automation\.)?scriptblock\]$/i.test(call.namedChildren[0]?.text ?? "");
  if (/^addscript$/i.test(name.text))
    return !isWrittenOut(call.namedChildren.find(({ type }) => type === "argument_list"));
  return RUNNING_MEMBERS.test(name.text);
}

/** One block, or one text that means what it says, between the brackets. */
function isWrittenOut(list: SyntaxNode | undefined): boolean {
  const given = list?.descendantsOfType("argument_expression") ?? [];
  const only = list?.namedChildren[0]?.namedChildren ?? [];
  const inner = only[0] && unwrapped(only[0]);
  const kinds = ["script_block_expression", "verbatim_string_characters", "verbatim_here_string_characters"];
  return given.length > 0 && only.length === 1 && inner !== undefined && kinds.includes(inner.type);
}

/** -ScriptBlock takes a block that stands there, and nothing else. */
function runsComputedBlock(command: Command): boolean {
  const given = command.args.filter(
    ({ parameter }) =>
      parameter !== null &&
      /^(scriptblock|script|command|file|filepath|process|begin|end|initscript)$/i.test(parameter),
  );
  return given.some(({ value }) => !value || unwrapped(value).type !== "script_block_expression");
}

/** The one block of compiled code: the file it stands in and the SHA-256 of its text, line ends as in the repository. */
export const PINNED_TYPE = {
  file: "windows-sessions.ps1",
  sha256: "3eedc0fe86315859e99bf03bdf68b8c95f75fcf91b74c87f7c49c365c433527a",
} as const;

export const noCompiledCode: Rule = (script) => {
  const commands = script.commands.filter(({ name }) => name?.replaceAll("`", "").toLowerCase() === "add-type");
  return commands
    .filter((command, index) => index > 0 || !isPinned(command, script))
    .map(({ node }) => refuse("compiled-code", node, "Add-Type other than the pinned block"));
};

function isPinned(command: Command, { file, area }: Script): boolean {
  const source = argumentOf(command, "TypeDefinition")?.value;
  if (
    area !== "scripts" ||
    file !== PINNED_TYPE.file ||
    command.args.length !== 1 ||
    command.splats.length > 0 ||
    !source
  )
    return false;
  return unwrapped(source).type === "verbatim_here_string_characters" && hashOf(source.text) === PINNED_TYPE.sha256;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}
