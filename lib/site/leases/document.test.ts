import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLeaseDocument, readWorkerDocument } from "./document";

const LAUNCH =
  '<Lease type="Launch" expiration="2026-12-05T08:00:00.000Z"><Users><User sid="S-1-5-21-1-2-3-1104" name="CORP\\anovak" upn="anovak@corp.example.com"/></Users>' +
  '<DesktopGroup uid="3" name="Office"/><SessionSharingKey value="3:HDX"/><RSApps><RSApp id="7" name="Calc &amp; Co"/></RSApps>' +
  '<Worker sid="S-1-5-21-1-2-3-9001" name="CORP\\SRV-07" dns="srv-07.corp.example.com"/></Lease>';

const EXPIRES = Date.UTC(2026, 11, 5, 8);

describe("a lease's document", () => {
  it("says who may reach what, on which machine, until when", () => {
    expect(readLeaseDocument(LAUNCH)).toEqual({
      key: null,
      type: "Launch",
      ownerName: "CORP\\anovak",
      ownerSid: "S-1-5-21-1-2-3-1104",
      ownerUpn: "anovak@corp.example.com",
      expiresAt: EXPIRES,
      modifiedAt: null,
      zone: null,
      resources: [{ group: "Office", application: "Calc & Co" }],
      machine: "SRV-07",
      machineSid: "S-1-5-21-1-2-3-9001",
      sharingKey: "3:HDX",
      problem: null,
    });
  });

  it("is read by local names: prefixes, case, and elements instead of attributes make no difference", () => {
    const other =
      '<?xml version="1.0" encoding="utf-16"?><b:LAUNCHLEASE xmlns:b="urn:any" b:key="AB12"><b:Expiration>2026-12-05T08:00:00.0000000</b:Expiration>' +
      "<b:LastModified>2026-11-21T10:00:00+02:00</b:LastModified><b:ZoneName>Primary</b:ZoneName>" +
      "<b:User><b:SID>s-1-5-21-1-2-3-1104</b:SID><b:SAMName>CORP\\anovak</b:SAMName><b:UPN>anovak@corp.example.com</b:UPN></b:User>" +
      "<b:DeliveryGroup><b:Name>Office</b:Name></b:DeliveryGroup><b:SessionSharingKey><![CDATA[3:HDX]]></b:SessionSharingKey>" +
      "<b:RSApps><b:RSApp><b:PublishedName>Calc &#38; Co</b:PublishedName></b:RSApp></b:RSApps>" +
      "<b:Machine><b:Sid>S-1-5-21-1-2-3-9001</b:Sid><b:DnsName>srv-07.corp.example.com</b:DnsName></b:Machine></b:LAUNCHLEASE>";
    expect(readLeaseDocument(other)).toEqual({
      ...readLeaseDocument(LAUNCH),
      key: "AB12",
      modifiedAt: Date.UTC(2026, 10, 21, 8),
      zone: "Primary",
    });
  });

  it.each([
    ["the desktop", "<L><DesktopGroup name='Office'/><RSApps/></L>", [["Office", null]]],
    [
      "a desktop named as one",
      "<L><DesktopGroup name='Office'><Desktop name='x'/></DesktopGroup></L>",
      [["Office", null]],
    ],
    [
      "applications within their groups",
      "<L><DesktopGroup name='A'><RSApps><RSApp name='x'/><RSApp name='y'/></RSApps></DesktopGroup><DesktopGroup name='B'/></L>",
      [
        ["A", "x"],
        ["A", "y"],
        ["B", null],
      ],
    ],
    [
      "applications after their groups",
      "<L><DesktopGroup name='A'/><RSApps><RSApp name='x'/></RSApps><DesktopGroup name='B'/><RSApps><RSApp name='y'/></RSApps></L>",
      [
        ["A", "x"],
        ["B", "y"],
      ],
    ],
    [
      "resources that name their group",
      "<L><Resources><Resource type='Application' name='x' deliveryGroup='A'/><Resource type='Desktop' desktopGroupName='B'/></Resources></L>",
      [
        ["A", "x"],
        ["B", null],
      ],
    ],
    ["an application without a group", "<L><Apps><App>x</App></Apps></L>", [[null, "x"]]],
    ["the same once", "<L><DesktopGroup name='A'><App name='x'/><App name='x'/></DesktopGroup></L>", [["A", "x"]]],
    [
      "nothing of what is said of people and machines",
      "<L><User><Application name='x'/></User><Worker><Desktop/></Worker></L>",
      [],
    ],
  ])("names %s", (_, xml, expected) => {
    const resources = readLeaseDocument(xml).resources.map(({ group, application }) => [group, application]);
    expect(resources).toEqual(expected);
  });

  it("keeps what it does not understand out of the way", () => {
    const document = readLeaseDocument("<a><b c='d'>text<!-- note --><?do it?></b></a>");
    expect(document).toMatchObject({ type: null, ownerSid: null, expiresAt: null, resources: [], problem: null });
    expect(readLeaseDocument("<Lease expiration='soon'/>").expiresAt).toBeNull();
    expect(readLeaseDocument("<Lease expiration='2026-02-31T25:00:00Z'/>").expiresAt).toBeNull();
    expect(readLeaseDocument("<Lease><User sid='nobody'>someone</User></Lease>").ownerSid).toBeNull();
  });

  it("tells the machine of a file of the Workers folder", () => {
    const expected = { machine: "SRV-07", machineSid: "S-1-5-21-9", problem: null };
    expect(readWorkerDocument("<Worker sid='S-1-5-21-9' name='CORP\\srv-07$'/>")).toEqual(expected);
    expect(readWorkerDocument("<Item><SID>S-1-5-21-9</SID><DNSName>srv-07.corp</DNSName></Item>")).toEqual(expected);
    expect(readWorkerDocument("nonsense").problem).toBe("It is no XML.");
  });
});

