import { Skeleton, SkeletonRows } from "../ui/skeleton";

/** The place of the diagram, of the size that it will have: drawn where there is room, else longer than any screen. */
export function DiagramSkeleton() {
  return (
    <div className="@container rounded-panel border border-line bg-panel">
      <div className="h-13 border-line border-b" />
      <div className="p-4">
        <Skeleton className="h-280 w-full @min-[58rem]:aspect-[1240/448] @min-[58rem]:h-auto" />
      </div>
      <div className="h-9 border-line border-t" />
    </div>
  );
}

/** The place of what ends next. */
export function EndsSkeleton() {
  return (
    <div className="rounded-panel border border-line bg-panel">
      <SkeletonRows rows={13} />
    </div>
  );
}
