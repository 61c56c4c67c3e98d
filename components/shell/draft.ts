/** Words that were typed and are not saved yet. */
export type Draft = { text: string };

/** `isFound`: not typed on this page, but before a reload or in another tab. `at` is in milliseconds since 1970. */
export type Kept = { draft: Draft; at: number; isFound: boolean };

/** A line that was sent stands beside the field that it was written in, until the server has it; so do other words of the field. */
export const lineField = (field: string, turnId: string) => `${field}#${turnId}`;

export const isLine = (field: string) => field.includes("#");
