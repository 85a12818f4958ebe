import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { checkScripts } from "./check-scripts";
import { PINNED_TYPE } from "./code-rules";
import { openGrammar, type Parse } from "./grammar";
import { RULES } from "./refusal";
import { CASES } from "./refusals.fixture";

let parse: Parse;
beforeAll(async () => {
  parse = await openGrammar();
});

const rulesOf = (text: string, file = "probe.ps1") =>
  checkScripts([{ file, text }], "scripts", parse).map(({ rule }) => rule);

describe.each(RULES)("%s", (rule) => {
  it.each(CASES[rule])("refuses: $name", ({ refused }) => {
    expect(rulesOf(refused)).toContain(rule);
  });

  it.each(CASES[rule])("lets pass what only looks like it: $name", ({ passes }) => {
    expect(rulesOf(passes)).toEqual([]);
  });
});

describe("the pinned block", () => {
  const path = new URL(`../scripts/${PINNED_TYPE.file}`, import.meta.url);
  const pinned = readFileSync(path, "latin1").slice(0, -1);
  const compiled = (text: string, file: string = PINNED_TYPE.file) =>
    rulesOf(text, file).filter((rule) => rule === "compiled-code");

  it("may stand in its own file, whatever the line ends", () => {
    expect(compiled(pinned)).toEqual([]);
    expect(compiled(pinned.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it("may not stand in another file, nor with another letter in it, nor twice", () => {
    expect(compiled(pinned, "server.ps1")).toEqual(["compiled-code"]);
    expect(compiled(pinned.replace("wtsapi32.dll", "wtsapi33.dll"))).toEqual(["compiled-code"]);
    expect(compiled(`${pinned}\n${pinned}\n`)).toEqual(["compiled-code"]);
  });

  it("may not be given another parameter beside it", () => {
    expect(compiled(pinned.replace("Add-Type -TypeDefinition", "Add-Type -Language 'CSharp' -TypeDefinition"))).toEqual(
      ["compiled-code"],
    );
  });
});
