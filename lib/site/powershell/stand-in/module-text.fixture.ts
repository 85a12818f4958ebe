import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";
import { byName, type SetParameter } from "./reference-sets.fixture";

/** Reads functions out of a module's text with a grammar of PowerShell, where there is no PowerShell to ask. */

const TYPES: Readonly<Record<string, string>> = {
  string: "System.String",
  "string[]": "System.String[]",
  bool: "System.Boolean",
  int: "System.Int32",
  long: "System.Int64",
  guid: "System.Guid",
  datetime: "System.DateTime",
  timespan: "System.TimeSpan",
  hashtable: "System.Collections.Hashtable",
  switch: "System.Management.Automation.SwitchParameter",
  "object[]": "System.Object[]",
};

export async function parseModule(text: string): Promise<Node> {
  const require = createRequire(import.meta.url);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")));
  const tree = parser.parse(text);
  if (!tree) throw new Error("The grammar gave no tree");
  return tree.rootNode;
}

export function functionsOf(root: Node): Map<string, Node> {
  const found = root.descendantsOfType("function_statement").flatMap((node) => (node ? [node] : []));
  return new Map(found.map((node) => [node.descendantsOfType("function_name")[0]?.text ?? "", node]));
}

interface ReadParameter {
  readonly attributes: readonly string[];
  readonly parameter: Omit<SetParameter, "mandatory" | "position" | "byValue" | "byPropertyName">;
}

function parametersOf(node: Node): ReadParameter[] {
  return node.descendantsOfType("script_parameter").flatMap((each) => {
    const attributes = (each?.descendantsOfType("attribute") ?? []).map((attribute) => attribute?.text ?? "");
    const type = attributes.findLast((text) => !text.includes("("))?.slice(1, -1) ?? "";
    const plain = type.replace(/^System\.Nullable\[(.*)\]$/, "$1");
    const name = each?.descendantsOfType("variable").at(-1)?.text.slice(1) ?? "";
    return [{ attributes, parameter: { name, type: TYPES[plain] ?? plain } }];
  });
}

/** Sets in the order in which they are first named. */
export function setsOf(node: Node): SetParameter[][] {
  const parameters = parametersOf(node);
  const named = parameters.flatMap(({ attributes }) =>
    attributes.flatMap((text) => /ParameterSetName = '(\w+)'/.exec(text)?.[1] ?? []),
  );
  const names = named.length === 0 ? [null] : [...new Set(named)];
  return names.map((set) =>
    parameters
      .flatMap(({ attributes, parameter }) => {
        const declared = attributes.filter((text) => text.startsWith("[Parameter("));
        const own = declared.find((text) => set !== null && text.includes(`ParameterSetName = '${set}'`));
        const elsewhere = declared.some((text) => text.includes("ParameterSetName"));
        if (elsewhere && !own) return [];
        const text = own ?? declared[0] ?? "";
        const position = /Position = (\d+)/.exec(text)?.[1];
        return [
          {
            ...parameter,
            mandatory: text.includes("Mandatory = $true"),
            position: position === undefined ? null : Number(position),
            byValue: /ValueFromPipeline = \$true/.test(text),
            byPropertyName: text.includes("ValueFromPipelineByPropertyName = $true"),
          },
        ];
      })
      .sort(byName),
  );
}
