import Link from "next/link";
import { routes } from "../routes";
import { buttonLook } from "../ui/button-look";
import { EmptyState } from "../ui/empty-state";

/** An address that leads nowhere. */
export function PageMissing() {
  return (
    <EmptyState
      kind="not-found"
      heading
      title="There is no such page."
      action={
        <Link href={routes.find} className={buttonLook()}>
          To the search
        </Link>
      }
    >
      The address may be mistyped, or the page is not part of this site.
    </EmptyState>
  );
}
