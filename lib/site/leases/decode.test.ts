import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOCUMENT_BYTES_MAX, decodeDocument } from "./decode";

const le = (text: string) => Buffer.from(text, "utf16le");
const be = (text: string) => Buffer.from(text, "utf16le").swap16();
const ZOË = "<l n='Zoë'/>";
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${ZOË}`;

describe("bytes to text", () => {
  it.each([
    ["UTF-8", Buffer.from(ZOË), ZOË],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${ZOË}`), ZOË],
    ["UTF-8 that says so", Buffer.from(declared("utf-8")), declared("utf-8")],
    ["UTF-16 with a mark", le(`\uFEFF${ZOË}`), ZOË],
    ["UTF-16, large end first, with a mark", be(`\uFEFF${declared("UTF-16")}`), declared("UTF-16")],
    ["UTF-16 without a mark", le(declared("utf-16")), declared("utf-16")],
    ["UTF-16, large end first, without a mark", be(ZOË), ZOË],
  ])("reads %s", (_, bytes, text) => {
    expect(decodeDocument(bytes)).toEqual({ text });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "It is empty."],
    ["more than a megabyte", Buffer.alloc(DOCUMENT_BYTES_MAX + 1, 0x3c), "It is larger than 1 MB, so it was not read."],
    ["a program", Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0xff, 0xfe]), "It is no XML."],
    [
      "another encoding than the usual",
      Buffer.from("<l n='Zo\u00eb'/>", "latin1"),
      "It is not written in UTF-8, as it should be.",
    ],
    ["half a character of UTF-16", le(`\uFEFF${ZOË}`).subarray(0, 9), "It ends too early, as if it had been cut off."],
    ["half a pair in UTF-16", le("<l>\ud83d</l>"), "It is not written in UTF-16LE, as it should be."],
    [
      "UTF-32",
      Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]),
      "It is written in UTF-32; only UTF-8 and UTF-16 are read.",
    ],
    [
      "a declaration that is not true",
      Buffer.from(declared("utf-16")),
      "It says that it is written in utf-16, and it is not; only UTF-8 and UTF-16 are read.",
    ],
    [
      "an encoding of one country",
      Buffer.from(declared("windows-1250")),
      "It says that it is written in windows-1250, and it is not; only UTF-8 and UTF-16 are read.",
    ],
  ])("refuses %s in one sentence", (_, bytes, problem) => {
    expect(decodeDocument(bytes)).toEqual({ problem });
  });

  it("takes what is just not too large", () => {
    expect(decodeDocument(Buffer.alloc(DOCUMENT_BYTES_MAX, 0x3c))).toHaveProperty("text");
  });

  it("never throws, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const decoded = decodeDocument(bytes);
        expect("text" in decoded || /^It .*\.$/.test(decoded.problem)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
