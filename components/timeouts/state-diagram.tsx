"use client";

import type { ReactNode } from "react";
import type { StandingState } from "@/lib/domain/session/life";
import { LIFE, LIFE_PARTS } from "../session/life-words";
import { classes } from "../ui/classes";
import type { ArrowFact, DiagramFacts, StateFact } from "./diagram-facts";
import {
  type Box,
  ENDED_BOX,
  HEIGHT,
  PARTS,
  ROUTES,
  type Route,
  STARTING_BOX,
  STATE_BOXES,
  STATE_FILL,
  WIDTH,
} from "./diagram-layout";
import { PlaceLink } from "./place-link";

/** A link of the drawing: pointed at or focused its outline shows. SVG knows no border, so the first shape takes it. */
const LINK = "group/link outline-none";
const OUTLINE =
  "stroke-line-control group-hover/link:stroke-accent group-focus-visible/link:stroke-focus group-focus-visible/link:stroke-[3]";

/** The state diagram of the timeouts article as a drawing of links; read aloud as two lists. */
export function StateDiagram({ facts, ended }: { facts: DiagramFacts; ended: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no element of its own for a group
    <svg
      role="group"
      aria-label="State diagram"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block w-full select-none font-sans"
    >
      <Arrowheads />
      {LIFE_PARTS.map((part) => (
        <PartBox key={part} box={PARTS[part]} title={PARTS[part].title} />
      ))}
      <List label="Places">
        <StartingBar fact={facts.state("starting")} />
        {(Object.keys(STATE_BOXES) as StandingState[]).map((state) => (
          <StateBox key={state} fact={facts.state(state)} box={STATE_BOXES[state]} />
        ))}
      </List>
      <Bar box={ENDED_BOX} text={ended} />
      <List label={`What happens, ${facts.span}`}>
        {[...facts.arrows.values()].map((arrow) => {
          const route = ROUTES.get(arrow.id);
          if (route) return <ArrowLine key={arrow.id} arrow={arrow} route={route} />;
          return <FailedLogons key={arrow.id} arrow={arrow} />;
        })}
      </List>
    </svg>
  );
}

function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive
    // biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no list element
    <g role="list" aria-label={label}>
      {children}
    </g>
  );
}

function Item({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive
  // biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no list element
  return <g role="listitem">{children}</g>;
}

function Arrowheads() {
  return (
    <defs>
      {["fill-line-strong", "fill-muted"].map((fill) => (
        <marker
          key={fill}
          id={`timeouts-${fill}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0 0 8 4 0 8z" className={fill} />
        </marker>
      ))}
    </defs>
  );
}

function PartBox({ box, title }: { box: Box; title: string }) {
  return (
    <g aria-hidden>
      <rect {...box} rx="12" className="fill-sunken stroke-line" />
      <text x={box.x + 30} y={box.y + 22} className="fill-muted font-semibold text-[13px]">
        {title}
      </text>
    </g>
  );
}

function StateBox({ fact, box }: { fact: StateFact; box: Box }) {
  const { state, count, name, href, limit } = fact;
  return (
    <Item>
      <PlaceLink href={href} name={name} className={LINK}>
        <title>{LIFE[state].meaning}</title>
        <rect {...box} rx="8" className={classes("fill-panel group-hover/link:fill-hover", OUTLINE)} />
        <rect
          x={box.x}
          y={box.y}
          width="6"
          height={box.height}
          rx="3"
          data-meaning="colour"
          className={STATE_FILL[state]}
        />
        <text x={box.x + 18} y={box.y + 23} className="fill-muted text-[13px]">
          {LIFE[state].word}
        </text>
        <text x={box.x + 18} y={box.y + 47} className="fill-ink font-semibold text-[20px]">
          {count}
        </text>
        {limit && (
          <text
            x={box.x + box.width - 12}
            y={box.y + (state === "interactive-idle" ? 23 : 46)}
            textAnchor="end"
            className="fill-faint text-[12px]"
          >
            {limit}
          </text>
        )}
      </PlaceLink>
    </Item>
  );
}

function StartingBar({ fact }: { fact: StateFact }) {
  const { x, y } = STARTING_BOX;
  return (
    <Item>
      <PlaceLink href={fact.href} name={fact.name} className={LINK}>
        <title>{LIFE.starting.meaning}</title>
        <rect {...STARTING_BOX} rx="8" className={classes("fill-panel group-hover/link:fill-hover", OUTLINE)} />
        <rect
          x={x}
          y={y}
          width="6"
          height={STARTING_BOX.height}
          rx="3"
          data-meaning="colour"
          className={STATE_FILL.starting}
        />
        <text x={x + 30} y={y + 22} className="fill-muted text-[13px]">
          {LIFE.starting.word}
          <tspan dx="10" className="fill-ink font-semibold text-[15px]">
            {fact.count}
          </tspan>
        </text>
      </PlaceLink>
    </Item>
  );
}

/** A logon that comes to nothing leads straight to the end; its line would cross everything. */
function FailedLogons({ arrow }: { arrow: ArrowFact }) {
  const { x, y, width } = STARTING_BOX;
  return (
    <Item>
      <PlaceLink href={arrow.href} name={arrow.name} className={LINK}>
        <Label x={x + width - 14} y={y + 22} anchor="end" arrow={arrow} />
      </PlaceLink>
    </Item>
  );
}

function Bar({ box, text }: { box: Box; text: string }) {
  return (
    <g>
      <rect {...box} rx="8" className="fill-sunken stroke-line" />
      <text x={box.x + box.width / 2} y={box.y + 23} textAnchor="middle" className="fill-muted text-[13px]">
        {text}
      </text>
    </g>
  );
}

function ArrowLine({ arrow, route }: { arrow: ArrowFact; route: Route }) {
  const head = arrow.still ? "fill-line-strong" : "fill-muted";
  return (
    <Item>
      <PlaceLink href={arrow.href} name={arrow.name} className={LINK}>
        <path d={route.path} fill="none" className="stroke-[14] stroke-transparent" />
        <path
          d={route.path}
          fill="none"
          strokeWidth="1.5"
          markerEnd={`url(#timeouts-${head})`}
          className={classes(
            arrow.still ? "stroke-line-strong" : "stroke-muted",
            "group-hover/link:stroke-accent group-focus-visible/link:stroke-[3] group-focus-visible/link:stroke-focus",
          )}
        />
        <Label x={route.x} y={route.y} anchor={route.anchor} stacked={route.stacked} bare={route.bare} arrow={arrow} />
      </PlaceLink>
    </Item>
  );
}

interface LabelProps {
  x: number;
  y: number;
  anchor: Route["anchor"];
  stacked?: boolean | undefined;
  bare?: boolean | undefined;
  arrow: ArrowFact;
}

/** What happens and how often; the number stands out where it is not none. */
function Label({ x, y, anchor, stacked = false, bare = false, arrow }: LabelProps) {
  const number = arrow.still ? "fill-faint" : "fill-ink font-semibold";
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      className="fill-muted text-[12px] group-hover/link:underline group-focus-visible/link:underline"
    >
      {!bare && <tspan>{arrow.label}</tspan>}
      {!bare && !stacked && <tspan> · </tspan>}
      <tspan {...(stacked ? { x, dy: 15 } : {})} className={number}>
        {arrow.flow}
      </tspan>
    </text>
  );
}
