/** [start, end) in UTF-16 units. */
export type Stretch = { start: number; end: number };

/** A stretch of a line that was understood, and what it means in words. */
export type Mark = Stretch & { kind: "date" | "repeat" | "tag" | "priority"; text: string; label: string };

export type Priority = "none" | "low" | "medium" | "high";
