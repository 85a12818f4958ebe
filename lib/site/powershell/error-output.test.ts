import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainErrorOutput, plainText } from "./error-output";

const plain = (text: string, secrets: string[] = []) => plainErrorOutput(Buffer.from(text, "utf8"), secrets);
const objects = (inner: string) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${inner}</Objs>`;
const ERROR = `<S S="Error">Get-BrokerSite : No &lt;site&gt;_x000D__x000A_</S><S S="Error">At line:1_x000D__x000A_</S>`;

describe("what was written to standard error", () => {
  it("is the texts of CLIXML in one line, without progress", () => {
    const progress = '<Obj S="progress" RefId="0"><MS><AV>Preparing modules for first use.</AV></MS></Obj>';
    expect(plain(`#< CLIXML\r\n${objects(progress + ERROR)}`)).toBe("Get-BrokerSite : No <site> At line:1");
  });

  it("is plain lines and CLIXML in the order they came", () => {
    const text = `before\n#< CLIXML\n${objects(ERROR)}\nbetween\n#< CLIXML\n${objects('<S S="warning">late</S>')}after`;
    expect(plain(text)).toBe("before Get-BrokerSite : No <site> At line:1 between late after");
  });

  it("is what is there of CLIXML that was cut off", () => {
    expect(plain(`#< CLIXML\n${objects(ERROR).slice(0, 150)}`)).toBe("Get-BrokerSite : No <site>");
  });

  it("has no byte-order marks, colours or control characters, in UTF-8 or UTF-16", () => {
    const text = "\ufeff\u001b[31;1mGet-X: \u001b[36;1mno\u001b[0m \u0007\u0000such\u202e \u001b]0;title\u0007thing";
    expect(plain(text)).toBe("Get-X: no such thing");
    expect(plainErrorOutput(Buffer.from("\ufeffzu spät", "utf16le"))).toBe("zu spät");
  });

  it("holds no secrets", () => {
    const text = "Bearer abc123def; password=hunter2 Token : s3cret, GHOSTDESK_STAND_IN_TOKEN=abc123def";
    expect(plain(text, ["abc123def"])).not.toMatch(/abc123def|hunter2|s3cret/);
  });

  it("is one short line of printable characters, whatever came", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        const text = plainErrorOutput(Buffer.from(bytes));
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(text).not.toMatch(/\p{Cc}/u);
      }),
    );
    expect(plainText("x".repeat(600), [], 500)).toHaveLength(500);
  });
});
