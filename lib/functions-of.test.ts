import { describe, expect, it } from "vitest";
import { functionsOf } from "./functions-of.fixture";

describe("the functions of a file", () => {
  const body = "    step();\n".repeat(41);
  it.each([
    ["longOne", `export async function* longOne() {\n${body}}\n`],
    ["longOne", `export function longOne(\n  a: string,\n  b: string,\n): void {\n${body}}\n`],
    ["LongOne", `export function LongOne({\n  a,\n}: {\n  a: string;\n}) {\n${body}}\n`],
    ["longOne", `const longOne: (a: string) => void = <T>(a: T) => {\n${body}};\n`],
    ["LongOne", `const LongOne = (a) => (\n${body});\n`],
    ["longOne", `class A {\n  private async longOne<T>(a: T): Promise<T> {\n${body}  }\n}\n`],
    [
      "#longOne",
      `class A {\n  async *#longOne(\n    a: string,\n  ): AsyncGenerator<{ a: string }> {\n${body}  }\n}\n`,
    ],
    ["", `const a = {\n  b: async () => {\n${body}  },\n};\n`],
    ["useEffect", `useEffect(() => {\n${body}});\n`],
  ])("measures a function of every kind: %s in %j", (name, text) => {
    const long = functionsOf(text).filter(({ lines }) => lines > 40);
    expect(long).toEqual([expect.objectContaining({ name, component: /^[A-Z]/.test(name) })]);
  });

  it("takes no loop or condition for a function", () => {
    const text = `if (\n  a &&\n  b()\n) {\n${body}} else if (c()) {\n${body}}\nfor (const a of b()) {\n${body}}\n`;
    expect(functionsOf(text)).toEqual([]);
  });
});
