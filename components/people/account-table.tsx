"use client";

import { CircleCheck, CircleX, Ellipsis, FlaskConical, KeyRound, ShieldCheck, UserCheck, UserX } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { AccountRow } from "@/lib/api/contract/people";
import { useSiteFacts } from "../shell/site";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Menu } from "../ui/menu";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { Time } from "../ui/time";
import type { AccountAction } from "./account-dialog";
import { ROLE_MEANING } from "./role-words";

const AccountDialog = dynamic(() => import("./account-dialog").then((loaded) => loaded.AccountDialog), { ssr: false });

const COLUMNS = [
  { title: "Name" },
  { title: "Role" },
  { title: "May sign in" },
  { title: "Signed in now", align: "end" },
  { title: "Last sign-in" },
  { title: "Added" },
  { title: "Actions", silent: true },
] as const;

export function AccountTable({ accounts }: { accounts: readonly AccountRow[] }) {
  const [asked, setAsked] = useState<{ account: AccountRow; action: AccountAction } | null>(null);
  if (accounts.length === 0) return <EmptyState kind="none" title="There is no account." />;
  return (
    <div className="overflow-clip rounded-panel border border-line bg-panel">
      <SimpleTable label="Accounts" columns={COLUMNS}>
        {accounts.map((account) => (
          <Row key={account.id} account={account} onAsk={(action) => setAsked({ account, action })} />
        ))}
      </SimpleTable>
      {asked && <AccountDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Row({ account, onAsk }: { account: AccountRow; onAsk: (action: AccountAction) => void }) {
  const isMe = useSiteFacts().me.name === account.name;
  return (
    <tr>
      <SimpleCell head>
        <span className="flex items-center gap-2 font-medium">
          {account.name}
          {isMe && <span className="font-normal text-faint text-small">you</span>}
          {account.demo && (
            <Badge tone="info" icon={FlaskConical}>
              Demo
            </Badge>
          )}
        </span>
      </SimpleCell>
      <SimpleCell>
        {account.role} <span className="text-faint text-small">{ROLE_MEANING[account.role]}</span>
      </SimpleCell>
      <SimpleCell>
        {account.disabled ? (
          <Badge tone="unknown" icon={CircleX}>
            Disabled
          </Badge>
        ) : (
          <Badge tone="ok" icon={CircleCheck} quiet>
            Yes
          </Badge>
        )}
      </SimpleCell>
      <SimpleCell align="end">{account.signedIn}</SimpleCell>
      <SimpleCell>
        {account.lastSignInAt ? <Time at={account.lastSignInAt} /> : <span className="text-faint">never</span>}
      </SimpleCell>
      <SimpleCell>
        <Time at={account.createdAt} />
      </SimpleCell>
      <SimpleCell align="end">
        <Menu
          label={`Actions for ${account.name}`}
          parts={[
            { kind: "item", icon: ShieldCheck, label: "Change the role…", onSelect: () => onAsk("role") },
            { kind: "item", icon: KeyRound, label: "Give a new password…", onSelect: () => onAsk("password") },
            { kind: "separator" },
            account.disabled
              ? { kind: "item", icon: UserCheck, label: "Enable…", onSelect: () => onAsk("enable") }
              : { kind: "item", icon: UserX, label: "Disable…", onSelect: () => onAsk("disable") },
          ]}
          trigger={(props) => (
            <IconButton {...props} icon={Ellipsis} label={`Actions for ${account.name}`} variant="quiet" />
          )}
        />
      </SimpleCell>
    </tr>
  );
}
