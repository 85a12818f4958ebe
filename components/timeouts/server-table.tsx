"use client";

import Link from "next/link";
import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { STANDING_STATES } from "@/lib/domain/session/life";
import { routes } from "../routes";
import { LIFE_NAME } from "../session/life-names";
import { LIFE } from "../session/life-words";
import { Legend, StackedBar } from "../ui/bars";
import { Panel } from "../ui/panel";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { formatNumber } from "../words";
import { Countdown } from "./countdown";

type Server = TimeoutsResponse["servers"][number];

const COLUMNS = [
  { title: "Server" },
  { title: "Sessions", align: "end" },
  { title: "Places" },
  { title: "Next in" },
  { title: "Only this server", silent: true },
] as const;

/** All disconnected places are one colour. */
const LEGEND = [
  { name: "Pre-launched", colour: LIFE["pre-launched-active"].colour },
  { name: "Active", colour: LIFE["interactive-active"].colour },
  { name: "Idle", colour: LIFE["interactive-idle"].colour },
  { name: "Lingering", colour: LIFE["lingering-active"].colour },
  { name: "Disconnected", colour: LIFE["interactive-disconnected"].colour },
];

/** Servers whose next deadline is the nearest. */
export function ServerTable({ servers, chosen }: { servers: readonly Server[]; chosen: string }) {
  if (servers.length === 0) return null;
  return (
    <Panel
      title="By server"
      note={servers.length > 1 ? "the nearest deadline first" : undefined}
      end={<Legend entries={LEGEND} />}
    >
      <div className="max-h-104 overflow-y-auto">
        <SimpleTable label="Servers" columns={COLUMNS}>
          {servers.map((server) => (
            <tr key={server.key}>
              <SimpleCell head>
                <Link href={routes.server(server.key)} className="name-link">
                  {server.name}
                </Link>
                <span className="ml-2 text-faint text-small">{server.deliveryGroup}</span>
              </SimpleCell>
              <SimpleCell align="end">{formatNumber(server.sessions)}</SimpleCell>
              <SimpleCell>
                <StackedBar segments={segmentsOf(server)} className="min-w-32" />
              </SimpleCell>
              <SimpleCell>
                {server.nextAt ? (
                  <Countdown at={server.nextAt} />
                ) : (
                  <span className="text-faint text-small">none known</span>
                )}
              </SimpleCell>
              <SimpleCell align="end">
                {chosen === "" && (
                  <Link
                    href={routes.timeoutsWhere({ server: server.key })}
                    className="text-link text-small"
                    aria-label={`Only ${server.name}`}
                  >
                    only this
                  </Link>
                )}
              </SimpleCell>
            </tr>
          ))}
        </SimpleTable>
      </div>
    </Panel>
  );
}

function segmentsOf({ states }: Server) {
  return STANDING_STATES.map((state) => ({
    name: LIFE_NAME[state].toLowerCase(),
    count: states[state] ?? 0,
    colour: LIFE[state].colour,
  }));
}
