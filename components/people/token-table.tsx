"use client";

import { CircleCheck, CircleX } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { TokenRow } from "@/lib/api/contract/people";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { Time } from "../ui/time";

const RevokeDialog = dynamic(() => import("./revoke-dialog").then((loaded) => loaded.RevokeDialog), { ssr: false });

const COLUMNS = [
  { title: "Name" },
  { title: "Role" },
  { title: "State" },
  { title: "Last used" },
  { title: "Made" },
  { title: "Actions", silent: true },
] as const;

const HOW = "npm run token -- add NAME --role ROLE";

export function TokenTable({ tokens }: { tokens: readonly TokenRow[] }) {
  const [asked, setAsked] = useState<TokenRow | null>(null);
  return (
    <div className="overflow-clip rounded-panel border border-line bg-panel">
      <p className="border-line border-b px-4 py-2.5 text-muted">
        A token is made on the server with <code className="font-mono text-small">{HOW}</code> and shown only then.
      </p>
      {tokens.length === 0 ? (
        <EmptyState kind="none" title="No script has a token." />
      ) : (
        <SimpleTable label="Tokens" columns={COLUMNS}>
          {tokens.map((token) => (
            <Row key={token.id} token={token} onAsk={() => setAsked(token)} />
          ))}
        </SimpleTable>
      )}
      {asked && <RevokeDialog token={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Row({ token, onAsk }: { token: TokenRow; onAsk: () => void }) {
  return (
    <tr>
      <SimpleCell head>
        <span className="font-medium">{token.name}</span>
      </SimpleCell>
      <SimpleCell>{token.role}</SimpleCell>
      <SimpleCell>
        {token.revoked ? (
          <Badge tone="unknown" icon={CircleX}>
            Revoked
          </Badge>
        ) : (
          <Badge tone="ok" icon={CircleCheck} quiet>
            Valid
          </Badge>
        )}
      </SimpleCell>
      <SimpleCell>
        {token.lastUsedAt ? <Time at={token.lastUsedAt} /> : <span className="text-faint">never</span>}
      </SimpleCell>
      <SimpleCell>
        <Time at={token.createdAt} /> <span className="text-faint text-small">by {token.createdBy}</span>
      </SimpleCell>
      <SimpleCell align="end">
        {!token.revoked && (
          <Button size="small" variant="danger" onClick={onAsk}>
            Revoke…
          </Button>
        )}
      </SimpleCell>
    </tr>
  );
}
