/** Where the browser remembers that the dock was closed. */
export const CLOSED = "dock closed";

/**
 * Runs before anything is painted: the server cannot know whether the dock was closed. The page's policy allows it by its hash, so it is
 * the same for everybody.
 */
export const beforePaint = `{let c=location.pathname.startsWith("/chat");try{c||=localStorage.getItem("${CLOSED}")}catch{}if(c)document.documentElement.dataset.dock="closed"}`;
