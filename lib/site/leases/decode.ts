/** Bytes of a document to text: UTF-8 or UTF-16, told by a byte order mark, by the first bytes, or by the declaration. */

/** A lease is about a kilobyte; one that lists thousands of applications stays below this. */
export const DOCUMENT_BYTES_MAX = 1024 * 1024;

export const TOO_LARGE = "It is larger than 1 MB, so it was not read.";
export const CUT_OFF = "It ends too early, as if it had been cut off.";

/** Either the text, or one sentence why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "UTF-32";

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0, 0]],
  ["UTF-32", [0, 0, 0xfe, 0xff]],
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
  // Without a mark: how "<" begins (XML 1.0, appendix F).
  ["UTF-32", [0x3c, 0, 0, 0]],
  ["UTF-32", [0, 0, 0, 0x3c]],
  ["UTF-16LE", [0x3c, 0]],
  ["UTF-16BE", [0, 0x3c]],
];

export function decodeDocument(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: "It is empty." };
  if (bytes.length > DOCUMENT_BYTES_MAX) return { problem: TOO_LARGE };
  const encoding = encodingOf(bytes);
  if (encoding === "UTF-32") return { problem: "It is written in UTF-32; only UTF-8 and UTF-16 are read." };
  if (encoding !== "UTF-8" && bytes.length % 2 === 1) return { problem: CUT_OFF };
  const text = textOf(bytes, encoding);
  if (text === null) {
    const isText = /^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"));
    return { problem: isText ? `It is not written in ${encoding}, as it should be.` : "It is no XML." };
  }
  const declared = declaredEncoding(text);
  if (declared === null || isSameEncoding(declared, encoding)) return { text };
  return { problem: `It says that it is written in ${declared}, and it is not; only UTF-8 and UTF-16 are read.` };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? "UTF-8";
}

/** Without its mark; null where the bytes are not of that encoding. */
function textOf(bytes: Uint8Array, encoding: Exclude<Encoding, "UTF-32">): string | null {
  const inOrder = encoding === "UTF-16BE" ? Buffer.from(bytes).swap16() : bytes;
  try {
    return new TextDecoder(encoding === "UTF-8" ? "utf-8" : "utf-16le", { fatal: true }).decode(inOrder);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Null where the document declares none. */
function declaredEncoding(text: string): string | null {
  const declaration = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']/.exec(text);
  return declaration?.[1] ?? null;
}

function isSameEncoding(declared: string, encoding: Encoding): boolean {
  const name = declared.toUpperCase();
  if (encoding === "UTF-8") return name === "UTF-8" || name === "UTF8" || name === "US-ASCII" || name === "ASCII";
  return name === encoding || name === "UTF-16" || name === "UNICODE";
}
