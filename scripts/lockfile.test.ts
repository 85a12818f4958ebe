import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly version: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };

it("locks what each platform needs, so that `npm ci` works on all of them", () => {
  const missing = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${where}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

it("locks a web framework without the known hole on Windows servers", () => {
  const [major = 0, minor = 0, patch = 0] = (packages["node_modules/next"]?.version ?? "").split(".").map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(16_004_006);
});
