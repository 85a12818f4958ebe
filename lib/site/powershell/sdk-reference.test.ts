import { describe, expect, it } from "vitest";
import { z } from "zod";
import reference from "./sdk-cmdlets.json";

const Parameter = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
  type: z.string().regex(/^[A-Z][A-Za-z0-9]*(\[\])?$/),
  mandatory: z.literal(true).optional(),
  position: z.number().int().min(0).max(9).optional(),
});
const Cmdlet = z.strictObject({
  sets: z.array(z.array(Parameter).min(1)).min(1),
  pipeline: z.record(z.string(), z.string()).optional(),
  defaults: z.record(z.string(), z.string()).optional(),
  object: z.record(z.string(), z.string().min(1)).optional(),
  returns: z.string().optional(),
});

describe("the SDK's reference", () => {
  it("has the shape that the check and the stand-in read", () => {
    const parsed = z.record(z.string().regex(/^[A-Z][a-z]+-[A-Z][A-Za-z0-9]+$/), Cmdlet).parse(reference);
    expect(Object.keys(parsed)).toHaveLength(67);
  });

  it("names no parameter twice in a set, and lets every cmdlet say which controller", () => {
    for (const [name, { sets }] of Object.entries(z.record(z.string(), Cmdlet).parse(reference))) {
      for (const set of sets) {
        const names = set.map((each) => each.name);
        expect(new Set(names).size, name).toBe(names.length);
        expect(names, name).toContain("AdminAddress");
      }
    }
  });
});
