/** How many tags the sidebar lists, how many every screen knows, and how many a page of all tags has. */
export const SHOWN_TAGS = { sidebar: 60, everywhere: 400, page: 200 };
