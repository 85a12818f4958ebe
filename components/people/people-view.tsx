"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { peopleQuery } from "@/lib/api/query";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { Button } from "../ui/button";
import { WallClock } from "../ui/clock";
import { SkeletonRows } from "../ui/skeleton";
import { Tabs } from "../ui/tabs";
import { AccountTable } from "./account-table";
import { TokenTable } from "./token-table";

const AddAccountDialog = dynamic(() => import("./add-account-dialog").then((loaded) => loaded.AddAccountDialog), {
  ssr: false,
});
const PARTS = ["accounts", "tokens"] as const;

/** Who may use this console, and which scripts. */
export function PeopleView() {
  const query = useQuery(peopleQuery());
  const [part, setPart] = useQueryState("part", parseAsStringLiteral(PARTS).withDefault("accounts"));
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageTitle
        title="People"
        note="accounts of this console, not of the site"
        end={
          <Button variant="primary" icon={UserPlus} onClick={() => setAdding(true)}>
            Add an account
          </Button>
        }
      />
      <QueryStates query={query} skeleton={<SkeletonRows rows={6} />}>
        {({ accounts, tokens }) => (
          <WallClock>
            <Tabs
              label="People"
              value={part}
              onChange={(next) => void setPart(PARTS.find((each) => each === next) ?? "accounts")}
              parts={[
                {
                  value: "accounts",
                  label: "Accounts",
                  count: accounts.length,
                  body: <AccountTable accounts={accounts} />,
                },
                {
                  value: "tokens",
                  label: "Tokens for scripts",
                  count: tokens.length,
                  body: <TokenTable tokens={tokens} />,
                },
              ]}
            />
          </WallClock>
        )}
      </QueryStates>
      {adding && <AddAccountDialog onClose={() => setAdding(false)} />}
    </>
  );
}
