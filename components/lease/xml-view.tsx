"use client";

import { type ReactNode, useMemo, useState } from "react";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Segmented } from "../ui/segmented";
import { formatNumber } from "../words";
import { indentedXml, type XmlKind, type XmlLine, xmlLines } from "./xml-lines";

/** So many lines are drawn at first: a long document would hold the browser up. */
const LINES_MAX = 400;
const INDENT_REM = 0.875;

const COLOUR: Record<XmlKind, string> = {
  punctuation: "text-faint",
  element: "text-accent",
  attribute: "text-info-text",
  value: "text-ok-text",
  text: "text-ink",
  comment: "text-muted",
  plain: "text-ink",
};

type Layout = "pretty" | "raw";

/** The document of a lease, indented or exactly as the site holds it. */
export function XmlView({ xml, why }: { xml: string | null; why: string | null }) {
  const [layout, setLayout] = useState<Layout>("pretty");
  const lines = useMemo(() => xmlLines(xml ?? ""), [xml]);
  return (
    <section aria-label="Document" className="border-line border-t">
      <div className="flex flex-wrap items-center gap-2 px-4 py-2">
        <h3 className="mr-auto font-semibold text-muted text-small">Document</h3>
        {xml !== null && (
          <>
            <Segmented
              label="How it is laid out"
              value={layout}
              options={[
                { value: "pretty", label: "Pretty" },
                { value: "raw", label: "Raw" },
              ]}
              onChange={setLayout}
            />
            <CopyButton compact label="Copy the document" text={() => (layout === "raw" ? xml : indentedXml(lines))} />
          </>
        )}
      </div>
      {xml === null && <p className="px-4 pb-3 text-muted">{why ?? "There is no document."}</p>}
      {xml !== null && (layout === "raw" ? <Raw xml={xml} /> : <Pretty lines={lines} />)}
    </section>
  );
}

/** What scrolls has to be reached by the keyboard, and be named. */
function Block({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      className="scroll-quiet max-h-[32rem] overflow-auto border-line border-t bg-page px-4 py-3 focus-visible:-outline-offset-2"
    >
      {children}
    </section>
  );
}

function Raw({ xml }: { xml: string }) {
  return (
    <Block label="Document as it is">
      <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-small">{xml}</pre>
    </Block>
  );
}

function Pretty({ lines }: { lines: readonly XmlLine[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, LINES_MAX);
  const more = lines.length - shown.length;
  return (
    <>
      <Block label="Document, indented">
        <pre className="w-max min-w-full font-mono text-small">
          {shown.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a fixed text is known by its place
            <span key={place} className="block whitespace-pre" style={{ paddingLeft: `${line.depth * INDENT_REM}rem` }}>
              {line.pieces.map(({ kind, text }, piece) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same for its pieces
                <span key={piece} className={COLOUR[kind]}>
                  {text}
                </span>
              ))}
            </span>
          ))}
        </pre>
      </Block>
      {more > 0 && (
        <div className="px-4 py-2">
          <Button size="small" onClick={() => setAll(true)}>
            Show {formatNumber(more)} more lines
          </Button>
        </div>
      )}
    </>
  );
}
