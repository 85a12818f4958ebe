import { SDK_REFERENCE, type SdkCmdlet, type SdkParameter } from "../sdk-reference";
import { argumentOf, type Command } from "./command";
import { functionAround, type SyntaxNode, unwrapped } from "./grammar";
import { type Refusal, type Rule, refuse, type Script } from "./refusal";
import { type Splat, splatOf } from "./splat";

/** Every call of a Citrix cmdlet against the published reference: nothing that it does not know, nothing that no set of it takes. */

const CITRIX_NAME = /^[a-z]+-(broker|log|admin|monitor|config|hyp|prov|acct|sf|envtest)[a-z]/i;
const REFERENCE = new Map(Object.entries(SDK_REFERENCE).map(([name, cmdlet]) => [name.toLowerCase(), cmdlet]));
/** Parameters that every cmdlet has and that change nothing of what is done. */
const COMMON = ["erroraction", "warningaction"];

interface CitrixCall {
  readonly command: Command;
  readonly cmdlet: SdkCmdlet;
  /** Parameters that are given in any case, in lower case. */
  readonly always: readonly string[];
  readonly perhaps: readonly string[];
}

function citrixCommands({ commands, area }: Script): readonly Command[] {
  if (area !== "scripts") return [];
  return commands.filter(({ name }) => name !== null && CITRIX_NAME.test(name));
}

export const knownCitrixCmdlets: Rule = (script) => {
  const definitions = script.area === "scripts" ? script.root.descendantsOfType("function_name") : [];
  const own = definitions.filter(({ text }) => CITRIX_NAME.test(text));
  const unknown = citrixCommands(script).filter(({ name }) => !REFERENCE.has((name ?? "").toLowerCase()));
  return [
    ...own.map((node) => refuse("unknown-citrix-cmdlet", node, `${node.text} would stand before a cmdlet of Citrix`)),
    ...unknown.map(({ node, name }) => refuse("unknown-citrix-cmdlet", node, `the reference knows no ${name}`)),
  ];
};

export const fittingCitrixCalls: Rule = (script) =>
  citrixCommands(script).flatMap((command) => {
    const cmdlet = REFERENCE.get((command.name ?? "").toLowerCase());
    if (!cmdlet) return [];
    const splats = command.splats.map((name) => splatOf(name, command.node));
    if (splats.some((splat) => splat === null)) {
      return [
        refuse("unseen-splat", command.node, `${command.name} is given a table that is not written out beside it`),
      ];
    }
    return faultsOf(
      callOf(
        command,
        cmdlet,
        splats.filter((splat) => splat !== null),
      ),
    );
  });

function callOf(command: Command, cmdlet: SdkCmdlet, splats: readonly Splat[]): CitrixCall {
  const named = command.args.map(({ parameter }) => (parameter ?? "").toLowerCase());
  const always = [...named, ...splats.flatMap((splat) => splat.always)].filter((name) => !COMMON.includes(name));
  return { command, cmdlet, always, perhaps: splats.flatMap((splat) => splat.perhaps) };
}

function faultsOf(call: CitrixCall): Refusal[] {
  const { command, cmdlet, always, perhaps } = call;
  const given = [...always, ...perhaps];
  const strange = given.filter((name) => !cmdlet.sets.some((set) => has(set, name)));
  if (strange.length > 0) {
    const names = strange.map((name) => name || "a value without a name").join(", ");
    return [refuse("unknown-citrix-parameter", command.node, `${command.name} has no ${names}`)];
  }
  const set = cmdlet.sets.find((each) => fits(each, always, perhaps));
  const isTwice = new Set(given).size < given.length;
  if (!set || isTwice)
    return [refuse("no-parameter-set", command.node, `no set of ${command.name} takes ${given.join(", ")}`)];
  return [...unbounded(call, set), ...unlogged(call)];
}

const has = (set: readonly SdkParameter[], name: string) => set.some((each) => each.name.toLowerCase() === name);

function fits(set: readonly SdkParameter[], always: readonly string[], perhaps: readonly string[]): boolean {
  const takes = [...always, ...perhaps].every((name) => has(set, name));
  return takes && set.every(({ name, mandatory }) => !mandatory || always.includes(name.toLowerCase()));
}

/** Without a limit of its own a read ends after 250 rows, with no more than a warning. */
function unbounded({ command, always }: CitrixCall, set: readonly SdkParameter[]): Refusal[] {
  if (!has(set, "maxrecordcount") || always.includes("maxrecordcount")) return [];
  return [refuse("unbounded-read", command.node, `${command.name} without -MaxRecordCount`)];
}

/** What can stand in the site's own log has to stand there, under the operation's id. */
function unlogged({ command, cmdlet, always, perhaps }: CitrixCall): Refusal[] {
  const isAct = cmdlet.sets.some((set) => has(set, "loggingid"));
  if (!isAct || always.includes("loggingid") || perhaps.includes("loggingid")) return [];
  return [refuse("unlogged-act", command.node, `${command.name} without -LoggingId`)];
}

const COMPARISON = String.raw`[A-Z]\w* -(eq|ne|gt|ge|lt|le) \$([a-z]\w*)`;
const FILTER_BLOCK = new RegExp(String.raw`^\{ ${COMPARISON}( -and ${COMPARISON})* \}$`);

/** A filter is a language of its own: it may compare properties with numbers and instants that the function holds as such. */
export const noComputedFilters: Rule = (script) =>
  script.commands.flatMap((command) => {
    if (script.functions.has((command.name ?? "").toLowerCase())) return [];
    const splatted = command.splats.some((name) =>
      splatOf(name, command.node)?.always.some((key) => key === "filter" || key === "command"),
    );
    const given = [argumentOf(command, "Filter"), argumentOf(command, "Command")].filter(
      (argument) => argument !== undefined,
    );
    const wrong = given.some(({ value }) => !value || !isPlainFilter(value, command.node));
    if (!splatted && !wrong) return [];
    return [refuse("computed-filter", command.node, `${command.name} is given a filter that is not written out`)];
  });

function isPlainFilter(value: SyntaxNode, call: SyntaxNode): boolean {
  const inner = unwrapped(value);
  if (inner.type === "verbatim_string_characters") return true;
  if (inner.type !== "script_block_expression" || !FILTER_BLOCK.test(inner.text)) return false;
  return inner.descendantsOfType("variable").every(({ text }) => isNumberOrInstant(text.toLowerCase(), call));
}

/** Declared with its type, as a parameter or where it is first set. */
function isNumberOrInstant(variable: string, call: SyntaxNode): boolean {
  const around = functionAround(call);
  const declarations = around?.descendantsOfType(["script_parameter", "cast_expression"]) ?? [];
  return declarations.some(
    (node) =>
      node.namedChildren.at(-1)?.text.toLowerCase() === variable &&
      node.descendantsOfType("type_literal").some(({ text }) => /^\[(int|long|datetime)\]$/i.test(text)),
  );
}

/** Whether a node lies inside of a filter: its words are no commands. */
export function isInFilter(node: SyntaxNode): boolean {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type === "script_block_expression" && FILTER_BLOCK.test(above.text)) return true;
  }
  return false;
}
