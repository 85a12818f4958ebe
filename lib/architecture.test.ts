import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { functionsOf } from "./functions-of.fixture";

/** The architecture as data: who may import whom, how long things may get, what may never be called. */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TOP = ["app", "components", "lib", "e2e", "scripts", "bench"];
const ROOT_FILES = ["instrumentation.ts", "proxy.ts", "next.config.ts"];

/** Layers from the inside out. A file may import its own layer and those named; packages are named where they are barred. */
const BASE = ["lib/env", "lib/clock", "lib/errors", "lib/log", "lib/metrics", "lib/desk"];
const INSIDE = ["lib/domain", ...BASE, "lib/audit", "lib/auth", "lib/site", "lib/storefront"];
const LAYERS: Record<string, { may: string[]; packages?: RegExp }> = {
  "lib/domain": { may: ["lib/domain"], packages: /^$/ },
  "lib/env": { may: ["lib/errors"] },
  "lib/clock": { may: [] },
  "lib/errors": { may: [] },
  "lib/log": { may: [] },
  "lib/metrics": { may: ["lib/clock"] },
  "lib/desk": { may: ["lib/domain", ...BASE, "prisma/generated"] },
  "lib/audit": { may: ["lib/domain", ...BASE, "prisma/generated"] },
  "lib/auth": { may: ["lib/domain", ...BASE, "lib/audit"] },
  "lib/site": { may: ["lib/domain", ...BASE, "prisma/generated"] },
  "lib/storefront": { may: ["lib/domain", ...BASE] },
  "lib/collector": { may: INSIDE },
  "lib/api": { may: ["lib/domain", "lib/api"], packages: /^(zod|@tanstack\/react-query|react)$/ },
  "lib/reads": { may: [...INSIDE, "lib/collector", "lib/api"] },
  "lib/operations": { may: [...INSIDE, "lib/collector", "lib/api"] },
  "lib/http": { may: [...INSIDE, "lib/collector", "lib/api", "lib/reads", "lib/operations"] },
  components: { may: ["components", "lib/api", "lib/domain"] },
  app: { may: ["components", "lib", "app"] },
  e2e: { may: ["e2e", "lib/api", "lib/domain", "scripts"] },
  scripts: { may: ["lib", "scripts", "bench", "prisma"] },
  bench: { may: ["lib", "scripts", "bench", "prisma"] },
};

const CAPS = { function: 40, component: 120, domainFile: 150, file: 250, routeFile: 60, endToEndTest: 50 };

