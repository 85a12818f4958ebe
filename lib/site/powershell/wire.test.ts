import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiJson, FrameFinder, REPLY_BYTES_MAX, readReply, requestLine } from "./wire";

const ID = "0d8f0a5e-0a55-4d6f-8d5e-2f4f0b1c9a77";
const MARK = "00112233445566778899aabbccddeeff";
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8").toString("base64");

/** UTF-16 of any kind, lone surrogates too. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

function split(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((place, index) => bytes.subarray(places[index - 1] ?? 0, place));
}

/** What is found in bytes that come in these pieces; null where there is no whole frame. */
function found(pieces: readonly Buffer[], mark = MARK): string | "too long" | null {
  const finder = new FrameFinder(mark);
  for (const piece of pieces) {
    const progress = finder.push(piece);
    if (progress.kind === "frame") return progress.text;
    if (progress.kind === "too-long") return "too long";
  }
  return null;
}

describe("a request", () => {
  it("is one line of printable ASCII that reads as the same values, whatever the texts are", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.string({ unit: "grapheme" }), (title, text, actor) => {
        const request = {
          id: ID,
          op: "message",
          args: { title, text },
          deadlineMs: 1,
          mark: MARK,
          actor,
          operationId: null,
        };
        const line = requestLine(request);
        expect(line).toMatch(/^[\x20-\x7e]*\n$/);
        expect(JSON.parse(line)).toEqual({ v: 1, ...request });
      }),
    );
  });

  it("keeps what JSON keeps of any value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(asciiJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("a frame", () => {
  it("is found in any noise and in any pieces", () => {
    const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(noise, fc.jsonValue(), noise, fc.array(fc.nat(), { maxLength: 8 }), (before, value, after, cuts) => {
        const frame = Buffer.from(`\n${MARK}:${base64(value)}:${MARK}\n`);
        expect(found(split(Buffer.concat([before, frame, after]), cuts))).toBe(base64(value));
      }),
    );
  });

  it("is found byte by byte, also after its own head that was begun and broken off", () => {
    const bytes = Buffer.from(`\n${MARK.slice(0, 9)}\n${MARK}\n\n${MARK}:${base64({ a: 1 })}:${MARK}\n`);
    expect(found([...bytes].map((byte) => Buffer.from([byte])))).toBe(base64({ a: 1 }));
  });

  it("is not found under another mark, in a line that only holds the mark, or where its end is missing", () => {
    const other = randomBytes(16).toString("hex");
    expect(found([Buffer.from(`\n${other}:${base64(1)}:${other}\n`)])).toBeNull();
    expect(found([Buffer.from(`{"mark":"${MARK}"}\n`)])).toBeNull();
    expect(found([Buffer.from(`\n${MARK}:${base64(1)}`)])).toBeNull();
    expect(found([Buffer.from(`\n${MARK}:${base64(1)}:${MARK.slice(0, 31)}`)])).toBeNull();
  });

  it("is too long past four megabytes, in one piece or in many", () => {
    const frame = (bytes: number) => Buffer.from(`\n${MARK}:${Buffer.alloc(bytes).toString("base64")}:${MARK}\n`);
    const pieces = (bytes: number) => split(frame(bytes), [70_000, 1_000_000, 3_000_000, 5_000_000]);
    expect(found([frame(REPLY_BYTES_MAX)])).toHaveLength(Math.ceil(REPLY_BYTES_MAX / 3) * 4);
    expect(found(pieces(REPLY_BYTES_MAX))).toHaveLength(Math.ceil(REPLY_BYTES_MAX / 3) * 4);
    expect(found([frame(REPLY_BYTES_MAX + 3)])).toBe("too long");
    expect(found(pieces(REPLY_BYTES_MAX + 3))).toBe("too long");
    expect(found([Buffer.from(`\n${MARK}:`), Buffer.alloc(6 * 1_024 * 1_024, "A")])).toBe("too long");
  });

  it("keeps the end of the noise for the log", () => {
    const finder = new FrameFinder(MARK);
    finder.push(Buffer.from("x".repeat(10_000)));
    finder.push(Buffer.from(`WARNING: rows are missing\n${MARK}:${base64(1)}:${MARK}\n`));
    expect(finder.noise).toMatch(/^x{1000,2000}WARNING: rows are missing$/);
  });
});

describe("a reply", () => {
  it("is read with any result, also after a byte-order mark", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (result, hasMark) => {
        const json = JSON.stringify({ id: ID, ok: true, result });
        const text = Buffer.from(hasMark ? `\ufeff${json}` : json, "utf8").toString("base64");
        expect(readReply(text, ID)).toEqual({ id: ID, ok: true, result: JSON.parse(JSON.stringify(result)) });
      }),
    );
  });

  it.each([
    ["no base64", "{}{}"],
    ["half of it", "e30"],
    ["no UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString("base64")],
    ["no JSON", Buffer.from("{").toString("base64")],
    ["nothing", ""],
    ["no table", base64([1])],
    ["neither a result nor an error", base64({ id: ID })],
    [
      "an error that does not say whether it is definite",
      base64({ id: ID, ok: false, error: { id: "x", message: "y" } }),
    ],
    ["the reply to another request", base64({ id: "00000000-0000-4000-8000-000000000000", ok: true, result: 1 })],
  ])("is refused: %s", (_, text) => {
    expect(() => readReply(text, ID)).toThrow();
  });
});
