"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SkeletonRows } from "../ui/skeleton";
import { VirtualTable } from "../ui/table/virtual-table";
import { Time } from "../ui/time";
import { useNarrow } from "../ui/use-narrow";
import { countOf } from "../words";
import { isPairFiltered, NO_PAIR_FILTER } from "./lease-search-params";
import { MoreRows } from "./more-rows";
import type { OutageTabProps } from "./outage-tab";
import { PAIR_COLUMNS } from "./pair-columns";
import { PairFilters } from "./pair-filters";
import { type PairListRow, type PairPage, usePairs } from "./use-pairs";

const PairCards = dynamic(() => import("./pair-cards").then((loaded) => loaded.PairCards), {
  loading: () => <SkeletonRows rows={8} />,
});
const PairSheet = dynamic(() => import("./pair-sheet").then((loaded) => loaded.PairSheet), { ssr: false });

/** Every user with every resource they have: whether they could launch it, or why not. */
export function PairsTab({ outage, params, change }: OutageTabProps) {
  const narrow = useNarrow();
  const pairs = usePairs(params, narrow);
  const [shown, setShown] = useState<PairListRow | null>(null);
  const first = pairs.page && !pairs.isPrevious ? pairs.page.rows[0] : undefined;
  const show = (row: PairListRow) => {
    if (params.lease !== "") change({ lease: "" });
    setShown(row);
  };
  const clear = <Button onClick={() => change(NO_PAIR_FILTER)}>Clear the filters</Button>;
  return (
    <>
      <PairFilters outage={outage} scope={pairs.page ?? outage} params={params} change={change} row={first} />
      <QueryStates
        query={{ ...pairs, data: pairs.page }}
        skeleton={<SkeletonRows rows={12} />}
        notFound={{ title: "This filter fits nothing on the site.", action: clear }}
      >
        {(page) => <List pairs={pairs} page={page} narrow={narrow} shown={shown} onShow={show} empty={emptyOf()} />}
      </QueryStates>
      <PairSheet
        pair={shown}
        onClose={() => setShown(null)}
        onLease={(lease) => {
          setShown(null);
          change({ lease });
        }}
      />
    </>
  );

  function emptyOf() {
    if (!isPairFiltered(params))
      return <EmptyState kind="none" title="Nobody has anything here that could be launched." />;
    return <EmptyState kind="filtered" title="Nobody fits this filter." action={clear} />;
  }
}

interface ListProps {
  pairs: ReturnType<typeof usePairs>;
  page: PairPage;
  narrow: boolean;
  shown: PairListRow | null;
  onShow: (row: PairListRow) => void;
  empty: React.ReactNode;
}

function List({ pairs, page, narrow, shown, onShow, empty }: ListProps) {
  const router = useRouter();
  const { stale } = useFreshness();
  const open = (row: PairListRow) => (row.userKey ? router.push(routes.user(row.userKey)) : onShow(row));
  if (narrow) {
    if (page.total === 0) return empty;
    return (
      <>
        <PairCards rows={page.rows} selectedKey={shown?.key ?? ""} stale={stale} onOpen={onShow} />
        <MoreRows page={page} />
      </>
    );
  }
  return (
    <VirtualTable
      label="Pairs of user and resource"
      columns={PAIR_COLUMNS}
      source={pairs.source}
      onRange={pairs.onRange}
      sort={null}
      onSort={noOtherOrder}
      selectedKey={shown?.key ?? ""}
      goneWord="left the list"
      stale={stale}
      onOpen={open}
      onDetails={onShow}
      openHint="opens the person"
      foot={
        <>
          {countOf(page.total, "pair")} · as of <Time at={page.asOf} />
        </>
      }
      empty={empty}
    />
  );
}

/** Pairs come in one order. */
function noOtherOrder(): void {}
