import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes";
import { CUT_OFF, DOCUMENT_BYTES_MAX, TOO_LARGE } from "./decode";

/** A small XML document as a tree of local names in lower case. Strict about well-formedness; document types and entities are refused before parsing. */

export interface XmlNode {
  /** Without prefix, in lower case. */
  readonly name: string;
  /** By local name in lower case; declarations of namespaces are left out. Of two that differ in their prefix alone the first counts. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** All character data directly in it. */
  readonly text: string;
}

/** `nodes` are all of them, the shallowest first. */
export interface XmlTree {
  readonly root: XmlNode;
  readonly nodes: readonly XmlNode[];
}

const ELEMENTS_MAX = 20_000;
const DEPTH_MAX = 64;

/** Never throws: what cannot be read is one sentence. */
export function readXml(text: string): XmlTree | { readonly problem: string } {
  if (text.trim() === "") return { problem: "It is empty." };
  if (text.length > DOCUMENT_BYTES_MAX) return { problem: TOO_LARGE };
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    return { problem: "It defines a document type or entities, which are refused." };
  const builder = new TreeBuilder();
  try {
    builder.parser.write(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch (error) {
    return { problem: problemOf(error, /^\s*</.test(text) ? "It is not well-formed XML." : "It is no XML.") };
  }
  try {
    builder.parser.close();
  } catch (error) {
    return { problem: problemOf(error, CUT_OFF) };
  }
  return builder.root ? { root: builder.root, nodes: byDepth(builder.root) } : { problem: "It is no XML." };
}

/** What the parser says names parts of the document, so it is not repeated. */
function problemOf(error: unknown, sentence: string): string {
  return error instanceof TooLarge ? error.message : sentence;
}

class TooLarge extends Error {}

interface Growing {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: Growing[];
  text: string;
}

class TreeBuilder {
  readonly parser = new SaxesParser({ xmlns: false, position: false });
  readonly #open: Growing[] = [];
  root: XmlNode | null = null;
  #elements = 0;

  constructor() {
    const addText = (text: string) => {
      const node = this.#open.at(-1);
      if (node) node.text += text;
    };
    this.parser.on("opentag", (tag) => this.#enter(tag));
    this.parser.on("closetag", () => this.#open.pop());
    this.parser.on("text", addText);
    this.parser.on("cdata", addText);
    this.parser.on("doctype", () => {
      throw new TooLarge("It defines a document type or entities, which are refused.");
    });
  }

  #enter({ name, attributes }: SaxesTagPlain): void {
    this.#elements += 1;
    if (this.#elements > ELEMENTS_MAX) throw new TooLarge("It has more than 20,000 elements, so it was not read.");
    if (this.#open.length >= DEPTH_MAX) throw new TooLarge("It is nested deeper than 64 levels, so it was not read.");
    const node: Growing = { name: localName(name), attributes: attributesOf(attributes), children: [], text: "" };
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(node);
    else this.root = node;
    this.#open.push(node);
  }
}

function attributesOf(written: Record<string, SaxesAttributePlain["value"]>): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const name in written) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const local = localName(name);
    if (!attributes.has(local)) attributes.set(local, written[name] ?? "");
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1).toLowerCase();
}

/** What a node says under one of these names: an attribute, else the text of a child that has no children. Null where it says nothing. */
export function valueIn(node: XmlNode, names: readonly string[]): string | null {
  for (const name of names) {
    const attribute = node.attributes.get(name)?.trim();
    if (attribute) return attribute;
  }
  if (node.children.length === 0) return null;
  for (const name of names) {
    const child = node.children.find((each) => each.name === name && each.children.length === 0);
    const text = child?.text.trim();
    if (text) return text;
  }
  return null;
}

/** The first value of these names anywhere, the shallowest first. */
export function findValue({ nodes }: XmlTree, names: readonly string[]): string | null {
  for (const node of nodes) {
    const value = valueIn(node, names);
    if (value !== null) return value;
  }
  return null;
}

/** The first element with one of these names, the shallowest first. */
export function findElement({ nodes }: XmlTree, names: readonly string[]): XmlNode | null {
  return nodes.find(({ name }) => names.includes(name)) ?? null;
}

function byDepth(root: XmlNode): XmlNode[] {
  const nodes = [root];
  for (let at = 0; at < nodes.length; at += 1) {
    for (const child of nodes[at]?.children ?? []) nodes.push(child);
  }
  return nodes;
}
