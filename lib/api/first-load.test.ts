import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** A browser calls endpoints without the schema library: it alone would be more than half of the first-load budget. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OWN = ["lib/api/query.ts", "lib/api/live.ts", "lib/api/sort-fields.ts", "lib/api/iso-duration.ts"];

function filesIn(folder: string): string[] {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/")));
}

/** Modules that a file loads when it runs; types are gone by then. */
function loadedBy(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^"';]*?\bfrom "([^"]+)"|^import "([^"]+)"/gm)].map(
    (match) => {
      const name = match[1] ?? match[2] ?? "";
      const local = name.startsWith("@/") ? name.slice(2) : path.posix.join(path.posix.dirname(file), name);
      return name.startsWith(".") || name.startsWith("@/") ? local : `package:${name}`;
    },
  );
}

function fileOf(module: string): string[] {
  if (module.startsWith("package:")) return [module];
  return [`${module}.ts`, `${module}.tsx`].filter((file) => existsSync(path.join(ROOT, file)));
}

function reachable(starts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...starts];
  for (let file = open.pop(); file; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (file.startsWith("package:")) continue;
    open.push(...loadedBy(file).flatMap(fileOf));
  }
  return seen;
}

it("neither the browser's side of the API nor a component loads a schema", () => {
  const loaded = [...reachable([...OWN, ...filesIn("components")])];
  expect(loaded).toContain("package:@tanstack/react-query");
  expect(loaded).toContain("lib/api/routes.ts");
  expect(loaded.filter((file) => file === "package:zod" || file.startsWith("lib/api/contract/"))).toEqual([]);
});

it("would notice: the contracts do load it", () => {
  expect([...reachable(["lib/api/contract/users.ts"])]).toContain("package:zod");
});

it("no page loads the chart library with itself: a chart comes when it is shown", () => {
  const loaded = [...reachable(filesIn("app").filter((file) => file.endsWith(".tsx")))];
  expect(loaded).toContain("components/timeouts/timeouts-view.tsx");
  expect(loaded).not.toContain("package:recharts");
  expect([...reachable(["components/charts/time-chart.tsx"])]).toContain("package:recharts");
});
