"use client";

import type { TokenRow } from "@/lib/api/contract/people";
import { revokeToken } from "@/lib/api/query";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { FormError } from "./form-error";
import { usePeopleChange } from "./use-people-change";

/** Asks before a token stops working. */
export function RevokeDialog({ token, onClose }: { token: TokenRow; onClose: () => void }) {
  const revoke = usePeopleChange({
    change: () => revokeToken(token.id),
    done: () => `The token ${token.name} is revoked.`,
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Revoke ${token.name}?`}
      description="Scripts that use it are refused from now on. A revoked token does not come back."
    >
      <div className="flex flex-col gap-4">
        <FormError error={revoke.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" pending={revoke.isPending} onClick={() => revoke.mutate(undefined)}>
            Revoke
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
