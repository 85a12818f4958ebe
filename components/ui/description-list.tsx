import type { ReactNode } from "react";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Facts as name and value; a value that nobody knows says so. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map((fact) => (
        <div
          key={fact.name}
          className="grid min-h-9 grid-cols-[clamp(6.5rem,34%,10.5rem)_minmax(0,1fr)] items-center gap-3 px-4 py-1.5"
        >
          <dt className="text-muted">{fact.name}</dt>
          <dd className="wrap-anywhere min-w-0">{fact.value ?? <Unknown />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands where the site does not say. */
export function Unknown() {
  return <span className="text-faint">unknown</span>;
}
