/** The document of a lease as lines for a screen: indented, and cut into what is coloured alike. Nothing of it is ever markup of ours. */

export const XML_KINDS = ["punctuation", "element", "attribute", "value", "text", "comment", "plain"] as const;
export type XmlKind = (typeof XML_KINDS)[number];

export interface XmlPiece {
  readonly kind: XmlKind;
  readonly text: string;
}

export interface XmlLine {
  /** How deep it stands: 0 is the root. */
  readonly depth: number;
  readonly pieces: readonly XmlPiece[];
}

/** What begins so ends with that; where the end is missing, all that follows belongs to it. */
const NOTES = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
] as const;
/** A `<` inside is not XML, so that nothing is looked at twice. */
const TAG = /^(<\/?)([^\s<>/"']+)(?![^\s<>/"'])((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?>)/;
const ATTRIBUTE = /([^\s=]+)(\s*=\s*)("[^"]*"|'[^']*')|(\s+)|(\S+)/g;

interface Part {
  readonly kind: "open" | "close" | "empty" | "text" | "note";
  readonly source: string;
}

/** The parts of a document from left to right, without the white space between them. */
function* partsOf(xml: string): Generator<Part> {
  for (let rest = 0; rest < xml.length; ) {
    const part = xml[rest] === "<" ? markupAt(xml, rest) : textAt(xml, rest, rest);
    rest += part.source.length;
    if (part.source.trim() !== "") yield { kind: part.kind, source: part.source.trim() };
  }
}

function markupAt(xml: string, place: number): Part {
  for (const [start, end] of NOTES) {
    if (!xml.startsWith(start, place)) continue;
    const found = xml.indexOf(end, place + start.length);
    return { kind: "note", source: xml.slice(place, found < 0 ? undefined : found + end.length) };
  }
  const until = xml.indexOf("<", place + 1);
  const [source] = TAG.exec(xml.slice(place, until < 0 ? undefined : until)) ?? [];
  if (source === undefined) return textAt(xml, place, place + 1);
  if (source.startsWith("</")) return { kind: "close", source };
  return { kind: source.endsWith("/>") ? "empty" : "open", source };
}

/** All from `place` to the next `<` that stands at `from` or behind it. */
function textAt(xml: string, place: number, from: number): Part {
  const until = xml.indexOf("<", from);
  return { kind: "text", source: xml.slice(place, until < 0 ? undefined : until) };
}

/** The document line by line, however it was laid out. A document that is not well-formed is still shown, whole. */
export function xmlLines(xml: string): XmlLine[] {
  const parts = [...partsOf(xml)];
  const lines: XmlLine[] = [];
  let depth = 0;
  for (let place = 0; place < parts.length; ) {
    const run = runAt(parts, place);
    if (run[0]?.kind === "close") depth = Math.max(0, depth - 1);
    lines.push({ depth, pieces: run.flatMap(piecesOf) });
    if (run.length === 1 && run[0]?.kind === "open") depth += 1;
    place += run.length;
  }
  return lines;
}

/** An element of text alone, or of nothing, stands in one line; everything else has one to itself. */
function runAt(parts: readonly Part[], place: number): readonly Part[] {
  const [first, second, third] = parts.slice(place, place + 3);
  if (first?.kind === "open" && second?.kind === "close") return [first, second];
  if (first?.kind === "open" && second?.kind === "text" && third?.kind === "close") return [first, second, third];
  return first ? [first] : [];
}

function piecesOf({ kind, source }: Part): XmlPiece[] {
  if (kind === "note") return [{ kind: "comment", text: source }];
  if (kind === "text") return [{ kind: source.includes("<") ? "plain" : "text", text: source }];
  const [, start = "", name = "", inside = "", end = ""] = TAG.exec(source) ?? [];
  return [
    { kind: "punctuation", text: start },
    { kind: "element", text: name },
    ...attributePieces(inside),
    { kind: "punctuation", text: end },
  ];
}

function attributePieces(inside: string): XmlPiece[] {
  const pieces: XmlPiece[] = [];
  for (const [, name, equals, value, space, other] of inside.trimEnd().matchAll(ATTRIBUTE)) {
    if (name !== undefined) pieces.push({ kind: "attribute", text: name });
    if (equals !== undefined) pieces.push({ kind: "punctuation", text: equals.trim() });
    if (value !== undefined) pieces.push({ kind: "value", text: value });
    if (space !== undefined) pieces.push({ kind: "plain", text: " " });
    if (other !== undefined) pieces.push({ kind: "plain", text: other });
  }
  return pieces;
}

/** The lines as text again, for the clipboard. */
export function indentedXml(lines: readonly XmlLine[]): string {
  return lines.map(({ depth, pieces }) => "  ".repeat(depth) + pieces.map(({ text }) => text).join("")).join("\n");
}
