import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { mintActor } from "./mint-actor";

it("knows no role that is not in the table", () => {
  expect(mintActor({ name: "x", role: "owner", siteId: "s" }, "person")).toBeNull();
  expect(mintActor({ name: "x", role: "", siteId: "s" }, "person")).toBeNull();
});

it("is called in lib/auth only, and nobody else claims to have an actor", () => {
  const files = ["app", "components", "lib", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      path.posix.join(folder, name.replaceAll("\\", "/")),
    ),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file));
  const claims = sources.filter((file) => /\bmintActor\b|\bas (unknown as )?Actor\b/.test(readFileSync(file, "utf8")));
  expect(claims.sort()).toEqual(["lib/auth/authenticate.ts", "lib/auth/local-actor.ts", "lib/auth/mint-actor.ts"]);
});
