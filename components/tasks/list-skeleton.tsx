import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-44", "w-56", "w-36", "w-64", "w-48", "w-40"];

/** A list on its way: the shape of what is coming. */
export function ListSkeleton({ quickAdd }: { quickAdd?: boolean }) {
  return (
    <div aria-busy>
      <span className="sr-only">Loading</span>
      {quickAdd && <Skeleton className="mt-[18px] h-11 w-full opacity-50" />}
      <Skeleton className="mt-7 h-4 w-20" />
      <div className="mt-2.5 border-line border-t">
        {widths.map((width) => (
          <div key={width} className="flex h-(--row) items-center gap-3">
            <Skeleton className="size-[18px] rounded-full" />
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="ml-auto h-3 w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
