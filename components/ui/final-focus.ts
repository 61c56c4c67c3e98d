/** What is open, and the button that it is being opened by. */
const opened = ":is([role=menu], [role=dialog])[data-open], [aria-expanded=true]";

/**
 * Where the focus goes when a menu, a popover or a sheet has closed: to what `find` finds, unless another one was opened meanwhile,
 * which would lose the focus and close. Base UI looks for that only where it chooses the place itself.
 */
export function unlessElsewhere(find: (() => HTMLElement | null) | undefined) {
  if (!find) return undefined;
  return () => {
    const place = find();
    const elsewhere = document.activeElement?.closest(opened);
    return elsewhere && !elsewhere.contains(place) ? false : place;
  };
}
