import { formatNumber } from "../words";

/** Below the cards of a small screen: how many more rows the filter has. */
export function MoreRows({ page }: { page: { readonly total: number; readonly rows: readonly unknown[] } }) {
  const more = page.total - page.rows.length;
  if (more <= 0) return null;
  return (
    <p className="text-muted text-small">
      The first {page.rows.length}; filters find {formatNumber(more)} more.
    </p>
  );
}
