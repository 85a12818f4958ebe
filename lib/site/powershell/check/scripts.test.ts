import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { checkScripts, sourcesIn } from "./check-scripts";
import { commandsOf } from "./command";
import { openGrammar, type Parse } from "./grammar";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const SCRIPTS = path.join(HERE, "scripts");

let parse: Parse;
beforeAll(async () => {
  parse = await openGrammar();
});

describe("the scripts", () => {
  it("hold nothing that is refused", () => {
    const sources = sourcesIn(SCRIPTS);
    expect(sources.length).toBeGreaterThan(10);
    expect(checkScripts(sources, "scripts", parse)).toEqual([]);
  });

  it("are all loaded by bridge.ps1, each once", () => {
    const bridge = sourcesIn(SCRIPTS).find(({ file }) => file === "bridge.ps1")?.text ?? "";
    const loaded = [...bridge.matchAll(/-ChildPath '([^']+)'/g)].map((match) => match[1] ?? "");
    const others = sourcesIn(SCRIPTS).map(({ file }) => file);
    expect(["bridge.ps1", ...loaded].sort()).toEqual(others);
  });

  it("stop no service and restart no other than the broker agent", () => {
    const commands = sourcesIn(SCRIPTS).flatMap(({ text }) => commandsOf(parse(text)));
    const services = commands.filter(({ name }) => /-Service$/.test(name ?? "")).map(({ node }) => node.text);
    expect([...new Set(services)].sort()).toEqual([
      "Get-Service -Name 'BrokerAgent'",
      "Restart-Service -Name 'BrokerAgent' -Force",
    ]);
  });
});

describe("the stand-in", () => {
  it("holds nothing that is refused", () => {
    const sources = sourcesIn(path.join(HERE, "stand-in"));
    expect(sources.length).toBeGreaterThan(0);
    expect(checkScripts(sources, "stand-in", parse)).toEqual([]);
  });
});