const FORBIDDEN: { call: RegExp; where: RegExp; why: string }[] = [
  { call: /['"]use server['"]/, where: /./, why: "no Server Actions: writes are route handlers" },
  { call: /\bwaitForTimeout\b/, where: /./, why: "no sleeping in tests" },
  {
    call: /\bDate\.now\(|\bnew Date\(\)/,
    where: /^lib\/(domain|site|collector|reads|operations|auth)\//,
    why: "time is an argument",
  },
  { call: /\bMath\.random\b/, where: /^lib\//, why: "randomness is injected or cryptographic" },
  {
    call: /\bprocess\.env\b/,
    where: /^(lib\/(?!env|log)|components|app)/,
    why: "the environment is parsed once, in lib/env",
  },
  { call: /\bdangerouslySetInnerHTML\b/, where: /^components\//, why: "no raw HTML" },
  {
    call: /#[0-9a-f]{3,8}\b|\brgba?\(|\b(bg|text|border)-(red|green|blue|gray|slate|zinc|amber)-\d/i,
    where: /^components\/.*\.tsx$/,
    why: "semantic tokens only",
  },
  {
    call: /\$executeRaw|\.(create|update|upsert|delete)(Many)?\(/,
    where: /^lib\/site\/tables\//,
    why: "read only towards the Citrix tables",
  },
];

const isTest = (file: string) => /(\.|-)(test|spec|fixture)\.tsx?$|^e2e\//.test(file);

function walk(folder: string): string[] {
  let entries: import("node:fs").Dirent[];
  try {
    entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return walk(name);
    return /\.tsx?$/.test(entry.name) && !name.endsWith(".d.ts") ? [name] : [];
  });
}

const files = [...TOP.flatMap(walk), ...ROOT_FILES.filter((name) => readdirSync(ROOT).includes(name))];
const sources = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]));

function layerOf(file: string): string {
  const bare = file.replace(/\.tsx?$/, "");
  const found = Object.keys(LAYERS).filter((layer) => bare === layer || bare.startsWith(`${layer}/`));
  return found.sort((a, b) => b.length - a.length)[0] ?? "";
}

/** Every module a file names, resolved to a path from the root; packages stay as they are. */
function importsOf(file: string, text: string): string[] {
  const statement = /^(?:import|export)\b[^"';]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  const named = [...text.matchAll(statement)];
  return named.map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    if (name.startsWith("@/")) return name.slice(2);
    return name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : `package:${name}`;
  });
}

function importFault(file: string, target: string): string | null {
  const rule = LAYERS[layerOf(file)];
  if (!rule || (isTest(file) && !file.startsWith("e2e/"))) return null;
  if (target.startsWith("package:")) {
    const name = target.slice("package:".length);
    return rule.packages && !rule.packages.test(name) ? `${file} imports ${name}` : null;
  }
  const own = layerOf(file);
  const allowed = [own, ...rule.may].some((layer) => target === layer || target.startsWith(`${layer}/`));
  return allowed || target.endsWith(".css") ? null : `${file} imports ${target}`;
}

describe("architecture", () => {
  it("imports only inwards", () => {
    const faults = [...sources].flatMap(([file, text]) =>
      importsOf(file, text).map((target) => importFault(file, target)),
    );
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it("has no file in a layer that nobody declared", () => {
    const homeless = files.filter((file) => file.startsWith("lib/") && !isTest(file) && layerOf(file) === "");
    expect(homeless).toEqual([]);
  });

  it("keeps files short", () => {
    const cap = (file: string) => {
      if (/\/(page\.tsx|route\.ts)$/.test(file)) return CAPS.routeFile;
      return file.startsWith("lib/domain/") && !isTest(file) ? CAPS.domainFile : CAPS.file;
    };
    const long = [...sources].filter(
      ([file, text]) => text.trimEnd().split("\n").length > cap(file) && !/\.fixture\.ts$/.test(file),
    );
    expect(long.map(([file, text]) => `${file}: ${text.split("\n").length} lines, cap ${cap(file)}`)).toEqual([]);
  });

  it("keeps functions short", () => {
    const long = [...sources].flatMap(([file, text]) =>
      isTest(file)
        ? []
        : functionsOf(text)
            .filter(
              (block) => block.lines > (block.component && file.endsWith(".tsx") ? CAPS.component : CAPS.function),
            )
            .map((block) => `${file} ${block.name}: ${block.lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it("keeps end-to-end tests short", () => {
    const long = [...sources].flatMap(([file, text]) => {
      if (!/^e2e\/.*\.spec\.ts$/.test(file)) return [];
      const lines = text.split("\n");
      return lines.flatMap((line, index) => {
        if (!/^test(\.\w+)?\(/.test(line) || !line.endsWith("{")) return [];
        const length = lines.findIndex((other, at) => at > index && other.startsWith("})")) - index + 1;
        return length > CAPS.endToEndTest ? [`${file}:${index + 1} ${length} lines`] : [];
      });
    });
    expect(long).toEqual([]);
  });

  it("calls nothing that is forbidden", () => {
    const faults = [...sources].flatMap(([file, text]) => {
      if (file === "lib/architecture.test.ts") return [];
      return FORBIDDEN.filter((rule) => rule.where.test(file) && !(isTest(file) && file.startsWith("lib/"))).flatMap(
        (rule) => {
          const line = text.split("\n").findIndex((each) => rule.call.test(each) && !/^\s*(\*|\/\/)/.test(each));
          return line < 0 ? [] : [`${file}:${line + 1} ${rule.why}`];
        },
      );
    });
    expect(faults).toEqual([]);
  });

  it("reads every way a module can be named", () => {
    const text = 'import type {\n  A,\n} from "@/lib/a";\nimport "./b";\nexport const late = import("zod");\n';
    expect(importsOf("lib/x/y.ts", text)).toEqual(["lib/a", "lib/x/b", "package:zod"]);
  });

  it("would notice: each guard sees a fault that is made for it", () => {
    expect(importFault("lib/domain/x.ts", "lib/desk/client")).not.toBeNull();
    expect(importFault("lib/domain/x.ts", "package:zod")).not.toBeNull();
    expect(importFault("components/x.tsx", "lib/reads/x")).not.toBeNull();
    expect(importFault("lib/reads/x.ts", "lib/operations/x")).not.toBeNull();
    expect(importFault("lib/reads/x.ts", "lib/domain/x")).toBeNull();
    expect(importFault("e2e/x.spec.ts", "lib/desk/client")).not.toBeNull();
  });
});
