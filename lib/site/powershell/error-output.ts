/**
 * What a PowerShell wrote to standard error, as plain text for the log. Without a terminal its errors come as CLIXML, often mixed with
 * plain lines, cut off, coloured, or after a byte-order mark; none of it is trusted.
 */

const TEXT_CHARS_MAX = 2_000;

/** Plain text of at most 2,000 characters, one line; words that look like secrets, and those given, are blotted out. */
export function plainErrorOutput(bytes: Buffer, secrets: readonly string[] = []): string {
  return plainText(withoutClixml(decoded(bytes)), secrets);
}

/** Text of any origin made fit for a log line or a sentence: no control characters, no colours, no secrets, not long. */
export function plainText(text: string, secrets: readonly string[] = [], charsMax = TEXT_CHARS_MAX): string {
  const open = secrets.filter((secret) => secret.length > 0).reduce((all, each) => all.replaceAll(each, "***"), text);
  const plain = open
    .replaceAll(ANSI, "")
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ")
    .replaceAll(/\b(password|passwd|pwd|token|secret|authorization)(["']?\s*[=:]\s*)\S+/gi, "$1$2***")
    .trim();
  return plain.length <= charsMax ? plain : `${plain.slice(0, charsMax - 1)}…`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? "utf16le" : "utf8");
}

const HEADER = "#< CLIXML";

/** Plain lines stay, CLIXML gives the texts of its streams but for progress; a block that was cut off gives what is there. */
function withoutClixml(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const begin = text.indexOf("<Objs ", at);
    if (begin < 0) break;
    const close = text.indexOf("</Objs>", begin);
    const end = close < 0 ? text.length : close + "</Objs>".length;
    parts.push(text.slice(at, begin), textsOf(text.slice(begin, end)));
    at = end;
  }
  return [...parts, text.slice(at)].join("\n").replaceAll(HEADER, "");
}

function textsOf(block: string): string {
  const texts = [...block.matchAll(/<S S="(\w+)">([^<]*)/g)];
  return texts.map(([, stream, body]) => (stream === "progress" ? "" : unescaped(body ?? ""))).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** XML's entities, and `_x000D_`, which is how CLIXML writes a UTF-16 unit. */
function unescaped(text: string): string {
  return text
    .replaceAll(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