const billionLaughs =
  '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>';
const REFUSED = "It defines a document type or entities, which are refused.";
const MALFORMED = "It is not well-formed XML.";
const CUT = "It ends too early, as if it had been cut off.";

describe("a hostile document", () => {
  it.each([
    ["entities that multiply", billionLaughs, REFUSED],
    ["an entity of the outside", '<!doctype l [<!entity x SYSTEM "file:///etc/passwd">]><l>&x;</l>', REFUSED],
    ["an outside document type", '<!DOCTYPE l SYSTEM "http://127.0.0.1/x.dtd"><l/>', REFUSED],
    ["an entity nobody defined", "<l>&x;</l>", MALFORMED],
    ["tags that do not match", "<l><a></l></a>", MALFORMED],
    ["an attribute twice", "<l a='1' a='2'/>", MALFORMED],
    ["two roots", "<l/><l/>", MALFORMED],
    ["a character that XML does not have", "<l>\u0001</l>", MALFORMED],
    ["a reference to such a character", "<l>&#1;</l>", MALFORMED],
    ["text behind its end", "<l/>more", MALFORMED],
    ["no XML", "MZ\u0090 this program", "It is no XML."],
    ["nothing", " \r\n", "It is empty."],
    ["only a comment", "<!-- nothing -->", CUT],
    ["a cut in a tag", LAUNCH.slice(0, 200), CUT],
    ["a cut between tags", LAUNCH.slice(0, LAUNCH.indexOf("<Worker")), CUT],
    ["more depth than sense", "<l>".repeat(70_000), "It is nested deeper than 64 levels, so it was not read."],
    ["too many elements", `<l>${"<a/>".repeat(20_001)}</l>`, "It has more than 20,000 elements, so it was not read."],
    ["more than a megabyte", `<l>${"a".repeat(1024 * 1024)}</l>`, "It is larger than 1 MB, so it was not read."],
  ])("with %s is one sentence", (_, xml, problem) => {
    expect(readLeaseDocument(xml)).toMatchObject({ problem, resources: [], machine: null });
  });

  it("cannot reach the prototype of anything", () => {
    const document = readLeaseDocument(
      "<__proto__ constructor='x' __proto__='y'><toString type='Launch'/></__proto__>",
    );
    expect(document).toMatchObject({ type: "Launch", problem: null });
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });

  it("never throws, whatever the text is", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "/>",
      "</",
      "Lease",
      "RSApp",
      " name=",
      '"',
      "'",
      "&amp;",
      "&",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { problem } = readLeaseDocument(text);
        expect(problem === null || /^It .*\.$/.test(problem)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws, wherever a good document was cut or changed", () => {
    fc.assert(
      fc.property(fc.nat(LAUNCH.length - 1), fc.string({ maxLength: 3 }), (at, text) => {
        expect(readLeaseDocument(LAUNCH.slice(0, at)).problem).not.toBeNull();
        readLeaseDocument(LAUNCH.slice(0, at) + text + LAUNCH.slice(at));
      }),
    );
  });
});
