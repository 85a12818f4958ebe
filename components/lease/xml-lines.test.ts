import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indentedXml, xmlLines } from "./xml-lines";

const LEASE = `<?xml version="1.0"?><Lease xmlns:i='urn:x' Key="A>B"><Owner>VIENNA\\anovak</Owner><!-- two --><RSApps><App Name="Word &amp; more"/><App/></RSApps><Empty></Empty></Lease>`;

const pretty = (xml: string) => indentedXml(xmlLines(xml));

describe("xmlLines", () => {
  it("indents elements, and leaves an element of text alone in one line", () => {
    expect(pretty(LEASE).split("\n")).toEqual([
      '<?xml version="1.0"?>',
      "<Lease xmlns:i='urn:x' Key=\"A>B\">",
      "  <Owner>VIENNA\\anovak</Owner>",
      "  <!-- two -->",
      "  <RSApps>",
      '    <App Name="Word &amp; more"/>',
      "    <App/>",
      "  </RSApps>",
      "  <Empty></Empty>",
      "</Lease>",
    ]);
  });

  it("names what is coloured alike", () => {
    const [line] = xmlLines('<App Name="Word">text</App>');
    expect(line?.pieces.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "punctuation <",
      "element App",
      "plain  ",
      "attribute Name",
      "punctuation =",
      'value "Word"',
      "punctuation >",
      "text text",
      "punctuation </",
      "element App",
      "punctuation >",
    ]);
  });

  it("lays out a document again that was indented already, in the same way", () => {
    expect(pretty(pretty(LEASE))).toBe(pretty(LEASE));
  });

  it("shows what is cut off or no XML at all, as it is", () => {
    expect(pretty("<Lease><Owner>anovak</Own")).toBe("<Lease>\n  <Owner>\n    anovak\n    </Own");
    expect(pretty("not XML")).toBe("not XML");
    expect(pretty("</a></b>")).toBe("</a>\n</b>");
    expect(xmlLines("")).toEqual([]);
  });

  it("shows every character of any text but the space between", () => {
    const bare = (text: string) => text.replace(/\s/g, "");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>/\"'=!?-[] aB\n") }), (text) => {
        expect(bare(pretty(text))).toBe(bare(text));
      }),
    );
  });

  it.each([
    "<a ".repeat(60_000),
    "<!--".repeat(60_000),
    `<${"a".repeat(250_000)}`,
    `<a ${"b".repeat(250_000)}>`,
    `<a ${'x="1" '.repeat(40_000)}`,
    `<a b${" ".repeat(250_000)}>`,
  ])("looks at nothing twice, however long it goes wrong", (text) => {
    expect(pretty(text).length).toBeGreaterThan(0);
  });
});
