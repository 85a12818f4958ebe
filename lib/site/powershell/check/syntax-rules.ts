import { argumentOf } from "./command";
import type { SyntaxNode } from "./grammar";
import { type Refusal, type Rule, refuse } from "./refusal";

/** What Windows PowerShell 5.1 would not read, or would read in another way than PowerShell 7. */

/** The grammar does not know what came after 5.1: `? :`, `??`, `?.` are errors to it. */
export const noParseErrors: Rule = ({ root }) => {
  const wrong: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.isError || node.isMissing) wrong.push(node);
    else if (node.hasError) for (const child of node.children) visit(child);
  };
  visit(root);
  return wrong.map((node) => refuse("parse-error", node, `does not parse: ${node.text.slice(0, 60)}`));
};

/** Variables of PowerShell 6 and later: under strict mode their absence in 5.1 is an error. */
const NEWER_VARIABLES = /^\$(global:)?(IsWindows|IsLinux|IsMacOS|IsCoreCLR|PSStyle|EnabledExperimentalFeatures)$/i;
const NEWER_SWITCHES = ["Parallel", "ThrottleLimit", "AsJob", "TimeoutSeconds"];

export const noNewerSyntax: Rule = ({ root, commands }) => {
  const chains = root.descendantsOfType("pipeline_chain_tail");
  const variables = root.descendantsOfType("variable").filter(({ text }) => NEWER_VARIABLES.test(text));
  const loops = commands.filter(
    (command) =>
      command.name?.toLowerCase() === "foreach-object" && NEWER_SWITCHES.some((name) => argumentOf(command, name)),
  );
  return [...chains, ...variables, ...loops.map(({ node }) => node)].map((node) =>
    refuse("newer-syntax", node, `${node.text.slice(0, 60)} is newer than Windows PowerShell 5.1`),
  );
};

/** Windows PowerShell reads a file without a byte-order mark in the code page of the machine. */
export const asciiOnly: Rule = ({ text }) =>
  text.split("\n").flatMap((line, index): Refusal[] => {
    const found = /[^\t\r\x20-\x7e]/.exec(line);
    if (!found) return [];
    return [{ rule: "non-ascii", line: index + 1, what: `U+${found[0].codePointAt(0)?.toString(16)} is not ASCII` }];
  });

/** A script that mentions it has its standard input read by PowerShell itself, before it can. */
export const noDollarInput: Rule = ({ root }) =>
  root
    .descendantsOfType("variable")
    .filter(({ text }) => /^[$@]input$/i.test(text))
    .map((node) => refuse("dollar-input", node, "PowerShell would read the requests itself"));

const DEFAULTS = /^\$(global:|script:)?PSDefaultParameterValues$/i;
const ALLOWED_DEFAULTS = new Set(["'*-Broker*:AdminAddress'", "'*-Log*:AdminAddress'"]);

/** Default values are parameters that no call shows. */
export const noHiddenDefaults: Rule = ({ root, area }) => {
  if (area !== "scripts") return [];
  return root
    .descendantsOfType("variable")
    .filter(({ text }) => DEFAULTS.test(text))
    .filter(({ parent }) => {
      const key = parent?.type === "element_access" ? parent.namedChildren[1]?.text : undefined;
      return key === undefined || !ALLOWED_DEFAULTS.has(key);
    })
    .map((node) => refuse("hidden-default", node, "a default value for a parameter other than AdminAddress"));
};
