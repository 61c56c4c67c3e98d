import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a conversation while it comes. */
export function MessagesSkeleton() {
  return (
    <div role="status" aria-label="Loading conversation" className="flex flex-col gap-4 p-4">
      <Skeleton className="h-14 w-3/4 self-end" />
      <Skeleton className="h-5 w-5/6" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-9 w-1/2 self-end" />
      <Skeleton className="h-5 w-2/3" />
    </div>
  );
}
