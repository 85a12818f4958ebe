"use client";

import { Pause, Play } from "lucide-react";
import type { Live } from "@/lib/api/live";
import type { LinkState } from "@/lib/api/live-connection";
import { IconButton } from "../ui/button";
import { classes } from "../ui/classes";
import { Popover } from "../ui/popover";
import { FreshAge, Time } from "../ui/time";
import { TONE_LOOK, type Tone } from "../ui/tone";
import { countOf } from "../words";
import { useFreshness, useLiveLine, useStatus } from "./site";
import { SOURCE_LABEL, SOURCE_STATE } from "./source-words";

const LINK: Record<LinkState, { word: string; tone: Tone }> = {
  connecting: { word: "Connecting", tone: "info" },
  live: { word: "Live", tone: "ok" },
  paused: { word: "Paused", tone: "info" },
  reconnecting: { word: "Reconnecting", tone: "warn" },
  polling: { word: "Every 10 s", tone: "warn" },
  lost: { word: "No answer", tone: "bad" },
  "signed-out": { word: "Signed out", tone: "bad" },
};

/** The state of the line, unless the site behind it is worse off. */
function standing(live: Live): { word: string; tone: Tone } {
  const monitor = live.sources.find((source) => source.name === "monitor");
  if (live.state !== "live") return LINK[live.state];
  if (live.asOf === null) return { word: "Not read yet", tone: "warn" };
  if (monitor === undefined || monitor.state === "ok") return LINK.live;
  return { word: `Site ${monitor.state}`, tone: SOURCE_STATE[monitor.state].tone };
}

/** How old what is on screen is, and the button that holds it. */
export function Freshness() {
  const live = useLiveLine();
  const { heldAt } = useFreshness();
  const shownAsOf = heldAt === null ? live.asOf : new Date(heldAt).toISOString();
  const shown = standing(live);
  return (
    <div className="flex items-center gap-1 text-muted text-small">
      <Popover
        title="Where this comes from"
        trigger={(props) => (
          <button
            {...props}
            type="button"
            className="flex h-7 items-center gap-2 whitespace-nowrap rounded-control px-2 hover:bg-hover"
            aria-label={`Freshness: ${shown.word}. Shows every source`}
          >
            <span
              aria-hidden
              data-meaning="colour"
              className={classes("size-2 rounded-full", TONE_LOOK[shown.tone].dot)}
            />
            <span>
              <span role="status">{shown.word}</span>
              {shownAsOf && (
                <span className="max-sm:hidden">
                  {" · "}
                  <FreshAge since={shownAsOf} /> ago
                </span>
              )}
            </span>
          </button>
        )}
      >
        <Sources />
      </Popover>
      {live.paused ? (
        <IconButton
          icon={Play}
          label={`Go on${live.waiting > 0 ? ` (${live.waiting} waiting)` : ""}`}
          onClick={live.resume}
        />
      ) : (
        <IconButton icon={Pause} label="Hold the screen as it is" onClick={live.pause} />
      )}
    </div>
  );
}

function Sources() {
  const live = useLiveLine();
  const status = useStatus();
  return (
    <>
      <ul className="divide-y divide-line">
        {live.sources.map((source) => (
          <li key={source.name} className="px-3.5 py-2.5">
            <div className="flex items-center gap-2">
              <span
                aria-hidden
                data-meaning="colour"
                className={classes("size-2 rounded-full", TONE_LOOK[SOURCE_STATE[source.state].tone].dot)}
              />
              <span className="font-medium">{SOURCE_LABEL[source.name]}</span>
              <span className="ml-auto text-muted">
                {SOURCE_STATE[source.state].word}
                {source.asOf && source.state !== "absent" && (
                  <>
                    {" "}
                    · <Time at={source.asOf} />
                    {source.readMs !== null && ` in ${Math.round(source.readMs)} ms`}
                  </>
                )}
              </span>
            </div>
            {source.problem && <p className="mt-1 text-muted">{source.problem}</p>}
          </li>
        ))}
      </ul>
      <p className="border-line border-t px-3.5 py-2.5 text-muted">
        {live.paused
          ? `The screen is held. ${countOf(live.waiting, "newer version")} waiting.`
          : status && `The site is read every ${status.pollSeconds} s while somebody watches.`}
      </p>
    </>
  );
}
