import type { Sort, ViewName } from "@/components/tasks/arrange";
import type { User } from "@/db/sessions";

/** A view whose order one can choose. */
export type SortableView = Exclude<ViewName, "completed" | "search">;

/** What is done is in the order in which that was, and what is found is in the search's own. */
export const isSortable = (view: ViewName): view is SortableView => view !== "completed" && view !== "search";

const due = { value: "due", label: "Due" } as const;
const priority = { value: "priority", label: "Priority" } as const;
const manual = { value: "manual", label: "By hand" } as const;
const newest = { value: "newest", label: "Newest" } as const;

/** The orders that a view offers; the first is the usual one. */
export const sortsOf = (view: SortableView) =>
  view === "no-date" ? ([newest, priority, manual] as const) : ([due, priority, manual] as const);

/**
 * How a view is sorted: as the address says, else as its user last chose, else as is usual.
 * @param key the view's name, or the id of the tag whose page it is.
 */
export function sortOf(
  view: SortableView,
  key: string,
  asked: string | null | undefined,
  { sorts = {} }: User["preferences"],
): Sort {
  const offered: readonly Sort[] = sortsOf(view).map(({ value }) => value);
  const [usual = "due"] = offered;
  return [asked, sorts[key]].flatMap((sort) => offered.find((one) => one === sort) ?? [])[0] ?? usual;
}
